"""Stretches of text in which no line can be broken: Qt takes seconds to lay out a long one."""

import re

_BLOCK = 2000
LONGEST = 2 * _BLOCK - 1
"""Letters without a place at which a line may be broken that are surely no stretch too long."""
_LETTERS = re.compile(r"[!-\u0dff]*")
"""Of scripts in which lines are broken at spaces; in East Asia's they are almost anywhere."""


def is_unbroken(text: str) -> bool:
    """Whether a stretch in `text` is longer than LONGEST; of shorter ones it may be said from half
    that length on."""
    blocks = range(0, len(text) - _BLOCK + 1, _BLOCK)
    return any(_LETTERS.fullmatch(text, at, at + _BLOCK) for at in blocks)


def is_unbroken_at(text: str, start: int, end: int) -> bool:
    """The same of the stretch round the code points from `start` to `end`, which were put in: as
    quick in a long text as in a short one."""
    return is_unbroken(text[max(0, start - LONGEST) : end + LONGEST])
