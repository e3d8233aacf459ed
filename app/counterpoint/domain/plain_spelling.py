"""Whether words are the same but for how they are set: the marks, dashes and ligatures, hyphens at
the ends of lines, white space, signs that are not seen, composition and width.

Stricter than `text.fold_spelling`: case, accents, raised figures and hyphens within a line tell
words apart.
"""

import re
from unicodedata import decomposition, normalize

from .folding import DASHES, MARKS

_HYPHENS = "-\u2010\u2011\u00ad"
_UNSEEN = frozenset(
    "\u00ad\u034f\u200b\u200c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060"
    "\u2066\u2067\u2068\u2069\ufeff"
)
"""Not the joiner that makes one emoji of two."""
_SET_OTHERWISE = ("<wide>", "<narrow>", "<initial>", "<medial>", "<final>", "<isolated>")
_LIGATURES = frozenset("ﬀﬁﬂﬃﬄﬅﬆ\u0132\u0133") | {chr(code) for code in range(0xFB13, 0xFB18)}
_PERHAPS = "\x01"
"""Stands for a hyphen at the end of a line, which may be the word's own or the printer's."""
_LINE_END = re.compile(rf"(?<=\w)[{re.escape(_HYPHENS)}]\s+(?=\w)")
_DASH = re.compile(r"\s*-[-\s]*")
_MARK = re.compile(r"\s*'['\s]*")
_DOTS = re.compile(r"\s*(?:\.\s*){3}")


class _Signs(dict[int, str]):
    """What each sign is taken for, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        sign = self[code] = _plain(chr(code))
        return sign


def _plain(sign: str) -> str:
    if sign in MARKS:
        return "'"
    if sign in _UNSEEN:
        return ""
    if sign in DASHES:
        return "-"
    if sign == "…" or sign in _LIGATURES or decomposition(sign).startswith(_SET_OTHERWISE):
        return normalize("NFKC", sign).translate(_SIGNS)
    return sign


_SIGNS = _Signs()


def plain(words: str) -> str:
    """`words` as if they were set in the plainest way. A hyphen at the end of a line is a sign of
    its own, for `same_words`."""
    if not (words.isascii() and words.isalnum()):
        words = normalize("NFC", words)  # an accent of its own is no letter that a hyphen follows
        words = _LINE_END.sub(_PERHAPS, words).translate(_SIGNS)
        words = _MARK.sub("'", _DASH.sub("-", words))
        words = _DOTS.sub("...", words)
    return normalize("NFC", " ".join(words.split()))


def same_words(words: str, there: str) -> bool:
    """True if the two differ in nothing but how they are set."""
    one, other = plain(words), plain(there)
    if one == other:
        return bool(one)
    if _PERHAPS not in one and _PERHAPS not in other:
        return False
    at = by = 0
    while at < len(one) or by < len(other):
        a, b = one[at : at + 1], other[by : by + 1]
        if a == b or {a, b} == {_PERHAPS, "-"}:
            at, by = at + 1, by + 1
        elif _PERHAPS in (a, b):
            at, by = at + (a == _PERHAPS), by + (b == _PERHAPS)
        else:
            return False
    return True
