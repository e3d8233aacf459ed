"""Where what was found is in the library."""

from collections.abc import Callable

from counterpoint.application.library.opened_library import EvidenceInPlace
from counterpoint.domain.note import Note, Target, TargetKind
from counterpoint.domain.search.rows import RowKind
from counterpoint.domain.span import Span

from .searching import Result


def target_of(
    result: Result,
    find: Callable[[str], EvidenceInPlace | None],
    note: Callable[[str], Note | None],
) -> Target | None:
    """What a result is, or what a note is on; None where it is there no more. `find` gives the
    evidence with a key, `note` the note with an id."""
    row = result.row
    match result.kind:
        case RowKind.REPLY:
            return Target(TargetKind.PASSAGE, source=row.source, span=row.span)
        case RowKind.PASSAGE:
            return Target(TargetKind.PASSAGE, source=row.source, span=_words_sought(result))
        case RowKind.SOURCE:
            return Target(TargetKind.SOURCE, source=row.source)
        case RowKind.QUOTATION:
            placed = find(row.id)
            return None if placed is None else placed.target
        case RowKind.CLAIM:
            approach, dimension, claim = row.id.split("/")
            return Target(TargetKind.CLAIM, approach, dimension, claim)
        case RowKind.ANSWER:
            approach, dimension = row.id.split("/")
            return Target(TargetKind.POSITION, approach, dimension)
        case RowKind.APPROACH:
            return Target(TargetKind.APPROACH, row.id)
        case RowKind.QUESTION:
            return Target(TargetKind.QUESTION, dimension=row.id)
        case RowKind.NOTE:
            found = note(row.id)
            return None if found is None else found.target


def _words_sought(result: Result) -> Span | None:
    """From the first to the last of them, where they stand close; else the first."""
    if result.span is None or not result.found:
        return result.span
    start = result.span.start
    first, last = result.found[0], result.found[-1]
    end = last.end if last.end - first.start <= len(result.words) // 2 else first.end
    return Span(start + first.start, start + end)


def in_a_line(result: Result, before: int = 40) -> str:
    """The words of a result on one line, from at most `before` code points before the first that
    was sought."""
    first = result.found[0].start if result.found else 0
    start = 0
    if first > before:
        start = result.words.find(" ", first - before) + 1
        start = start if 0 < start <= first else first
    cut = "…" if start or result.cut[0] else ""
    return cut + " ".join(result.words[start:].split())
