"""Finding typed words in a text of any length, a slice at a time.

Letters match whatever their case; typographic quotation marks match plain ones; white space
matches any white space, so that a line end within what is sought makes no difference; nor does a
hyphen at a line's end, a sign that is not seen, or what interrupts a sentence, as the head of a
page.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from counterpoint.domain.folding import NOT_SEEN, fold_case
from counterpoint.domain.span import Span

SLICE = 1 << 18
"""Code points searched at a time: two or three milliseconds' work."""
_SLACK = 400
"""Code points of white space and the like by which what is found may be longer than typed."""
Finds = tuple["array[int]", "array[int]"]
"""Where finds start, and where they end: code points, in order."""


_BREAK = f"(?:[{NOT_SEEN}]+|[-\u2010\u2011]\\s*\\n\\s*)?"
"""What may part the letters of a word and is no letter of it."""
_SPACE = rf"[{NOT_SEEN}]*\s[\s{NOT_SEEN}]*"
_UNSEEN = str.maketrans("", "", NOT_SEEN)
_LINE_END = r"(?:\s*\n\s*)?"


def _broken(word: str) -> str:
    """A pattern that finds a word also where it is broken at a line's end."""
    parts: list[str] = []
    for before, letter in zip(" " + word, word, strict=False):
        if letter.isalnum() and before == "-":
            parts.append(_LINE_END)
        elif letter.isalnum() and before.isalnum():
            parts.append(_BREAK)
        parts.append(re.escape(letter))
    return "".join(parts)


def _apart(spans: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


class Search:
    """What a query finds in a text: nothing until `look` is called for its slices, and what it
    gives is kept.

    Finds do not overlap. They are kept as two arrays for each slice, so that many cost little.
    """

    def __init__(self, text: str, query: str, interruptions: Sequence[Span] = ()) -> None:
        """`interruptions` of the text, in order and apart, are passed over too."""
        self._text = text
        self._interruptions = interruptions
        words = fold_case(query.translate(_UNSEEN) or query).split()
        self._pattern = re.compile(_SPACE.join(map(_broken, words))) if words else None
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
        end = start + SLICE + self._reach
        folded = fold_case(self._text[start:end])
        found = self._spans(folded, start)
        holes = [each for each in self._interruptions if each.start < end and start < each.end]
        if holes:
            found = _apart([*found, *self._over(folded, start, holes)])
        return array("q", [each.start for each in found]), array("q", [each.end for each in found])

    def _spans(self, folded: str, start: int) -> list[Span]:
        assert self._pattern
        spans: list[Span] = []
        for found in self._pattern.finditer(folded):
            if found.start() >= SLICE:
                break
            spans.append(Span(start + found.start(), start + found.end()))
        return spans

    def _over(self, folded: str, start: int, holes: Sequence[Span]) -> list[Span]:
        """What is found only where the holes are passed over."""
        parts: list[str] = []
        at = start
        for hole in holes:
            begin, end = max(at, hole.start), min(hole.end, start + len(folded))
            parts += [folded[at - start : begin - start], " " * max(0, end - begin)]
            at = max(at, end)
        parts.append(folded[at - start :])
        spans = self._spans("".join(parts), start)
        return [span for span in spans if any(hole.overlaps(span) for hole in holes)]

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
