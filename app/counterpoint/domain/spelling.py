"""Words that stand in a text spelt otherwise: with other marks, dashes, capitals or spaces, with
ligatures or accents apart from their letters, broken at a line's end, with signs that are not seen.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, islice
from unicodedata import category, name

from .flat import Flat, occurrences
from .folding import DASHES, fold_spelling
from .span import Span
from .whole_words import inside_word, with_marks

_CHUNK = 4096
"""Code points of a text that are folded together; a place is worked out within one."""
_TRIES = 10_000
"""Places that are looked at: a letter alone stands in nearly every word."""
_NAMED = 3
"""So many signs are named at most."""


class Spelling:
    """One text, ready to be searched for words that may be spelt otherwise in it."""

    def __init__(self, flat: Flat) -> None:
        self._flat = flat
        self._starts = [*_chunks(flat.text)]
        self._ends = [*self._starts[1:], len(flat.text)]
        parts = list(map(self._part, self._starts, self._ends))
        self._folded = "".join(parts)
        self._begins = [0, *accumulate(map(len, parts))]

    def _part(self, start: int, end: int) -> str:
        words = self._flat.text[start:end]
        # What has a hyphen or a dash at its end goes on in the next part; else a space is between.
        last = words.rstrip()
        goes_on = last[-1:] in DASHES or self._flat.text[end : end + 1] in DASHES
        folded = fold_spelling(words)
        # An ellipsis is one with what is before and after it, whatever stands between.
        goes_on = goes_on or folded.endswith("...") or self._flat.text[end : end + 1] in (".", "…")
        return folded + ("" if goes_on else " ")

    def places(self, words: str, *, parts: bool = False) -> Iterator[Span]:
        """Where `words` stand in the text as whole words, in order; with `parts`, where they are
        parts of longer ones."""
        needle = fold_spelling(words)
        if not needle:
            return
        for start in islice(occurrences(needle, self._folded), _TRIES):
            end = start + len(needle)
            is_part = _within(self._folded, start) or _within(self._folded, end)
            if is_part == parts:
                yield self._span(words.strip(), self._place(start), self._place(end - 1) + 1)

    def _place(self, at: int) -> int:
        """Where the sign stands in the flat text that became the folded one at `at`."""
        number = bisect_right(self._begins, at) - 1
        start, offset = self._starts[number], at - self._begins[number]
        low, high = start, self._ends[number] - 1
        while low < high:  # the shortest beginning of the part that has the sign in it
            middle = (low + high) // 2
            if len(fold_spelling(self._flat.text[start : middle + 1])) > offset:
                high = middle
            else:
                low = middle + 1
        return low

    def _span(self, words: str, start: int, end: int) -> Span:
        """With the accents of the last letter, and the marks that the words have too."""
        text = self._flat.text
        while end < len(text) and (category(text[end])[0] == "M" or inside_word(text, end)):
            end += 1
        return self._flat.span(*with_marks(words, text, Span(start, end)))


def _chunks(text: str) -> Iterator[int]:
    """Where the parts of a flat text begin: each with a word."""
    start = 0
    while start < len(text):
        yield start
        if len(text) - start <= _CHUNK:
            return
        end = text.rfind(" ", start, start + _CHUNK)
        end = text.find(" ", start + _CHUNK) if end < 0 else end
        start = len(text) if end < 0 else end + 1


def _within(text: str, at: int) -> bool:
    """Whether a cut at `at` goes through a word of a folded text."""
    return 0 < at < len(text) and (
        category(text[at])[0] == "M" or (text[at - 1].isalnum() and text[at].isalnum())
    )


def odd_signs(words: str, others: str) -> str:
    """The signs of `words` which `others` do not have, as far as they are not plain: "ﬁ (U+FB01
    latin small ligature fi), U+00AD (soft hyphen)", or ""."""
    signs = dict.fromkeys(
        sign
        for sign in words
        if sign not in others and not (sign.isascii() and sign.isalnum()) and not sign.isspace()
    )
    return ", ".join(named(sign) for sign in [*signs][:_NAMED])


def named(sign: str) -> str:
    """The sign as it is, if it is seen, with its number and its name: "ﬁ (U+FB01 latin small
    ligature fi)"; one of ASCII alone."""
    called = name(sign, "").lower()
    number = f"U+{ord(sign):04X}"
    if sign.isascii():
        return sign
    if category(sign)[0] in "CM":
        return f"{number} ({called})" if called else number
    return f"{sign} ({number} {called})"
