"""A stretch of a text, counted in code points."""

from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open: `start` is the first code point, `end` the one after the last.

    It is a pair, so `len(span)` is 2 and an empty span is true: ask for its `length`.
    """

    start: int
    end: int

    @property
    def length(self) -> int:
        """In code points."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """True if the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


def without(span: Span, holes: Sequence[Span]) -> tuple[Span, ...]:
    """What is left of `span` when `holes` (in order, not overlapping) are cut out of it."""
    pieces: list[Span] = []
    start = span.start
    for hole in holes:
        if hole.end <= start:
            continue
        if hole.start >= span.end:
            break
        if hole.start > start:
            pieces.append(Span(start, hole.start))
        start = hole.end
    if start < span.end:
        pieces.append(Span(start, span.end))
    return tuple(pieces)


def joined(text: str, pieces: Sequence[Span]) -> tuple[str, list[int]]:
    """`pieces` of `text` as if nothing had interrupted them, and where each begins in that."""
    parts: list[str] = []
    starts: list[int] = []
    position = 0
    for number, piece in enumerate(pieces):
        if number:
            # A page break parts words; a footnote mark that touches them does not.
            hole = text[pieces[number - 1].end : piece.start]
            if hole[:1].isspace() or hole[-1:].isspace():
                parts.append(" ")
                position += 1
        starts.append(position)
        parts.append(text[piece.start : piece.end])
        position += piece.length
    return "".join(parts), starts
