"""Finding typed words in a text of any length, a slice at a time.

Letters match whatever their case; typographic quotation marks match plain ones; white space
matches any white space, so that a line end within what is sought makes no difference.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from counterpoint.domain.folding import fold_case
from counterpoint.domain.span import Span

SLICE = 1 << 18
"""Code points searched at a time: two or three milliseconds' work."""
_SLACK = 400
"""Code points of white space and the like by which what is found may be longer than typed."""
Finds = tuple["array[int]", "array[int]"]
"""Where finds start, and where they end: code points, in order."""


class Search:
    """What a query finds in a text: nothing until `look` is called for its slices, and what it
    gives is kept.

    Finds do not overlap. They are kept as two arrays for each slice, so that many cost little.
    """

    def __init__(self, text: str, query: str) -> None:
        self._text = text
        words = fold_case(query).split()
        self._pattern = re.compile(r"\s+".join(map(re.escape, words))) if words else None
        self._reach = len(query) + _SLACK
        self._found: list[Finds | None] = [None] * self.slices

    @property
    def length(self) -> int:
        """Code points in the text."""
        return len(self._text)

    @property
    def slices(self) -> int:
        return -(-len(self._text) // SLICE) if self._pattern else 0

    def slice_of(self, position: int) -> int:
        return min(max(0, position) // SLICE, max(0, self.slices - 1))

    def look(self, slice_: int) -> Finds:
        """The starts and ends of the finds that begin in one slice; on whatever thread."""
        start = slice_ * SLICE
        starts, ends = array("q"), array("q")
        assert self._pattern
        folded = fold_case(self._text[start : start + SLICE + self._reach])
        for found in self._pattern.finditer(folded):
            if found.start() >= SLICE:
                break
            starts.append(start + found.start())
            ends.append(start + found.end())
        return starts, ends

    def keep(self, slice_: int, finds: Finds) -> None:
        """What `look` found in a slice counts from now on."""
        self._found[slice_] = finds

    @property
    def count(self) -> int:
        """How many were found in the slices searched so far."""
        return sum(len(found[0]) for found in self._found if found)

    def number(self, hit: Span) -> int:
        """How many finds begin before or with `hit`: 1 for the first."""
        slice_ = self.slice_of(hit.start)
        before = sum(len(found[0]) for found in self._found[:slice_] if found)
        here = self._found[slice_]
        return before + (bisect_right(here[0], hit.start) if here else 0)

    def at_or_after(self, position: int) -> Span | None:
        """The first find that begins at or after a code point, else None."""
        for slice_ in range(self.slice_of(position), self.slices):
            found = self._found[slice_]
            if found:
                index = bisect_left(found[0], position)
                if index < len(found[0]):
                    return Span(found[0][index], found[1][index])
        return None

    def before(self, position: int) -> Span | None:
        """The last find that begins before a code point, else None."""
        for slice_ in range(self.slice_of(position), -1, -1):
            found = self._found[slice_] if slice_ < self.slices else None
            if found:
                index = bisect_left(found[0], position) - 1
                if index >= 0:
                    return Span(found[0][index], found[1][index])
        return None

    def touching(self, span: Span) -> Sequence[Span]:
        """The finds that share a code point with `span`, of the slices searched so far."""
        hits: list[Span] = []
        for slice_ in range(self.slice_of(span.start - self._reach), self.slice_of(span.end) + 1):
            found = self._found[slice_] if slice_ < self.slices else None
            if found:
                first = bisect_right(found[1], span.start)
                last = bisect_left(found[0], span.end)
                hits += [Span(found[0][i], found[1][i]) for i in range(first, last)]
        return hits
