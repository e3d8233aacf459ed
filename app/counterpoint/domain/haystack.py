"""A text made ready for finding words in it, once for all quotations. Positions are code points.

White space is flattened and what interrupts a sentence is taken out.
"""

from collections.abc import Sequence
from functools import cached_property

from .flat import Flat
from .span import Span, joined, without
from .spelling import Spelling
from .word_starts import KEY

LONG = 4_000_000
"""Code points; in a longer text only those parts are looked at closely that have a piece of what is
sought."""
_SHORTEST = 6
"""Code points of the pieces of short words, of which no longer one is there."""
_PIECES = 4
"""So many pieces of one length are sought at most, each with a search of the text."""
_MOST = 16
"""Places of one piece that are looked at."""


class Haystack:
    """`text`, and the `interruptions` of it (in order and apart) that searches pass over."""

    def __init__(self, text: str, interruptions: Sequence[Span] = ()) -> None:
        self.text = text
        self.interruptions = tuple(interruptions)
        self.last: tuple[str, tuple[Span, ...]] = ("", ())
        """The words that were sought last, and where they were found: of each quotation it is
        asked several times."""
        self._spelt: tuple[str, list[Span]] = ("", [])
        self._likely: tuple[str, list[int]] = ("", [])

    def broken_by(self, interruptions: Sequence[Span]) -> "Haystack":
        """The same text with other interruptions, which shares what was made of it."""
        other = Haystack(self.text, interruptions)
        if "flat" in vars(self):
            other.flat = self.flat
        return other

    @cached_property
    def flat(self) -> Flat:
        """The text as it stands, with what interrupts it."""
        return Flat(self.text, (Span(0, len(self.text)),))

    @cached_property
    def unbroken(self) -> Flat:
        """The text as if nothing had interrupted it."""
        if not self.interruptions:
            return self.flat
        return Flat(self.text, without(Span(0, len(self.text)), self.interruptions))

    @cached_property
    def spelling(self) -> Spelling:
        """For finding words that are spelt otherwise. Made of all of the text."""
        return Spelling(self.unbroken)

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

    def spelt_otherwise(self, words: str) -> list[Span]:
        """Where `words` stand with other marks, dashes, capitals and the like, in order. Of a long
        text, where a piece of them stands letter by letter."""
        if self._spelt[0] != words:
            self._spelt = (words, self._spelt_otherwise(words))
        return self._spelt[1]

    def _spelt_otherwise(self, words: str) -> list[Span]:
        if len(self.text) <= LONG:
            return list(self.spelling.places(words))
        needle = " ".join(words.split())
        found: set[Span] = set()
        for start in self.likely(words):
            # As much more as hyphens, spaces and parted accents may take.
            slack = len(needle) // 2 + 2 * KEY
            flat = self.unbroken
            low, high = max(0, start - slack), min(len(flat.text), start + len(needle) + slack)
            pieces = without(flat.span(low, high), self.interruptions)
            found.update(Spelling(Flat(self.text, pieces)).places(words))
        return sorted(found)

    def likely(self, words: str) -> list[int]:
        """About where in `unbroken` the words begin, by pieces of them that stand there; the
        likeliest first."""
        if self._likely[0] != words:
            needle = " ".join(words.split())
            self._likely = (words, _apart(self._begins(needle), max(KEY, len(needle) // 4)))
        return self._likely[1]

    def _begins(self, needle: str) -> dict[int, int]:
        """By the longest pieces that are there."""
        lengths = [2 * KEY] if len(needle) >= 3 * KEY else []
        lengths += [KEY] if len(needle) >= KEY + _SHORTEST else []
        # One word that is another may leave no longer piece of a few.
        lengths += [max(_SHORTEST, len(needle) // 3)] if len(needle) < 4 * KEY else []
        for length in lengths:
            found = self._voted(_pieces(needle, length))
            if found:
                return found
        return {}

    def _voted(self, pieces: Sequence[tuple[int, str]]) -> dict[int, int]:
        """Where the words would begin, with how many `pieces` of them say so."""
        votes: dict[int, int] = {}
        for start, piece in pieces:
            for at in self.unbroken.near(piece, _MOST):
                begin = max(0, at - start)
                votes[begin] = votes.get(begin, 0) + 1
        return votes

    def cut(self, span: Span) -> str:
        """What stands at `span`, without what interrupts it."""
        holes = self.interruptions
        return joined(self.text, without(span, holes))[0] if holes else self.text[slice(*span)]


def _pieces(needle: str, length: int) -> list[tuple[int, str]]:
    """Stretches of `needle` from the beginnings of words on, with where they begin."""
    starts = [0, *(at + 1 for at, sign in enumerate(needle) if sign == " ")]
    fitting = [start for start in starts if start + length <= len(needle)] or [0]
    if len(fitting) > _PIECES:
        last = len(fitting) - 1
        fitting = [fitting[number * last // (_PIECES - 1)] for number in range(_PIECES)]
    return [(start, needle[start : start + length]) for start in fitting]


def _apart(votes: dict[int, int], near: int) -> list[int]:
    """The places with most votes, none `near` another."""
    chosen: list[int] = []
    for at in sorted(votes, key=lambda at: (-votes[at], at)):
        if all(abs(at - other) > near for other in chosen):
            chosen.append(at)
        if len(chosen) == _MOST:
            break
    return chosen
