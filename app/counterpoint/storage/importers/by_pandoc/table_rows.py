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


def without_bare(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows without columns in which nothing stands at the end, or after two such: a cell may
    say to go over any number."""
    used = {at for row in rows for at, cell in enumerate(row) if cell}
    kept = {at + more for at in used for more in range(_BARE + 1)}
    last = max(used, default=-1)
    if len(kept) > last:  # as in nearly all tables
        return [row[: last + 1] for row in rows]
    return [[cell for at, cell in enumerate(row) if at in kept and at <= last] for row in rows]


_BARE = 2


def _pass_over(found: list[Cell], covered: dict[int, int]) -> None:
    """Empty cells for the columns that a cell of a row above goes down to."""
    while left := covered.get(len(found), 0):
        covered[len(found)] = left - 1
        found.append([])


def in_lines(cell: Cell) -> Cell:
    """The cell with the short parts, quotations, lists and lines of code of it as plain lines; as
    it is where it holds much."""
    lines = list(_lines(cell))
    if lines == cell or not (holds_much(lines) or _spaces(lines) > _MOST_IN_PARTS):
        return lines
    return cell


def _lines(cell: Cell) -> Iterator[dict[str, Any]]:
    for block in cell:
        content: Any = block.get("c")
        match block["t"]:
            case "Div":
                yield from _lines(content[1])
            case "BlockQuote":
                yield from _lines(content)
            case "CodeBlock" if "\n" not in content[1].strip():
                yield _plain([{"t": "Str", "c": content[1]}])
            case "BulletList" if all(_is_plain(item) for item in content):
                for item in content:
                    for nth, line in enumerate(item):
                        sign = [] if nth else [{"t": "Str", "c": "•"}, {"t": "Space"}]
                        yield _plain([*sign, *line["c"]])
            case _:
                yield block


def _plain(inlines: list[Any]) -> dict[str, Any]:
    return {"t": "Plain", "c": inlines}


def _is_plain(cell: Cell) -> bool:
    return all(block["t"] in ("Para", "Plain") for block in cell)


def _spaces(cell: Cell) -> int:
    return sum(1 for block in cell for node in block["c"] if node["t"] == "Space")


_MOST_IN_PARTS = 40
"""Spaces between words that a cell with parts of its own has where it is one entry of a table."""


def holds_much(cell: Cell) -> bool:
    """Whether a cell holds more than a few lines, as in a page that is laid out as a table."""
    if not _is_plain(cell):
        return True
    return len(cell) > 1 and (len(cell) > _SHORT or _spaces(cell) > 2 * _SHORT)
