"""The letters of a canonical text: what is put right in them, and what is only told.

The text is NFC, by Unicode the same text as before: so that words that a person types are found
in it. Signs that NFC would turn into another shape (CJK compatibility ideographs, the signs for
kelvin, ohm and ångström) stay. What no text can hold is taken out and counted.
"""

import re
from typing import NamedTuple
from unicodedata import is_normalized, normalize

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NO_LETTERS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U000e0000-\U000e001f"
    "\U0010fffe\U0010ffff]"
)
_KEPT = re.compile("([\u2126\u212a\u212b\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_REPLACED = "\ufffd"


class Letters(NamedTuple):
    """A text put right; how many signs were taken out of it."""

    text: str
    removed: int


def put_right(text: str) -> Letters:
    """`text` with line feeds only, no controls but tabs, in NFC."""
    if text.isprintable() or text.replace("\n", "").replace("\t", "").isprintable():
        return Letters(composed(text), 0)
    text = _BREAKS.sub("\n", text)
    text, removed = _NO_LETTERS.subn("", text)
    return Letters(composed(text), removed)


def composed(text: str) -> str:
    """`text` in NFC, but for the signs that this would change in shape."""
    if is_normalized("NFC", text):
        return text
    parts = _KEPT.split(text)
    return "".join(part if at % 2 else normalize("NFC", part) for at, part in enumerate(parts))


def odd_letters(text: str) -> tuple[str, ...]:
    """What a reader of `text` should know of its letters, each a phrase."""
    found: list[str] = []
    turning = len(_BIDI.findall(text)) if not text.isascii() else 0
    if turning:
        found.append(
            f"{turning} unseen signs that turn the direction of writing; they were kept"
            if turning > 1
            else "an unseen sign that turns the direction of writing; it was kept"
        )
    unknown = text.count(_REPLACED) if not text.isascii() else 0
    if unknown:
        found.append(f"{unknown} letters that the file itself marks as unknown (\ufffd)")
    private = len(_PRIVATE.findall(text)) if not text.isascii() else 0
    if private:
        found.append(f"{private} signs of a font's own, which stand for letters or bullets")
    garbled = len(_GARBLED.findall(text)) if not text.isascii() else 0
    if garbled > 1:
        found.append(
            f"{garbled} places where letters were garbled before the file reached us, as in "
            f"“{_sample(text)}”"
        )
    return tuple(found)


_GARBLED = re.compile("â€[\x80-\xbf™œ˜¦“”\u009d]|Ã[\x80-\xbf©¨ª«¡³±¼¶¤§]|â(?=s\\b)")
"""UTF-8 that was read as Windows-1252 at some time."""


def _sample(text: str) -> str:
    found = _GARBLED.search(text)
    if found is None:
        return ""
    return " ".join(text[max(0, found.start() - 12) : found.end() + 12].split())
