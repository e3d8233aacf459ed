"""Where in a long text words begin, by what follows: for finding many stretches of words in it.

The text is gone through once, about a third of a microsecond for each word, of which two numbers
are kept. What is found is compared with the text: two stretches of the same key do no harm.
"""

from array import array
from itertools import islice

KEY = 24
"""Code points, from the beginning of a word on, by which a stretch is found."""
_SLOTS = 1 << 20
_MOST = 2_000
"""Places with the same key, beyond which it does not tell enough."""


class WordStarts:
    """Of a `text` whose words are parted by single spaces."""

    def __init__(self, text: str) -> None:
        self._text = text
        # For each key the word that has it last, and for each word the one before it that has it.
        self._last = last = array("l", bytes(array("l").itemsize * _SLOTS))
        self._earlier = earlier = array("l", [0])
        self._begins = begins = array("l", [0])
        mask, find, at, number = _SLOTS - 1, text.find, text.find(" ") + 1, 0
        while at:
            number += 1
            slot = hash(text[at : at + KEY]) & mask
            begins.append(at)
            earlier.append(last[slot])
            last[slot] = number
            at = find(" ", at) + 1

    def at(self, piece: str, most: int) -> list[int] | None:
        """Up to `most` places, the last first, where a word begins and `piece` does: of `KEY` code
        points or more. None where so many words begin alike that to compare them all is no gain."""
        number = self._last[hash(piece[:KEY]) & (_SLOTS - 1)]
        begins, earlier, startswith = self._begins, self._earlier, self._text.startswith
        found: list[int] = []
        for _ in range(_MOST):
            if not number or len(found) == most:
                return found
            if startswith(piece, begins[number]):
                found.append(begins[number])
            number = earlier[number]
        return None

    def of(self, needle: str) -> list[int] | None:
        """Where `needle` begins, in order; None where that has to be searched for: it has no word
        within that is followed by enough, or only such as stand everywhere."""
        for start in islice(_inner_words(needle), 8):
            found = self.at(needle[start:], _MOST)
            if found is not None:
                begins = (at - start for at in reversed(found) if at >= start)
                return [at for at in begins if self._text.startswith(needle, at)]
        return None


def _inner_words(needle: str) -> list[int]:
    """Where words begin that a space within `needle` sets off and `KEY` code points follow. Its
    first word may have something before it in the text that is no space."""
    starts: list[int] = []
    at = needle.find(" ") + 1
    while 0 < at <= len(needle) - KEY:
        starts.append(at)
        at = needle.find(" ", at) + 1
    return starts
