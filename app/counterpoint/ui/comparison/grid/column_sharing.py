"""How columns share the width: evenly, or by what they have to say, as in a well-set table."""

from collections.abc import Sequence
from itertools import permutations
from math import ceil
from typing import NamedTuple

from .style import Style

_STEP = 4
"""Pixels at zoom 1 that one column gives another at a time."""
_LEFT_OVER = 24
"""Pixels at zoom 1 at the end of a line into which the next word does not go, about."""
_BEGUN = 0.5
"""What a line that is only begun counts, whatever stands in it; the rest goes by what does."""
MOST_CELLS = 100
"""Of a comparison that is shared by need: to look at more would take longer than a frame."""


def column_widths(available: int, by_hand: Sequence[int | None], style: Style) -> list[int]:
    """Widths that fill `available` pixels where they can.

    A column widened by hand keeps its width (pixels at zoom 1); the others share what is left
    evenly, none below the least width.
    """
    fixed = [None if width is None else style.px(width) for width in by_hand]
    free = sum(width is None for width in fixed)
    left = available - sum(width for width in fixed if width is not None)
    widths = []
    for width in fixed:
        if width is not None:
            widths.append(width)
            continue
        share = max(style.least_column, left // free)
        widths.append(share)
        left, free = left - share, free - 1
    return widths


class Row(NamedTuple):
    """A row as it is shared by: `least` lines that it has anyhow, and how long each of its cells
    were on one line, in pixels."""

    least: float
    lengths: Sequence[int]


def shared_by_need(
    widths: Sequence[int], rows: Sequence[Row], least: Sequence[int | None], style: Style
) -> list[int]:
    """The same width in all, given to those columns of which it makes the rows lower. `least` is
    what each is to keep; None for those that neither give nor take."""
    if not widths or len(rows) * len(widths) > MOST_CELLS:
        return list(widths)
    step, padding = style.px(_STEP), 2 * style.padding + style.px(_LEFT_OVER)
    best = list(widths)
    keeping = {at: pixels for at, pixels in enumerate(least) if pixels is not None}
    lines = _lines(rows, best, padding)
    better = True
    while better:
        better = False
        for giving, taking in permutations(keeping, 2):
            if best[giving] - step < keeping[giving]:
                continue
            tried = list(best)
            tried[giving] -= step
            tried[taking] += step
            fewer = _lines(rows, tried, padding)
            if fewer < lines:
                best, lines, better = tried, fewer, True
    return best


def _lines(rows: Sequence[Row], widths: Sequence[int], padding: int) -> float:
    """How many lines all rows have, each as its tallest cell; with fractions, so that a little less
    counts too."""
    inner = [max(1, width - padding) for width in widths]
    tallest = [
        max(row.least, *(length / room for length, room in zip(row.lengths, inner, strict=True)))
        for row in rows
    ]
    return sum(lines + _BEGUN * ceil(lines) for lines in tallest)
