"""Signs in a text that a reader does not see, or sees as something else than they are."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple
from unicodedata import bidirectional, category, name

_SUSPECTS = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls; those that break lines are told elsewhere
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffd\ufdd0-\ufdef\ufffe\uffff\ue000-\uf8ff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
_SEEN_IN_ASCII = bytes([*b"\t\n", *range(32, 127)])
_OVERRIDES = frozenset("\u202d\u202e")
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u2060")
"""They join or part letters in scripts other than ours, or stand for one there."""
_LATIN = range(0x1E00, 0x2000)
"""Latin and Greek letters beyond those of every day."""
_NEARBY = 100
"""Code points on either side, in its line, that tell whether a mark of direction is needed."""


class SignKind(StrEnum):
    """Why a sign is no part of a text that can be seen."""

    LOST_LETTER = "lost letter"
    DIRECTION = "direction"
    CONTROL = "control"
    OF_SOMEBODYS_OWN = "of somebody's own"
    NO_CHARACTER = "no character"
    NOT_SEEN = "not seen"


class Unseen(NamedTuple):
    """A sign at a code point of a text, and what it is."""

    position: int
    sign: str
    kind: SignKind

    @property
    def called(self) -> str:
        """Its number and its name: "U+200B (zero width space)"."""
        named = name(self.sign, "").lower()
        return f"U+{ord(self.sign):04X}" + (f" ({named})" if named else "")


def beyond_ascii(text: str) -> str:
    """`text` without the tabs, line feeds and signs of ASCII that are seen, of which most texts
    consist: what may have to be looked at one by one."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _SEEN_IN_ASCII)
    return rest.decode("utf-8", "surrogatepass")


def unseen(text: str, start: int = 0, end: int | None = None) -> Iterator[Unseen]:
    """Every such sign between two code points of `text`, in order. What a script needs is not one:
    joiners between its letters or in emoji, and marks of direction in a line that is written from
    right to left; nor are tags in a flag."""
    end = len(text) if end is None else end
    if _SUSPECTS.search(beyond_ascii(text[start:end])) is None:
        return
    for found in _SUSPECTS.finditer(text, start, end):
        sign, at = found.group(), found.start()
        if not _is_needed(text, at, sign):
            yield Unseen(at, sign, _kind(sign))


VISIBLE = "\u25ca"
"""A lozenge, which all our letters have."""
_SHOWN = (SignKind.DIRECTION, SignKind.CONTROL, SignKind.NOT_SEEN)
SOFT_HYPHEN = "\u00ad"
"""Is seen where a line breaks at it, as its author meant; elsewhere it is no part of the words."""


def made_visible(text: str) -> str:
    """`text` with a sign that is seen for each that would turn the words round it, for each control
    character and whatever else is not seen but a soft hyphen: for the eyes alone, letter for letter
    as long."""
    wrong = [sign.position for sign in unseen(text) if _is_shown(sign)]
    if not wrong:
        return text
    letters = list(text)
    for position in wrong:
        letters[position] = VISIBLE
    return "".join(letters)


def shown_at(text: str, position: int) -> Unseen | None:
    """The sign for which `made_visible` shows another at a code point of `text`; else None."""
    return next((sign for sign in unseen(text, position, position + 1) if _is_shown(sign)), None)


def _is_shown(sign: Unseen) -> bool:
    return sign.kind in _SHOWN and sign.sign != SOFT_HYPHEN and sign.sign < "\uffff"


def _is_needed(text: str, at: int, sign: str) -> bool:
    if sign in _JOINERS:
        return any(_joins(text[beside : beside + 1]) for beside in (max(0, at - 1), at + 1))
    if sign in _DIRECTIONS:
        before = text[max(0, at - _NEARBY) : at].rpartition("\n")[2]
        after = text[at + 1 : at + _NEARBY].partition("\n")[0]
        return any(_is_right_to_left(letter) for letter in before + after)
    if "\U000e0020" <= sign <= "\U000e007f":
        flag = text.rfind("\U0001f3f4", max(0, at - 8), at)
        return flag >= 0 and all("\U000e0020" <= tag <= "\U000e007f" for tag in text[flag + 1 : at])
    return False


def _is_right_to_left(letter: str) -> bool:
    return category(letter)[0] == "L" and bidirectional(letter) in ("R", "AL")


def _joins(letter: str) -> bool:
    """Whether a joiner beside it has something to do: in emoji and scripts other than Latin, Greek
    and Cyrillic."""
    if not letter or ord(letter) < 0x0590 or ord(letter) in _LATIN:
        return False
    return category(letter)[0] in "LM" or category(letter) in ("So", "Sk")


def _kind(sign: str) -> SignKind:
    if sign == "\ufffd":
        return SignKind.LOST_LETTER
    if sign in _OVERRIDES or sign in _DIRECTIONS:
        return SignKind.DIRECTION
    match category(sign):
        case "Cc":
            return SignKind.CONTROL
        case "Co":
            return SignKind.OF_SOMEBODYS_OWN
        case "Cn":
            return SignKind.NO_CHARACTER
    return SignKind.NOT_SEEN
