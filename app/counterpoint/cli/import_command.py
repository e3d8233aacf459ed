"""`counterpoint import`: documents into a library."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterpoint.domain.counting import counted
from counterpoint.storage.files.unreadable import Unreadable

from .bringing_in import file_progress
from .command import FILE, Command
from .exit_code import ExitCode
from .library_argument import new_library_option
from .output import complain, json_lines, say

if TYPE_CHECKING:
    from counterpoint.application.importing.importing import Outcome

_KINDS = "txt, md, html, docx, odt, rtf, epub or pdf"
_NOTHING = f"no document was found there; they may be {_KINDS}"


@click.command(
    "import",
    cls=Command,
    help="Take documents, and folders of them, into a library.\n\n"
    f"They may be {_KINDS}. Exit 1 where one did not come in, or none was found.",
    example="counterpoint import speeches/ charter.pdf --library my-library",
)
@click.argument("paths", nargs=-1, required=True, type=FILE, metavar="PATH...")
@new_library_option
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@click.option("--json", is_flag=True, help="One JSON list instead of text.")
def command(paths: Sequence[Path], library: Path, dry_run: bool, json: bool) -> int:
    """The exit code; `USAGE` where the library cannot be written into."""
    from counterpoint.application.failures import not_foreseen, told
    from counterpoint.application.importing.import_lock import ImportRunning
    from counterpoint.application.importing.place import prepared
    from counterpoint.labels.problem import in_a_line
    from counterpoint.storage.files.atomic import NotWritten

    outcomes: list[Outcome] = []
    is_made, why = False, ""
    try:
        with prepared(library, dry=dry_run):
            is_made = True  # from here on what is refused is a document, and no folder
            outcomes = _imported(paths, library, dry=dry_run)
    except Unreadable as error:
        complain(*map(in_a_line, error.problems))
        return ExitCode.USAGE
    except ImportRunning as error:
        why = f"{library}: {error}; wait for its end"
    except (NotWritten, OSError) as error:
        why = told(not_foreseen(error, library) if isinstance(error, OSError) else error)
        if not is_made:
            complain(why)
            return ExitCode.USAGE
    if why:
        complain(why)
        if json:
            say(json_lines(_none_in(paths, why)))
        return ExitCode.WRONG
    lines: Iterable[str] = _told(outcomes, dry=dry_run)
    if json:
        lines = json_lines([_as_json(each) for each in outcomes])
    if not outcomes:
        complain(*(f"{path}: {_NOTHING}" for path in paths))
    if (outcomes or json) and not say(lines):
        return ExitCode.WRONG
    came_in = outcomes and not any(each.problem for each in outcomes)
    return ExitCode.WELL if came_in else ExitCode.WRONG


def _imported(paths: Sequence[Path], library: Path, *, dry: bool) -> "list[Outcome]":
    from counterpoint.application.importing.documents import find_documents
    from counterpoint.application.importing.importing import Importing, Outcome

    progress = file_progress()
    with Importing(library) as importing:
        previews = importing.previews(find_documents(paths), progress)
        if not dry:
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
        "lost": [*(draft.lost if draft is not None else ()), *outcome.noticed],
    }


def _none_in(paths: Sequence[Path], why: str) -> list[dict[str, object]]:
    """Every document that was meant, where none could be stored."""
    from counterpoint.application.importing.documents import find_documents

    nothing = dict.fromkeys(("kind", "pages", "paragraphs"))
    return [
        {"file": each.shown, "source": None, "problem": why, **nothing, "lost": []}
        for each in find_documents(paths)
    ]


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
