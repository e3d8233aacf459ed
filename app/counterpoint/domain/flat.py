"""A text with its white space flattened, in which words are found wherever they stand.

Each search is one of `str.find`: linear in the text however its words, or those that are sought,
repeat themselves. A text that is searched many times is gone through once more and then not again.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from .span import Span, joined
from .word_starts import KEY, WordStarts

_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""White space but for the plain one."""
_LONG_SPACE = re.compile("  +")
_SEARCHES = 100
"""After so many, to know where words begin has cost less than they did."""
_LEAST = 200_000
"""Code points; a shorter text is searched in no time."""


class Flat:
    """The `pieces` of a text put together, with one space for each stretch of white space."""

    def __init__(self, text: str, pieces: Sequence[Span]) -> None:
        kept, self._starts = joined(text, pieces)
        self._pieces = pieces
        for space in _SPACES:
            kept = kept.replace(space, " ")
        # Where positions part: after each stretch of two or more, and by how much from there on.
        self._after = array("q")
        self._more = array("q")
        more = done = 0
        parts: list[str] = []
        for found in _LONG_SPACE.finditer(kept):
            start, end = found.span()
            parts.append(kept[done : start + 1])
            done = end
            self._after.append(start - more + 1)
            more += end - start - 1
            self._more.append(more)
        parts.append(kept[done:])
        self.text = "".join(parts)
        self._searches = 0
        self._word_starts: WordStarts | None = None

    def original(self, place: int) -> int:
        """Where the code point `place` of this text stands in the one that it was made from."""
        index = bisect_right(self._after, place) - 1
        if index >= 0:
            place += self._more[index]
        piece = bisect_right(self._starts, place) - 1
        return self._pieces[piece].start + place - self._starts[piece]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original from the code point `start` of this text up to `end`."""
        return Span(self.original(start), self.original(end - 1) + 1)

    def places(self, needle: str) -> Iterator[Span]:
        """Every place of `needle`, which is not empty and as flat as this text, in order."""
        for start in self.begins(needle):
            yield self.span(start, start + len(needle))

    def begins(self, needle: str) -> Iterator[int]:
        """Where in this text each place of `needle` begins, in order."""
        starts = self._often_searched()
        known = starts.of(needle) if starts is not None else None
        return occurrences(needle, self.text) if known is None else iter(known)

    def near(self, piece: str, most: int) -> list[int]:
        """Up to `most` places of `piece`, at the beginning of a word."""
        starts = self._often_searched()
        if starts is not None and len(piece) >= KEY:
            return starts.at(piece, most) or []
        return [*islice(occurrences(piece, self.text), most)]

    def _often_searched(self) -> WordStarts | None:
        self._searches += 1
        if self._word_starts is None and self._searches > _SEARCHES and len(self.text) > _LEAST:
            self._word_starts = WordStarts(self.text)
        return self._word_starts


def occurrences(needle: str, text: str) -> Iterator[int]:
    """Where `needle`, which is not empty, begins in `text`, in order, overlapping or not."""
    at = text.find(needle)
    period = 0
    while at >= 0:
        yield at
        # Two that overlap are a period of the needle apart: no search along a repetition.
        if period and text.startswith(needle[-period:], at + len(needle)):
            at += period
            continue
        after = text.find(needle, at + 1)
        if not period and 0 <= after < at + len(needle):
            period = _period(needle)
        at = after


def _period(needle: str) -> int:
    """By how many code points `needle` has to be shifted, at least, to lie on itself."""
    border = 0
    borders = [0]
    for letter in needle[1:]:
        while border and needle[border] != letter:
            border = borders[border - 1]
        border += needle[border] == letter
        borders.append(border)
    return len(needle) - border
