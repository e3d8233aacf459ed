"""Cells of a web page's tables that go over several rows or columns, each made one cell of its own.

Pandoc cuts one off where the head of a table ends, and what stands below it loses its column.
"""

from typing import Any

from lxml import etree

from counterpoint.domain.counting import counted

_MOST = 200
"""Rows or columns; no more are believed."""
_MOST_CELLS = 20_000
"""Of a page, that are put in."""


def spread_out(root: Any) -> list[str]:
    """Puts an empty cell in each place of every table in `root` that another cell covers. What is
    to be told of tables for which that would be too much: their cells stay as they are."""
    added = wide = 0
    for table in root.iter("table"):
        covered: dict[int, int] = {}
        too_much = False
        for row in list(table.iter("tr")):
            if next(row.iterancestors("table"), None) is not table:
                continue
            if not too_much:
                new = _new(row, covered)
                too_much = new is None or added + new > _MOST_CELLS
                added += new or 0
                wide += too_much
            if too_much:
                for cell in row:
                    for name in ("rowspan", "colspan"):
                        cell.attrib.pop(name, None)
            else:
                _spread(row, covered)
    if not wide:
        return []
    what = counted(wide, "table")
    return [f"the columns of {what} with cells that go over far too many: the words are there"]


def _new(row: Any, covered: dict[int, int]) -> int | None:
    """How many cells are put into a row; None if it is too wide."""
    cells = [each for each in row if each.tag in ("td", "th")]
    across = sum(_said(cell, "colspan") for cell in cells)
    above = sum(1 for left in covered.values() if left)
    return None if across + above > _MOST + len(cells) else across - len(cells) + above


def _spread(row: Any, covered: dict[int, int]) -> None:
    column = 0
    for cell in [each for each in row if each.tag in ("td", "th")]:
        while covered.get(column, 0):
            covered[column] -= 1
            column += 1
            cell.addprevious(etree.Element(cell.tag))
        down, across = _count(cell, "rowspan"), _count(cell, "colspan")
        for nth in range(across):
            if nth:
                cell.addnext(etree.Element(cell.tag))
            if down > 1:
                covered[column] = down - 1
            column += 1
    for at in sorted(covered):
        if at >= column and covered[at]:
            while column <= at:
                etree.SubElement(row, "td")
                column += 1
            covered[at] -= 1


def _count(cell: Any, name: str) -> int:
    """What a cell says of itself, which no longer is the case."""
    many = _said(cell, name)
    cell.attrib.pop(name, None)
    return many


def _said(cell: Any, name: str) -> int:
    said = str(cell.get(name, "1")).strip()
    return min(max(int(said), 1), _MOST) if said.isascii() and said.isdigit() else 1
