"""`counterpoint search`: anything in a library."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterpoint.application.console import somebody_looks_on
from counterpoint.domain.counting import counted
from counterpoint.domain.search.rows import RowKind
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.place import user_cache

from .command import Command, Several
from .exit_code import ExitCode
from .library_argument import library_option, meant_library
from .output import complain, json_lines, say, show_progress

if TYPE_CHECKING:
    from counterpoint.application.search.searching import Result, Results
    from counterpoint.domain.search.saved import SavedSearch

_KINDS = {
    "sources": (RowKind.PASSAGE, RowKind.SOURCE),
    "passages": (RowKind.PASSAGE,),
    "descriptions": (RowKind.SOURCE,),
    "quotations": (RowKind.QUOTATION,),
    "claims": (RowKind.CLAIM,),
    "answers": (RowKind.ANSWER,),
    "approaches": (RowKind.APPROACH,),
    "questions": (RowKind.QUESTION,),
    "replies": (RowKind.REPLY,),
    "notes": (RowKind.NOTE,),
}


@click.command(
    "search",
    cls=Command,
    help="Find words anywhere in a library, the best first.\n\n"
    'QUERY may have "words in a row", OR, NOT, NEAR, begin*, (brackets), and source:, author:, '
    "date:2008..2017, approach:, stance:, voice:, tag:, kind:, linked:no. Exit 1 where nothing was "
    "found.",
    example="counterpoint search nato enlargement --in quotations --limit 5",
)
@click.argument("query", nargs=-1)
@library_option
@click.option("--saved", metavar="NAME", help="Run a search that is kept in the library.")
@click.option(
    "--in",
    "parts",
    cls=Several,
    type=click.Choice(tuple(_KINDS)),
    metavar="WHAT",
    help=f"What is searched: {', '.join(_KINDS)}. [default: all]",
)
@click.option(
    "--limit", type=click.IntRange(1, 100_000), default=20, metavar="N", show_default=True
)
@click.option("--json", is_flag=True, help="One JSON object instead of text.")
def command(
    query: Sequence[str],
    library: Path | None,
    saved: str | None,
    parts: Sequence[str],
    limit: int,
    json: bool,
) -> int:
    """The exit code; `USAGE` where there is no such library, or no index can be made of it."""
    from counterpoint.application.search.opening import Asked, ask
    from counterpoint.labels.problem import in_a_line
    from counterpoint.storage.search_index.search_index import IndexBusy, IndexUnusable

    if bool(query) == (saved is not None):
        complain("counterpoint: what is to be found? QUERY, or --saved NAME")
        return ExitCode.USAGE
    folder = meant_library(library)
    kinds = [kind for part in parts for kind in _KINDS[part]]

    def question(asked: Asked) -> "tuple[Results, bool]":
        if saved is None:
            return asked.searching.search(" ".join(query), kinds, limit), asked.current
        kept = _kept(folder, saved)
        among = kinds or kept.within.kinds
        found = asked.searching.search(kept.query, among, limit, narrowing=kept.narrowing)
        return found, asked.current

    try:
        found, current = ask(folder, user_cache(), question, _going)
    except Unreadable as error:
        complain(*map(in_a_line, error.problems))
        return ExitCode.USAGE
    except _NotKept as error:
        complain(str(error))
        return ExitCode.USAGE
    except IndexUnusable as error:
        complain(f"counterpoint: no index can be made: {error}")
        return ExitCode.USAGE
    except IndexBusy:
        complain("counterpoint: another window is making the index; try again in a moment")
        return ExitCode.WRONG
    finally:
        if somebody_looks_on():
            show_progress("", done=False)
            show_progress("", done=True)
    if not current:
        complain("another window is bringing the index up to date; this is what it has till now")
    if found.left_out:
        complain(f"{counted(found.left_out, 'word')} more than can be sought at once: left out")
    if json:
        lines = json_lines(
            {"total": found.total, "results": [_as_json(each) for each in found.results]}
        )
    else:
        lines = list(_told(found))
    return ExitCode.WELL if say(lines) and found.total else ExitCode.WRONG


class _NotKept(Exception):
    """The library has no search of this name. The message names those that it has."""


def _kept(folder: Path, name: str) -> "SavedSearch":
    """Raises _NotKept."""
    from counterpoint.application.search.saved import saved_in

    saved = saved_in(folder)
    for each in saved:
        if each.name.casefold() == name.casefold():
            return each
    there = ", ".join(each.name for each in saved) or "none is saved"
    raise _NotKept(f"counterpoint: no search is saved as {name!r} (saved: {there})")


def _going(done: int, total: int) -> bool:
    if somebody_looks_on() and not done % 20:
        show_progress(f"bringing the index up to date: {done} of {total}", done=False)
    return True


def _as_json(result: "Result") -> dict[str, object]:
    span = result.span
    return {
        "kind": result.kind.value,
        "id": result.id,
        "source": result.source or None,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "words": result.words,
    }


def _told(found: "Results") -> Iterator[str]:
    from counterpoint.application.search.searching import How

    if not found.total:
        yield f"nothing found: {found.searched}"
        return
    shown = len(found.results)
    more = f", the best {shown}" if shown < found.total else ""
    how = {How.AS_ASKED: "", How.WITHIN_WORDS: ", within words", How.ANY_OF_THEM: ", any of them"}
    yield f"{found.total} found{more}: {found.searched}{how[found.how]}"
    for result in found.results:
        where = f"{result.id}" if result.span is None else f"{result.id} {result.span.start}"
        yield f"{where}: [{result.kind}] {' '.join(result.words.split())}"
