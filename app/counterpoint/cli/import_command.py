"""`counterpoint import`: documents into a library."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .output import complain, counted, json_lines, say, show_progress

if TYPE_CHECKING:
    from counterpoint.application.importing.importing import Outcome


def add_import(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's options."""
    command = commands.add_parser(
        "import",
        help="take documents (txt, md, html, docx, odt, rtf, epub, pdf) and folders of them into a "
        "library; exit 1 where one did not come in",
    )
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    command.add_argument(
        "--library", required=True, type=Path, metavar="L", help="the library's folder"
    )
    command.add_argument("--dry-run", action="store_true", help="only say what would come in")
    command.add_argument("--json", action="store_true", help="one JSON list instead of text")


def run_import(chosen: argparse.Namespace) -> int:
    """The exit code: 0 where all came in, 1 where some did not, 2 where there is no library."""
    from counterpoint.application.importing.importing import ImportRunning
    from counterpoint.application.importing.place import prepared
    from counterpoint.storage.files.atomic import NotWritten
    from counterpoint.storage.files.unreadable import Unreadable

    folder: Path = chosen.library
    outcomes: list[Outcome] | None = None
    try:
        with prepared(folder, dry=chosen.dry_run):
            outcomes = []  # from here on what is refused is a document, and no folder
            outcomes = _imported(chosen, folder)
    except Unreadable as error:
        complain(*error.problems)
        return 2
    except ImportRunning as error:
        complain(f"{folder}: {error}; wait for its end")
        return 1
    except NotWritten as error:
        complain(error)
        return 2 if outcomes is None else 1
    if chosen.json:
        say(json_lines([_as_json(each) for each in outcomes]))
    else:
        say(_told(outcomes, dry=chosen.dry_run))
    return 1 if any(each.problem for each in outcomes) else 0


def _imported(chosen: argparse.Namespace, folder: Path) -> "list[Outcome]":
    from counterpoint.application.importing.documents import find_documents
    from counterpoint.application.importing.importing import Importing, Outcome

    progress = _tell if sys.stderr.isatty() else _be_quiet
    with Importing(folder) as importing:
        previews = importing.previews(find_documents(chosen.paths), progress)
        if not chosen.dry_run:
            return importing.store(previews)
        return [
            Outcome(
                preview,
                preview.id or None,
                preview.refusal.message if preview.refusal is not None else None,
            )
            for preview in previews
        ]


def _as_json(outcome: "Outcome") -> dict[str, object]:
    """As docs/file-formats.md has it."""
    draft, refusal = outcome.preview.draft, outcome.preview.refusal
    kind = draft.kind if draft is not None else refusal.kind if refusal is not None else ""
    return {
        "file": outcome.preview.document.shown,
        "source": outcome.source,
        "problem": outcome.problem,
        "kind": str(kind) or None,
        "pages": draft.pages if draft is not None else None,
        "paragraphs": draft.paragraphs if draft is not None else None,
        "lost": list(draft.lost) if draft is not None else [],
    }


def _told(outcomes: "Sequence[Outcome]", *, dry: bool) -> Iterator[str]:
    for outcome in outcomes:
        shown, draft = outcome.preview.document.shown, outcome.preview.draft
        if outcome.problem is not None or draft is None:
            yield f"{shown}: {outcome.problem}"
            continue
        pages = f"{counted(draft.pages, 'page')}, " if draft.pages else ""
        yield f"{shown}: {outcome.source} ({pages}{counted(draft.paragraphs, 'paragraph')})"
        yield from (f"  left out: {phrase}" for phrase in draft.lost)
        yield from (f"  note: {phrase}" for phrase in outcome.noticed)
    came = sum(outcome.problem is None for outcome in outcomes)
    verb = "would come in" if dry else "came in"
    yield f"{came} of {counted(len(outcomes), 'document')} {verb}"


def _tell(done: int, total: int, name: str) -> None:
    show_progress(f"{done} of {total} {name}", done=not name)


def _be_quiet(done: int, total: int, name: str) -> None:
    """Where nobody looks on."""
