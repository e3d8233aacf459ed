"""What the words of a text are when it is searched: stretches of letters and figures, folded.

Case, accents, composition, ligatures, width, soft hyphens and signs that are not seen make no
difference. A word broken by a hyphen at a line's end is one word; its halves are kept beside it, as
nothing tells whether the hyphen is its own. Writing without spaces gives a word for each sign.
"""

import re
from functools import lru_cache
from unicodedata import category

from counterpoint.domain.folding import fold

_LINE_END = re.compile(r"(?<=\w)[-\u2010\u2011]\s*\n\s*(?=\w)")
"""A hyphen with the line's end after it, within a word."""
_BROKEN = re.compile(r"(\w+)[-\u2010\u2011]\s*\n\s*(\w+)")
_OTHER = re.compile(r"[^\x00-\x7f]+")
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # radicals
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
"""Code points of scripts that set no space between words."""


WordAt = tuple[str, int, int]
"""A folded word, and the code points of the text that it was made of: from, up to. A plain tuple,
as of a page of results thousands are made for each key."""


def searchable(text: str) -> str:
    """`text` with its words folded and all else between them as signs that part words: what the
    engine is given, and what queries are made of."""
    if "\n" in text:
        text = _LINE_END.sub("", text)
    if not text.isascii():
        text = _OTHER.sub(_folded, text)
    return text.lower()


def words_of(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    return _WORD.findall(searchable(text))


def halves(text: str) -> str:
    """The two halves of each word of `text` that a hyphen breaks at a line's end, folded; ""
    where there is none."""
    if "-" not in text and "\u2010" not in text and "\u2011" not in text:
        return ""
    return " ".join(searchable(half) for found in _BROKEN.finditer(text) for half in found.groups())


def words_at(text: str) -> list[WordAt]:
    """As `words_of`, with where each stands in `text`."""
    aligned = _aligned(text)
    if aligned is not None:
        return [(each[0], each.start(), each.end()) for each in _WORD.finditer(aligned)]
    found: list[WordAt] = []
    broken = {at for each in _LINE_END.finditer(text) for at in range(*each.span())}
    word: list[str] = []
    start = end = 0
    for at, sign in enumerate(text):
        if at in broken:
            continue
        # One sign may be several ("½" is 1 and 2), or none.
        for letter in searchable(sign):
            if _WORD.match(letter):
                if not word:
                    start = at
                word.append(letter)
                end = at + 1
            elif word:
                found.append(("".join(word), start, end))
                word = []
    if word:
        found.append(("".join(word), start, end))
    return found


def _aligned(text: str) -> str | None:
    """As `searchable`, where each code point is one of it too."""
    if "\n" in text and _LINE_END.search(text):
        return None
    if not text.isascii():
        folded = _OTHER.sub(_one_for_each, text)
        if _NOT_ONE in folded:
            return None
        text = folded
    lower = text.lower()
    return lower if len(lower) == len(text) else None


_NOT_ONE = "\0"


def _one_for_each(found: re.Match[str]) -> str:
    signs = [_folded_sign(sign) for sign in found[0]]
    return "".join(signs) if all(len(sign) == 1 for sign in signs) else _NOT_ONE


def _folded(found: re.Match[str]) -> str:
    return "".join(map(_folded_sign, found[0]))


@lru_cache(maxsize=8192)
def _folded_sign(sign: str) -> str:
    return "".join(map(_as_part, fold(sign)))


def _as_part(letter: str) -> str:
    """`letter`, which was folded, as it stands in a word; a space where it parts words."""
    if letter.isascii():
        return letter
    kind = category(letter)
    if kind == "Cf" or "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef":
        return ""
    if kind[0] not in "LNM":
        return " "
    code = ord(letter)
    if any(first <= code <= last for first, last in _UNSPACED):
        return f" {letter} "
    return letter


_WORD = re.compile(r"(?:[0-9a-z]|[^\x00-\x7f])+")
"""A word of what `searchable` gives, whose signs beyond ASCII are all parts of words but for
spaces, which it writes as plain ones."""
