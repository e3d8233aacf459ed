"""UTF-16 and UTF-32 that no mark tells, in whatever script: told from bytes that no text in another
encoding has, and from what they make when they are read so."""

import unicodedata
from collections import Counter

_HEAD = 8192
"""Bytes that are looked at; a number that letters of four bytes fit into."""
_LEAST = 8
_OF_NO_BYTES = bytes((*range(9), *range(14, 27), *range(28, 32)))
"""They stand in no text of other encodings, and in each of these: a space is one of them with a
nought, a Chinese full stop one with a two."""
_MOST_ODD = 0.02
"""Of the signs that are read, how many may be none that a text has."""
_ONE_SCRIPT = 0.9
"""Of the letters that are read, how many are of the two scripts that are the most frequent."""
_PARTING = frozenset(" \n\r\t\u00a0\u3000,.、。，")
_EASTERN = frozenset(
    (
        "CJK",
        "HIRAGANA",
        "KATAKANA",
        "KATAKANA-HIRAGANA",
        "HALFWIDTH",
        "FULLWIDTH",
        "HANGUL",
        "BOPOMOFO",
    )
)


def unmarked_unicode(data: bytes) -> str:
    """Python's name of it, as "utf-16-le"; "" where `data` is none of them. An end that was cut off
    in mid-letter does not count."""
    head = data[:_HEAD]
    if len(head) < _LEAST or not head.translate(None, head.translate(None, _OF_NO_BYTES)):
        return ""
    for size, names in ((4, ("utf-32-le", "utf-32-be")), (2, ("utf-16-le", "utf-16-be"))):
        whole = head[: len(head) // size * size]
        read = {name: _read(whole, name) for name in names}
        likely = {name: _parted(text) for name, text in read.items() if _is_text(text)}
        if likely:
            return max(likely, key=likely.__getitem__)
    return ""


def _read(head: bytes, name: str) -> str:
    """ "" for what is not written so. The head may end between the halves of a letter."""
    for cut in (0, 2):
        try:
            return head[: len(head) - cut].decode(name)
        except UnicodeDecodeError as error:
            if error.start < len(head) - 4:
                return ""
    return ""


def _parted(text: str) -> int:
    return sum(sign in _PARTING for sign in text)


def _is_text(text: str) -> bool:
    if "\0" in text.rstrip("\0") or not _parted(text):
        return False
    kinds = Counter(map(_kind, text))
    words = kinds["letter"] + kinds["number"]
    if not kinds["letter"] or kinds["odd"] > _MOST_ODD * len(text) or words < 0.3 * len(text):
        return False
    scripts = Counter(_script(sign) for sign in text[:2000] if _kind(sign) == "letter")
    frequent = sum(many for _, many in scripts.most_common(2))
    return frequent >= _ONE_SCRIPT * scripts.total()


def _kind(sign: str) -> str:
    if sign in "\t\n\r\f\ufeff":
        return "other"
    category = unicodedata.category(sign)
    if category in ("Cc", "Cn", "Co", "Cs"):
        return "odd"
    return {"L": "letter", "M": "letter", "N": "number"}.get(category[0], "other")


def _script(letter: str) -> str:
    word = unicodedata.name(letter, "").partition(" ")[0]
    return "CJK" if word in _EASTERN else word
