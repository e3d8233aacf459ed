"""Texts in UTF-7, in which old mail writes letters beyond ASCII: "pr+AOk-cis" for "précis"."""

import re
import unicodedata

_SHIFT = re.compile(r"\+([A-Za-z0-9+/]*)")
_LEAST = 3
"""Stretches of such letters: one or two may be there by chance."""
_COMMON = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW")
"""Scripts whose letters are a small part of all: what only looks like a stretch gives others."""


def read_utf7(data: bytes) -> str | None:
    """The text of `data`, if it is written so: each plus sign begins letters beyond ASCII, of a
    script whose letters nothing else gives, or stands for itself as it does there ("+-")."""
    if not data.isascii() or data.count(b"+") < _LEAST:
        return None
    written = data.decode("ascii")
    stretches = [each for each in _SHIFT.findall(written) if each]
    if len(stretches) < _LEAST:
        return None
    try:
        text = data.decode("utf-7")
    except UnicodeDecodeError:
        return None
    beyond = {letter for letter in text if letter > "\x7f"}
    return text if beyond and all(map(_is_likely, beyond)) else None


def _is_likely(letter: str) -> bool:
    kind = unicodedata.category(letter)
    if kind[0] in "LM":
        return unicodedata.name(letter, "").startswith((*_COMMON, "COMBINING"))
    return (kind[0] in "PSNZ" and letter.isprintable()) or letter == "\u00a0"
