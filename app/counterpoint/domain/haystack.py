"""A text made ready for finding words in it, once for all quotations. Positions are code points.

White space is flattened and what interrupts a sentence is taken out, so that each search is one of
`str.find`: linear in the text however its words, or those that are sought, repeat themselves.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from .span import Span, joined, without

_LONG_SPACE = re.compile(r"\s\s+")


class Haystack:
    """`text`, and the `interruptions` of it (in order and apart) that searches pass over."""

    def __init__(self, text: str, interruptions: Sequence[Span] = ()) -> None:
        self.text = text
        self.interruptions = tuple(interruptions)
        self.last: tuple[str, tuple[Span, ...]] = ("", ())
        """The words that were sought last, and where they were found: of each quotation it is
        asked several times."""

    def broken_by(self, interruptions: Sequence[Span]) -> "Haystack":
        """The same text with other interruptions, which shares what was made of it."""
        other = Haystack(self.text, interruptions)
        if "flat" in vars(self):
            other.flat = self.flat
        return other

    @cached_property
    def flat(self) -> "Flat":
        """The text as it stands, with what interrupts it."""
        return Flat(self.text, (Span(0, len(self.text)),))

    @cached_property
    def unbroken(self) -> "Flat":
        """The text as if nothing had interrupted it."""
        if not self.interruptions:
            return self.flat
        return Flat(self.text, without(Span(0, len(self.text)), self.interruptions))

    def places(self, words: str) -> list[Span]:
        """Every place where `words` stand, in order, also inside longer words and across what
        interrupts; also places that overlap. White space may differ."""
        needle = " ".join(words.split())
        if not needle:
            return []
        found = list(self.flat.places(needle))
        if not self.interruptions:
            return found
        return sorted({*found, *self.unbroken.places(needle)})


class Flat:
    """The `pieces` of a text put together, with one space for each stretch of white space."""

    def __init__(self, text: str, pieces: Sequence[Span]) -> None:
        kept, self._starts = joined(text, pieces)
        self._pieces = pieces
        first, last = " " * kept[:1].isspace(), " " * kept[-1:].isspace()
        self.text = first + " ".join(kept.split()) + last
        # Where positions part: after each stretch of two or more, and by how much from there on.
        self._after = array("q")
        self._more = array("q")
        more = 0
        for found in _LONG_SPACE.finditer(kept):
            start, end = found.span()
            self._after.append(start - more + 1)
            more += end - start - 1
            self._more.append(more)

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
        for start in occurrences(needle, self.text):
            yield self.span(start, start + len(needle))


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
