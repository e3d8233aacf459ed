"""Signs that a format cannot hold: each is shown as U+FFFD and told, never dropped silently."""

import re
import unicodedata
from collections import Counter

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
"""Control characters (XML 1.0 has none but the tab and line ends), halves of characters, and what
Unicode keeps from being any."""


class FittingText:
    """Makes texts fit for XML and the like, and remembers what could not be kept."""

    def __init__(self) -> None:
        self._found: Counter[str] = Counter()

    def fit(self, text: str) -> str:
        if text.isprintable():  # the rule, and quick
            return text
        return _FORBIDDEN.sub(self._replaced, text)

    def _replaced(self, found: re.Match[str]) -> str:
        self._found[found[0]] += 1
        return "\ufffd"

    def told(self) -> tuple[str, ...]:
        """ "U+0007 (a control character) stands as \ufffd in 2 places"."""
        return tuple(
            f"U+{ord(sign):04X} ({_what(sign)}) cannot stand in this format: it is shown as \ufffd "
            + ("in one place" if count == 1 else f"in {count} places")
            for sign, count in sorted(self._found.items())
        )


def _what(sign: str) -> str:
    match unicodedata.category(sign):
        case "Cc":
            return "a control character"
        case "Cs":
            return "half a character"
    return "no character"
