"""What would act on a terminal, or turn round what it shows, written out so that it is seen.

Each such sign stands there as its number, "\\u001b": as JSON writes it, which may so hold it.
"""

from collections.abc import Iterable, Mapping

_SPACES = frozenset("\t\n\r\x85")
"""Controls that are white space: the tab, and what breaks lines."""
_CONTROLS = [chr(code) for code in (*range(32), *range(127, 160)) if chr(code) not in _SPACES]
_BREAKS = "\r\x85\u2028\u2029"
"""The ends of lines that only some programs take for such."""
_DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks of it. What is only not seen, such as the joiners in emoji, harms nobody."""


def _numbers(signs: Iterable[str]) -> Mapping[int, str]:
    """Each sign's number in its place, for `str.translate`."""
    return {ord(sign): f"\\u{ord(sign):04x}" for sign in signs}


_CONTROL = _numbers(_CONTROLS)
_ACTS = _numbers((*_CONTROLS, *_BREAKS, *_DIRECTION))


def escaped(text: str) -> str:
    """`text` for a terminal: nothing in it acts there but tabs and line feeds."""
    return text if text.isprintable() else text.translate(_ACTS)


def on_one_line(text: str) -> str:
    """As `visible`, with line feeds as "\\n": nobody can add a line to what is said."""
    return escaped(text).replace("\n", "\\n")


def without_controls(text: str) -> str:
    """`text` as it is but for control characters, which are no words."""
    return text if text.isprintable() else text.translate(_CONTROL)
