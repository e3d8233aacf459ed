"""A stretch of a text, counted in code points."""

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
        """True where the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


def without(span: Span, holes: tuple[Span, ...]) -> tuple[Span, ...]:
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
