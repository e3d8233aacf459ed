"""What a hyphen at a line's end is: the line's, the word's own, or nobody can say.

Nothing is dropped by rule. The hyphen goes only where the document itself writes the word without
one elsewhere and nowhere with one. It stays where the document writes it so elsewhere; else it
stays too, and a quotation may have it or not.
"""

import re
from collections.abc import Iterable
from enum import Enum

HYPHENS = "-\u2010\u00ad\ufffe"
"""A hyphen, its own sign, a soft one, and what PDFium gives for one at a line's end."""
HYPHEN_SIGNS = frozenset(HYPHENS)
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+)[-\u2010\u00ad\ufffe]$")
_FIRST = re.compile(r"[^\W\d_]+")


_AFTER_SUSPENDED = frozenset(
    (
        *("and", "or", "to", "nor", "but", "und", "oder", "bis", "et", "ou", "y", "o", "e", "ed"),
        *("en", "of", "och", "og", "eller", "и", "или", "а", "либо", "та", "або", "i", "lub"),
    )
)
"""After a hyphen that stands for the rest of a word, as in “short- and long-term”."""


class Hyphen(Enum):
    NONE = 0
    """The line does not end in a hyphen within a word."""
    OF_THE_LINE = 1
    """The word has none: it goes."""
    OF_THE_WORD = 2
    DOUBTFUL = 3


class Words:
    """The words of a document, as far as they stand within lines. Asked for when first needed."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = lines
        self._words: set[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            self._words = set()
            for line in self._lines:
                words = _WORD.findall(line.rstrip(" " + HYPHENS).casefold())
                if line.rstrip().endswith(tuple(HYPHENS)):
                    words = words[:-1]
                self._words.update(words[:])
        return word in self._words

    def hyphen(self, line: str, following: str) -> Hyphen:
        """What ends `line`, which has no white space at its end, before `following`, which has
        none at its start."""
        if line[-1:] not in HYPHEN_SIGNS or not line:
            return Hyphen.NONE
        last = _LAST.search(line)
        first = _FIRST.match(following)
        if last is None or first is None:
            return Hyphen.NONE
        if first[0].casefold() in _AFTER_SUSPENDED:
            return Hyphen.NONE
        if line[-1] == "\u00ad":
            return Hyphen.OF_THE_LINE
        left = _WORD.findall(line[:-1].casefold())[-1]
        right = first[0].casefold()
        apart = f"{left}-{right}" in self
        whole = left + right in self
        if apart:
            return Hyphen.DOUBTFUL if whole else Hyphen.OF_THE_WORD
        if whole and following[0].islower():
            return Hyphen.OF_THE_LINE
        return Hyphen.OF_THE_WORD if following[0].isupper() else Hyphen.DOUBTFUL
