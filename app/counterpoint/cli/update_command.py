"""`counterpoint update`: a new version of a source."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterpoint.domain.counting import counted
from counterpoint.storage.files.unreadable import Unreadable

from .command import FILE, Command
from .exit_code import ExitCode
from .library_argument import library_option, meant_library
from .output import complain, say

if TYPE_CHECKING:
    from counterpoint.application.importing.updating import Affected, Report


@click.command(
    "update",
    cls=Command,
    help="Say what becomes of each quotation if FILE takes the place of SOURCE.\n\n"
    "SOURCE is a source's id. Nothing is written without --accept-moved. Exit 1 where a quotation "
    "is not certain, or the file does not come in.",
    example="counterpoint update charter charter-2.pdf --library my-library",
)
@click.argument("source")
@click.argument("file", type=FILE)
@library_option
@click.option(
    "--accept-moved",
    is_flag=True,
    help="Put the new version in, and anchor anew what stands there word for word in the same "
    "surroundings.",
)
def command(source: str, file: Path, library: Path | None, accept_moved: bool) -> int:
    """The exit code; `USAGE` where there is no such source."""
    from counterpoint.application.failures import told
    from counterpoint.application.importing.import_lock import ImportRunning
    from counterpoint.application.importing.updating import CERTAIN, NoSuchSource, Updating
    from counterpoint.application.notes.check import out_of_reach
    from counterpoint.labels.problem import in_a_line
    from counterpoint.storage.files.atomic import NotWritten
    from counterpoint.storage.importers.refusal import Refused
    from counterpoint.storage.library.source_writer import OriginalAltered
    from counterpoint.storage.yaml.yaml_edit import EditWentWrong

    folder = meant_library(library)
    try:
        with Updating(folder, source) as updating:
            report = updating.report(file)
            lines = list(_told(report))
            if accept_moved:
                lines += [f"wrote {name}" for name in updating.accept(report).told]
            else:
                lines.append("nothing was written; --accept-moved puts the new version in")
    except NoSuchSource:
        complain(f"{folder}: it has no source “{source}”")
        return ExitCode.USAGE
    except Unreadable as error:
        complain(*map(in_a_line, error.problems))
        return ExitCode.USAGE
    except Refused as refused:
        complain(f"{file}: {refused.message}")
        return ExitCode.WRONG
    except NotWritten as error:
        complain(f"nothing was changed: {told(error)}")
        return ExitCode.WRONG
    except (EditWentWrong, OriginalAltered, ImportRunning) as error:
        complain(f"nothing was changed: {error}")
        return ExitCode.WRONG
    complain(*map(in_a_line, out_of_reach(folder)))
    certain = all(each.place.state in CERTAIN for each in report.affected)
    return ExitCode.WELL if say(lines) and certain else ExitCode.WRONG


def _told(report: "Report") -> Iterator[str]:
    from counterpoint.domain.quotation import QuotationState

    draft = report.preview.draft
    if report.unchanged:
        yield "the text is letter for letter that of the old version"
    for each in report.affected:
        yield from _affected(each)
    if draft is not None:
        yield from (f"left out: {phrase}" for phrase in draft.lost)
        yield from (f"note: {phrase}" for phrase in report.preview._replace(like=None).noticed)
    counts = [f"{count} {state}" for state in QuotationState if (count := report.count(state))]
    on_notes = sum(bool(each.note) for each in report.affected)
    quotations = counted(len(report.affected) - on_notes, "quotation")
    yield f"{quotations}, {counted(on_notes, 'note')}" + (
        f": {', '.join(counts)}" if counts else ""
    )


def _affected(each: "Affected") -> Iterator[str]:
    from counterpoint.domain.look_alikes import not_to_be_seen
    from counterpoint.domain.quotation import QuotationState
    from counterpoint.labels.revision import signs_apart, turned

    line = f":{each.line}" if each.line else ""
    before = each.before or "?"
    where = f"{before} to {each.after}" if each.after and each.after != before else before
    yield f"{each.file}{line}: [{each.place.state}] {where}: “{_short(each.words)}”"
    by = each.place.turned
    if by is not None:
        yield f"  it stands there, but {turned(by)}"
        there = each.proposed or each.words
        yield f"  now: “{_short(f'{by.now[0]}{there}{by.now[1]}')}”"
    elif each.place.state in (QuotationState.CHANGED, QuotationState.SPELT_OTHERWISE):
        yield f"  now: “{_short(each.proposed)}”"
        exactly = each.place.state is QuotationState.SPELT_OTHERWISE
        said = signs_apart(*not_to_be_seen(each.words, each.proposed, exactly=exactly))
        if said:
            yield f"  {said}"
    if each.place.beside is not None:
        from counterpoint.labels.revision import turned

        yield f"  and {turned(each.place.beside)}"
    if each.place.state is QuotationState.AMBIGUOUS:
        places = len(each.place.others)
        yield (
            f"  stands in {places} places, and it is not certain which is meant"
            if places > 1
            else ("  stands there, but in other surroundings")
        )


def _short(words: str, most: int = 300) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"
