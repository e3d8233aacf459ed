"""`counterpoint update`: a new version of a source."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .output import complain, counted, say

if TYPE_CHECKING:
    from counterpoint.application.importing.updating import Affected, Report


def add_update(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's options."""
    command = commands.add_parser(
        "update",
        help="say what becomes of each quotation if FILE takes the place of SOURCE; exit 1 where "
        "one is not certain",
    )
    command.add_argument("source", metavar="SOURCE", help="the source's id")
    command.add_argument("file", type=Path, metavar="FILE", help="its new version")
    command.add_argument("--library", type=Path, metavar="L", help="the library's folder")
    command.add_argument(
        "--accept-moved",
        action="store_true",
        help="put the new version in, and anchor anew what stands there word for word in the same "
        "surroundings; without this, nothing is written",
    )


def run_update(chosen: argparse.Namespace, folder: Path) -> int:
    """The exit code: 0 where every quotation stands, 1 where one does not or the file does not
    come in, 2 where there is no such source."""
    from counterpoint.application.importing.updating import CERTAIN, NoSuchSource, Updating
    from counterpoint.storage.files.atomic import NotWritten
    from counterpoint.storage.files.unreadable import Unreadable
    from counterpoint.storage.importers.refusal import Refused
    from counterpoint.storage.library.source_writer import OriginalAltered
    from counterpoint.storage.yaml.yaml_edit import EditWentWrong

    try:
        with Updating(folder, chosen.source) as updating:
            report = updating.report(chosen.file)
            lines = list(_told(report))
            if chosen.accept_moved:
                lines += [f"wrote {name}" for name in updating.accept(report)]
            else:
                lines.append("nothing was written; --accept-moved puts the new version in")
    except NoSuchSource:
        complain(f"{folder}: it has no source “{chosen.source}”")
        return 2
    except Unreadable as error:
        complain(*error.problems)
        return 2
    except Refused as refused:
        complain(f"{chosen.file}: {refused.message}")
        return 1
    except (NotWritten, EditWentWrong, OriginalAltered) as error:
        complain(f"nothing was changed: {error}")
        return 1
    certain = all(each.place.state in CERTAIN for each in report.affected)
    return (0 if certain else 1) if say(lines) else 1


def _told(report: "Report") -> Iterator[str]:
    from counterpoint.domain.revision import Revised

    draft = report.preview.draft
    if report.unchanged:
        yield "the text is letter for letter that of the old version"
    for each in report.affected:
        yield from _affected(each)
    if draft is not None:
        yield from (f"left out: {phrase}" for phrase in draft.lost)
    counts = [f"{count} {state}" for state in Revised if (count := report.count(state))]
    on_notes = sum(bool(each.note) for each in report.affected)
    quotations = counted(len(report.affected) - on_notes, "quotation")
    yield f"{quotations}, {counted(on_notes, 'note')}" + (
        f": {', '.join(counts)}" if counts else ""
    )


def _affected(each: "Affected") -> Iterator[str]:
    from counterpoint.domain.revision import Revised

    line = f":{each.line}" if each.line else ""
    before = each.before or "?"
    where = f"{before} to {each.after}" if each.after and each.after != before else before
    yield f"{each.file}{line}: [{each.place.state}] {where}: “{_short(each.words)}”"
    if each.place.state in (Revised.CHANGED, Revised.SPELT_OTHERWISE):
        yield f"  now: “{_short(each.proposed)}”"
    if each.place.state is Revised.AMBIGUOUS:
        places = len(each.place.others)
        yield (
            f"  stands {places} times, but not for certain there"
            if places > 1
            else ("  stands there, but in other surroundings")
        )


def _short(words: str, most: int = 300) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"
