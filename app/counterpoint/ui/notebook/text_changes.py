"""What is typed or pasted into a text field, and where it made a difference."""

import re
from collections.abc import Callable

_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_UNFIT = re.compile("[\x00\ufdd0\ufdd1\ufffe\uffff]")
"""Qt takes these for its own marks, or drops them."""


def clean(text: str) -> str:
    """Foreign text as a note can hold it: line feeds only, whole characters, no marks of Qt's."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", whole))


def changed_stretch(old: str, new: str) -> tuple[int, int, str]:
    """Where `new` differs from `old`: at which code point, how many of them went, what came."""
    most = min(len(old), len(new))
    start = _common(most, lambda size: old[:size] == new[:size])
    rest = most - start
    end = _common(rest, lambda size: not size or old[-size:] == new[-size:])
    return start, len(old) - start - end, new[start : len(new) - end]


def _common(most: int, holds: Callable[[int], bool]) -> int:
    """The greatest size up to `most` for which `holds`; it holds for all smaller ones."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low
