"""Cutting words that are too long at the end of a word, so that none is cut."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtGui import QFontMetrics, QFontMetricsF

from counterpoint.labels.text import isolated

ELLIPSIS = "…"
_LONGEST = 2000
"""Code points; nothing of ours that is cut has room for more."""
_NEARLY = 3
"""Words that "…" takes the room of at most, nearly always."""
_END_OF_WORD = re.compile(r"(?<=\S)(?=[ \t\n]|$)")
_LOOSE = " \t\n\u00a0,;:·–—-(“‘"
"""What does not stand alone before an ellipsis."""


def cut(text: str, fits: Callable[[str], bool], reach: int = _LONGEST) -> str:
    """`text` if it `fits`, or as many of its first words as do together with "…". A first word
    that is too long by itself is cut by letters. `reach`: more code points than this do not fit,
    and nearly as many do."""
    if len(text) <= reach and fits(text):
        return text
    ends = [end.start() for end in _END_OF_WORD.finditer(text[: reach + 1])][:-1]
    if reach < _LONGEST:
        for end in reversed(ends[-_NEARLY:]):
            if fits(_begun(text, end)):
                return _begun(text, end)
    text = text[:reach]
    words = _most(text, ends, fits)
    return words or _most(text, range(1, len(text)), fits) or ELLIPSIS


def elided(text: str, metrics: QFontMetrics | QFontMetricsF, width: float) -> str:
    """`text` as far as `cut` leaves it in one line of `width` pixels."""
    return cut(text, lambda words: metrics.horizontalAdvance(words) <= width)


def in_lines(
    text: str, metrics: QFontMetrics | QFontMetricsF, width: float, most: int
) -> list[str]:
    """`text` in lines of `width` pixels, parted between words: at most `most`, of which the last
    ends as `cut` leaves it. A word that is too long by itself goes on in the next line."""
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    lines: list[str] = []
    rest = text[:_LONGEST]
    while rest and len(lines) < most - 1 and metrics.horizontalAdvance(rest) > width:
        ends = [end.start() for end in _END_OF_WORD.finditer(rest)]
        end = _last_fitting(rest, ends, metrics, width)
        end = end or _last_fitting(rest, range(1, len(rest)), metrics, width) or 1
        lines.append(rest[:end].strip())
        rest = rest[end:].lstrip(" \t\n")
    return [*lines, elided(rest, metrics, width)] if rest else lines


def _last_fitting(
    text: str, ends: Sequence[int], metrics: QFontMetrics | QFontMetricsF, width: float
) -> int:
    """The last of `ends` to which the text fits; 0 where it does to none."""
    few = bisect_right(ends, width, key=lambda end: metrics.horizontalAdvance(text[:end]))
    return ends[few - 1] if few else 0


def shortened(text: str, most: int) -> str:
    """`text` as far as `cut` leaves it in `most` code points."""
    return cut(text, lambda words: len(words) <= most)


def _most(text: str, ends: Sequence[int], fits: Callable[[str], bool]) -> str:
    """The text up to the last of `ends`, and "…", that `fits`; "" where none does."""
    few, too_many = 0, len(ends) + 1
    while too_many - few > 1:
        middle = (few + too_many) // 2
        if fits(_begun(text, ends[middle - 1])):
            few = middle
        else:
            too_many = middle
    return _begun(text, ends[few - 1]) if few else ""


def _begun(text: str, end: int) -> str:
    return isolated(text[:end].rstrip(_LOOSE) + ELLIPSIS)
