"""Cells of a web page's tables that go over several rows or columns, each made one cell of its own.

Pandoc cuts one off where the head of a table ends, and what stands below it loses its column.
"""

from typing import Any

from lxml import etree

_MOST = 200
"""Rows or columns; no more are believed."""


def spread_out(root: Any) -> None:
    """Puts an empty cell in each place of every table in `root` that another cell covers."""
    for table in root.iter("table"):
        covered: dict[int, int] = {}
        for row in list(table.iter("tr")):
            if next(row.iterancestors("table"), None) is table:
                _spread(row, covered)


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
    said = str(cell.attrib.pop(name, "1")).strip()
    return min(max(int(said), 1), _MOST) if said.isascii() and said.isdigit() else 1
