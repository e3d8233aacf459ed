"""What would act on a terminal, or turn round what it shows, written out so that it is seen.

Each such sign stands there as its number, "\\u001b": as JSON writes it, which may so hold it.
"""

import re

_CONTROLS = "\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
"""But those of white space: tab, and what breaks lines."""
_CONTROL = re.compile(f"[{_CONTROLS}]")
_ACTS = re.compile(f"[{_CONTROLS}\r\x85\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Also the ends of lines that only some programs take for such, and marks of direction. What is
only not seen, such as the joiners in emoji, harms nobody."""


def escaped(text: str) -> str:
    """`text` for a terminal: nothing in it acts there but tabs and line feeds."""
    return text if text.isprintable() else _ACTS.sub(_number, text)


def on_one_line(text: str) -> str:
    """As `visible`, with line feeds as "\\n": nobody can add a line to what is said."""
    return escaped(text).replace("\n", "\\n")


def without_controls(text: str) -> str:
    """`text` as it is but for control characters, which are no words."""
    return text if text.isprintable() else _CONTROL.sub(_number, text)


def _number(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"
