"""What is made alike in texts before words are sought in them.

The foldings differ in what makes no difference where they are used; the signs that they know are
listed once.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

_PLAIN_QUOTES = {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"'}
"""The quotation marks that a typist has no key for."""
_SINGLE_MARKS = "'`´‘’‚‛′"
_DOUBLE_MARKS = '"“”„‟«»″'
MARKS = _SINGLE_MARKS + _DOUBLE_MARKS + "‹›"
"""Quotation marks and what is set for them."""
DASHES = "-‐‑‒–—―−\u00ad"
"""With the soft hyphen, which stands at a line's end as a hyphen does."""
_UNSEEN = "\u034f\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
NOT_SEEN = f"{_UNSEEN}\u00ad\u061c\u180e\u2066\u2067\u2068\u2069"
"""Signs that no reader sees, between letters."""


class Folded(NamedTuple):
    """A folded text, and for each code point of it the one that it came from."""

    text: str
    positions: list[int]


def fold(text: str) -> str:
    """`text` without the differences of case, accent and typography that a typist leaves out.

    Folds each code point by itself, to none, one or several.
    """
    return (text if text.isascii() else _OTHER.sub(_fold_other, text)).lower()


def fold_with_positions(text: str) -> Folded:
    """As `fold`."""
    folded = [fold(letter) for letter in text]
    owners = [position for position, letters in enumerate(folded) for _ in letters]
    return Folded("".join(folded), owners)


def _fold_other(found: re.Match[str]) -> str:
    return _fold_letter(found[0])


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    letters = normalize("NFKD", letter)
    bare = "".join(part for part in letters if not combining(part))
    return bare.casefold().translate(_PLAIN)


_OTHER = re.compile(r"[^\x00-\x7f]")

# What is left different when accents and case are gone.
_PLAIN = str.maketrans(
    {
        **_PLAIN_QUOTES, "‐": "-", "–": "-", "—": "-",
        **dict.fromkeys(NOT_SEEN, ""), "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d",
        "þ": "th", "ı": "i",
    }
)  # fmt: skip


def fold_case(text: str) -> str:
    """`text` without case and typographic quotation marks; as many code points, each in its
    place, so that accents still tell words apart. Quick in a text of any length."""
    if not text.isascii():
        for one, other in (("İ", "i"), *_PLAIN_QUOTES.items()):
            text = text.replace(one, other)
    return text.lower().replace("ς", "σ")


_SPELLING = str.maketrans(dict.fromkeys(DASHES, "-")) | str.maketrans("", "", MARKS + _UNSEEN)
_HYPHEN = re.compile(r"\s*-\s*")
_BEFORE_DOT = re.compile(r"\s+(?=\.)")
_AFTER_DOTS = re.compile(r"(?<=\.\.\.)\s+")


def fold_spelling(text: str) -> str:
    """`text` with all made the same that is only spelt otherwise: without quotation marks,
    hyphens and case, composed, with single spaces, but for those around an ellipsis."""
    alike = normalize("NFKC", text.translate(_SPELLING)).casefold()
    words = " ".join(_HYPHEN.sub("", alike).split())
    return _AFTER_DOTS.sub("", _BEFORE_DOT.sub("", words)) if "." in words else words
