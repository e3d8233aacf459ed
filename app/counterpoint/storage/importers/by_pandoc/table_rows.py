"""The rows of a table in Pandoc's tree, with each cell under the head of its column."""

from collections.abc import Iterator, Sequence
from typing import Any

_MOST_COLUMNS = 200
"""Of a cell that says to go over more, no more is believed."""
_SHORT = 6
"""So many paragraphs, as of a figure with its remark, still are one entry of a table."""

Cell = list[dict[str, Any]]
"""Its blocks."""


def in_columns(rows: Sequence[Any]) -> Iterator[list[Cell]]:
    """The cells of each of `rows`. What a cell covers beside the first column and row of its own is
    empty, so that those beside and below it keep their columns."""
    covered: dict[int, int] = {}
    for _, cells in rows:
        found: list[Cell] = []
        for _, _, down, across, blocks in cells:
            _pass_over(found, covered)
            for nth in range(min(max(across, 1), _MOST_COLUMNS)):
                if down > 1:
                    covered[len(found)] = down - 1
                found.append([] if nth else blocks)
        _pass_over(found, covered)
        yield found


def _pass_over(found: list[Cell], covered: dict[int, int]) -> None:
    """Empty cells for the columns that a cell of a row above goes down to."""
    while left := covered.get(len(found), 0):
        covered[len(found)] = left - 1
        found.append([])


def holds_much(cell: Cell) -> bool:
    """Whether a cell holds more than a few lines, as in a page that is laid out as a table."""
    if any(block["t"] not in ("Para", "Plain") for block in cell):
        return True
    words = sum(1 for block in cell for node in block["c"] if node["t"] == "Space")
    return len(cell) > 1 and (len(cell) > _SHORT or words > 2 * _SHORT)
