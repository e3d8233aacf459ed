"""How wide the columns of a table are in the preview."""

import re
from collections.abc import Sequence

from counterpoint.domain.report.blocks import Cell, Table, inlines, plain

_ENDS = re.compile(r"[ \n\-–/]")
"""Where a line may end."""
_MOST = 3
"""Of a column, how many words are measured: which of the longest is the widest is not known."""


def longest_words(table: Table) -> list[list[str]]:
    """Of each column those with most letters."""
    columns: list[list[str]] = []
    for number, column in enumerate(table.columns):
        found = [
            _longest(plain(column.heading)),
            *(_longest(_said(row[number])) for row in table.rows),
        ]
        columns.append(sorted(set(found), key=len)[-_MOST:])
    return columns


def widths(needs: Sequence[float], shares: Sequence[float], room: float) -> list[float] | None:
    """The share of `room` that each column has: what it is given, but where it needs more; None
    where there is no room for all. `needs` and `room` in pixels."""
    if sum(needs) > room:
        return None
    tight: set[int] = set()
    while True:
        rest = room - sum(needs[number] for number in tight)
        loose = sum(share for number, share in enumerate(shares) if number not in tight)
        found = [
            needs[number] if number in tight else rest * share / loose
            for number, share in enumerate(shares)
        ]
        more = {number for number, need in enumerate(needs) if found[number] < need} - tight
        if not more or len(tight | more) == len(needs):
            return [width / room for width in found]
        tight |= more


def _said(cell: Cell) -> str:
    return " ".join(plain(run) for block in cell for run in inlines(block))


def _longest(words: str) -> str:
    return max(_ENDS.split(words), key=len)
