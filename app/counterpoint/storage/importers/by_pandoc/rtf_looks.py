"""What a Rich Text file says of the colour and the size of words, where nobody sees them so."""

import re
from typing import NamedTuple

from .unseen_ink import is_unseen

_TABLE = re.compile(rb"\{\s*\\colortbl\b([^{}]*)\}")
_PART = re.compile(rb"\\(red|green|blue)(\d{1,3})")


class Look(NamedTuple):
    """Of the words of a group: numbers of colours, of which 0 is none of its own."""

    ink: int = 0
    ground: int = 0
    size: int | None = None
    """In half points."""


class Looks:
    """The colours of a file, and what is behind the paragraph that is read."""

    def __init__(self, data: bytes) -> None:
        found = _TABLE.search(data)
        self._colours = [_colour(each) for each in found[1].split(b";")] if found else []
        self._paragraph = 0
        self._cells = False

    def after(self, look: Look, word: bytes, value: int) -> Look:
        """How words look after a control word, that looked so before it."""
        match word:
            case b"cf":
                return look._replace(ink=value)
            case b"cb" | b"chcbpat" | b"highlight":
                return look._replace(ground=value)
            case b"fs":
                return look._replace(size=value)
            case b"plain":
                return Look()
            case b"pard":
                self._paragraph = 0
            case b"cbpat":
                self._paragraph = value
            case b"trowd":
                self._cells = False
            case b"clcbpat":
                self._cells = self._cells or bool(self._colour_of(value))
        return look

    def unseen(self, look: Look, *, in_table: bool) -> bool:
        """Whether nobody sees words that look so."""
        ink = self._colour_of(look.ink)
        ground = self._colour_of(look.ground) or self._colour_of(self._paragraph)
        size = None if look.size is None else look.size / 2
        if in_table and self._cells and not ground:
            ink = ""  # which of its cells is of which colour, nobody says
        return is_unseen(ink, ground, size)

    def _colour_of(self, number: int) -> str:
        return self._colours[number] if 0 < number < len(self._colours) else ""


def _colour(said: bytes) -> str:
    parts = {found[1]: min(int(found[2]), 255) for found in _PART.finditer(said)}
    if not parts:
        return ""
    return "".join(f"{parts.get(name, 0):02x}" for name in (b"red", b"green", b"blue"))
