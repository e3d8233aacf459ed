"""The parts of a page that upright rules part into columns: tables, and forms.

Where level rules part a table too, it is read row by row, and each cell whole. Where there are only
upright ones, the columns are read one after the other.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .pdf_lines import PdfLine
from .pdf_rules import Rule, Rules

_NEAR = 3.0
"""Points; what is nearer touches."""
_LEAST_WIDTH = 8.0
"""Of a column."""
_SHORT = 25
"""Letters of a cell that is a line of its own; longer ones go on in the next line."""
_LONG = 400
"""Letters of a cell that is running text."""

Cell = list[PdfLine]
"""Its lines, from top to bottom."""


class Area(NamedTuple):
    left: float
    right: float
    foot: float
    top: float
    caption: list[PdfLine]
    """What stands in the middle above it."""
    rows: list[list[Cell]]
    """Those of a table, each with as many cells as there are columns; or none."""
    columns: list[Cell]
    """What is read column by column; or none."""

    @property
    def lines(self) -> Iterator[PdfLine]:
        yield from self.caption
        for cells in (*self.rows, self.columns):
            for cell in cells:
                yield from cell


def ruled_areas(lines: Sequence[PdfLine], rules: Rules) -> list[Area]:
    """From top to bottom."""
    if len(rules.upright) == 0 or len(rules.level) == 0:
        return []
    found = [_area(lines, *part) for part in _connected(rules)]
    return sorted(filter(None, found), key=lambda area: -area.top)


def _connected(rules: Rules) -> list[tuple[list[Rule], list[Rule]]]:
    """The rules that touch one another, as of one table: the upright and the level ones."""
    groups: list[tuple[list[Rule], list[Rule]]] = []
    for level in rules.level:
        ups = [
            up
            for up in rules.upright
            if level.start - _NEAR <= up.at <= level.end + _NEAR
            and up.start - _NEAR <= level.at <= up.end + _NEAR
        ]
        joined = [group for group in groups if any(up in group[0] for up in ups)]
        groups = [group for group in groups if group not in joined]
        upright = list(dict.fromkeys([*ups, *(up for group in joined for up in group[0])]))
        flat = [level, *(each for group in joined for each in group[1])]
        if upright:
            groups.append((upright, flat))
    return groups


def _area(lines: Sequence[PdfLine], upright: list[Rule], level: list[Rule]) -> Area | None:
    """None where the rules part no words."""
    left = min(*(each.start for each in level), *(each.at for each in upright))
    right = max(*(each.end for each in level), *(each.at for each in upright))
    # Only what a level rule crosses: where none does, two frames stand side by side.
    inner = sorted(
        each
        for each in upright
        if left + _LEAST_WIDTH < each.at < right - _LEAST_WIDTH
        and any(flat.start < each.at - _NEAR and each.at + _NEAR < flat.end for flat in level)
    )
    if not inner:
        return None
    foot, top = min(each.start for each in inner), max(each.end for each in inner)
    inside = [
        line
        for line in lines
        if foot <= (line.y + line.top) / 2 <= top
        and left - _NEAR <= (line.left + line.right) / 2 <= right + _NEAR
    ]
    at = [inner[0].at]
    at += [after.at for before, after in pairwise(inner) if after.at - before.at > _NEAR]
    columns: list[Cell] = [[] for _ in range(len(at) + 1)]
    for line in sorted(inside, key=lambda line: -(line.y + line.top)):
        columns[sum(x <= line.left + 1 for x in at)].append(line)
    columns = [column for column in columns if column]  # two rules beside one another part nothing
    if len(columns) < 2:
        return None
    cuts = sorted(
        {
            each.at
            for each in level
            if foot + _NEAR < each.at < top - _NEAR and any(each.start < x < each.end for x in at)
        },
        reverse=True,
    )
    caption = _caption(lines, left, right, top)
    if not cuts:
        return Area(left, right, foot, top, caption, [], columns)
    rows = [row for band in _bands(columns, cuts) for row in band]
    return Area(left, right, foot, top, caption, rows, [])


def _caption(lines: Sequence[PdfLine], left: float, right: float, top: float) -> list[PdfLine]:
    """The line just above, where it stands in the middle and alone."""
    above = [
        line
        for line in lines
        if top - _NEAR < line.y < top + 1.8 * line.size and line.right > left and line.left < right
    ]
    middle = (left + right) / 2
    centred = len(above) == 1 and abs((above[0].left + above[0].right) / 2 - middle) < _NEAR
    return above if centred and above[0].left > left + 2 * _LEAST_WIDTH else []


def _bands(columns: Sequence[Cell], cuts: Sequence[float]) -> Iterator[list[list[Cell]]]:
    """What stands between two level rules, as rows."""
    edges = [float("inf"), *cuts, float("-inf")]
    bands = [
        [
            [line for line in column if lower <= (line.y + line.top) / 2 < upper]
            for column in columns
        ]
        for upper, lower in pairwise(edges)
    ]
    filled = [band for band in bands if any(band)]
    for nth, band in enumerate(filled):
        whole = nth == 0 or len(filled) > 3  # the head, and each of those that rules part all
        yield [band] if whole else _in_rows(band)


def _in_rows(band: list[Cell]) -> list[list[Cell]]:
    """The rows of a band without rules between them: each begins where most of its columns do."""
    heights = _heights(band)
    filled = [sum(map(bool, row)) for row in heights]
    most = max(filled)
    if min(filled) == most:
        letters = sorted(len(line.text) for cell in band for line in cell)
        if letters[len(letters) // 2] > _SHORT and len(heights) > 1:
            return [band]
        return heights
    found: list[list[Cell]] = []
    for row, many in zip(heights, filled, strict=True):
        if not found or (many > 1 and many >= 0.75 * most):
            found.append(row)
        else:
            found[-1] = [[*above, *cell] for above, cell in zip(found[-1], row, strict=True)]
    return found


def _heights(band: list[Cell]) -> list[list[Cell]]:
    """What stands side by side, from top to bottom."""
    ordered = sorted(
        ((line, at) for at, cell in enumerate(band) for line in cell),
        key=lambda each: -(each[0].y + each[0].top),
    )
    found: list[list[Cell]] = []
    last: PdfLine | None = None
    for line, at in ordered:
        height = min(last.top - last.y, line.top - line.y) if last is not None else 0.0
        if last is None or min(last.top, line.top) - max(last.y, line.y) <= 0.5 * height:
            found.append([[] for _ in band])
            last = line
        found[-1][at].append(line)
    for row in found:
        for cell in row:
            cell.sort(key=lambda line: line.left)
    return found


def is_running_text(area: Area) -> bool:
    """Whether a cell of it is as long as a paragraph."""
    return any(sum(len(line.text) for line in cell) > _LONG for row in area.rows for cell in row)
