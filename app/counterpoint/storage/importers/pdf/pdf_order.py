"""The lines of a page in the order in which a person reads them: column by column."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from .pdf_lines import PdfLine
from .pdf_rules import NO_RULES, Rules
from .ruled_areas import Area, Cell, is_running_text, ruled_areas

APART = 0.12
"""Of the size of a row: a gap that is no wider is none between words."""
CELLS = " | "
"""Between two cells of a row."""
_OF_AREAS = 100
"""Columns of ruled areas are counted from here, so that none is one of the page's."""
_LEAST = 5
"""Lines on either side that make two columns of a page."""
_BIN = 4.0
"""Points; gutters are looked for in steps of this."""


class Row:
    """What stands side by side on one line of one column. `settle` is called when all is in it."""

    __slots__ = (
        "cells",
        "column",
        "edges",
        "left",
        "lines",
        "number",
        "right",
        "size",
        "tabled",
        "text",
        "y",
    )

    def __init__(self, line: PdfLine, column: int, edges: tuple[float, float]) -> None:
        self.lines = [line]
        self.column = column
        """0 for the whole page's width, else from 1."""
        self.edges = edges
        """Where the lines of the column begin and end, in points."""
        self.number = 0
        """As printed in the margin; 0 for none."""
        self.cells: list[Cell] = []
        """Those of a ruled table's row."""
        self.left, self.right = line.left, line.right
        self.y, self.size = line.y, line.size
        self.text = line.text
        self.tabled = False
        """Whether its lines stand apart as the cells of a table do."""

    @classmethod
    def of_cells(cls, cells: list[Cell], column: int, edges: tuple[float, float]) -> "Row":
        lines = [line for cell in cells for line in cell]
        row = cls(lines[0], column, edges)
        row.lines, row.cells = lines, cells
        row.left, row.right = min(each.left for each in lines), max(each.right for each in lines)
        row.y = max(each.y for each in lines)
        row.size = max(each.size for each in lines)
        row.tabled = True
        row.text = CELLS.join(" ".join(each.text.strip() for each in cell) for cell in cells)
        return row

    def settle(self) -> None:
        """Works out what is asked of it again and again."""
        lines = self.lines
        if len(lines) == 1:
            self.text = lines[0].text.strip()
            self.tabled = False
            return
        lines.sort(key=_from_left)
        self.left, self.right = lines[0].left, lines[-1].right
        self.y = lines[0].y
        self.size = max(each.size for each in lines)
        self.text = " ".join(each.text.strip() for each in lines)
        self.tabled = self._are_apart()

    def _are_apart(self) -> bool:
        gaps = [after.left - before.right for before, after in pairwise(self.lines)]
        apart = [gap for gap in gaps if gap > APART * self.size]  # others part what is raised
        return len(apart) > 1 or max(gaps) > 2.5 * self.size

    def __repr__(self) -> str:
        return f"[{self.column}] {self.left:.0f}–{self.right:.0f} @{self.y:.0f} {self.text!r}"


class Ordered(NamedTuple):
    rows: list[Row]
    numbered: bool
    """Whether numbers stood beside its lines."""
    tables: int = 0
    """How many are ruled."""
    forms: int = 0
    """How many parts of it upright rules part into columns."""


def in_reading_order(lines: Sequence[PdfLine], rules: Rules = NO_RULES) -> Ordered:
    """The rows of a page, and whether its lines are numbered in a margin."""
    areas = ruled_areas(lines, rules)
    if not areas:  # as mostly
        return _ordered(lines)
    taken = {id(line) for area in areas for line in area.lines}
    rest = [line for line in lines if id(line) not in taken]
    # Each area stands as one thing among the lines around it.
    whole = [_stand_in(area) for area in areas]
    area_of = {id(line): nth for nth, line in enumerate(whole)}
    ordered = _ordered([*rest, *whole])
    rows: list[Row] = []
    for row in ordered.rows:
        within = [area_of[id(line)] for line in row.lines if id(line) in area_of]
        if not within:
            rows.append(row)
            continue
        row.lines = [line for line in row.lines if id(line) not in area_of]
        if row.lines:
            row.settle()
            rows.append(row)
        for nth in within:
            rows += _rows_of(areas[nth], _OF_AREAS * (nth + 1))
    tables = sum(bool(area.rows) for area in areas)
    return Ordered(rows, ordered.numbered, tables, len(areas) - tables)


def _stand_in(area: Area) -> PdfLine:
    lines = [*area.lines]
    words = " ".join(line.text for line in lines)
    size = sorted(line.size for line in lines)[len(lines) // 2]
    top = max(area.top, *(line.top for line in lines))
    return PdfLine(words, lines[0].at, area.left, area.right, area.foot, top, size, bold=False)


def _rows_of(area: Area, first: int) -> list[Row]:
    """Those of a table, each row or, where they hold running text, each cell by itself; else those
    of one column after the other."""
    edges = (area.left, area.right)
    found = [Row.of_cells([area.caption], first, edges)] if area.caption else []
    rows = area.rows
    if is_running_text(area):
        rows = [[cell] for row in rows for cell in row]
    found += [Row.of_cells(cells, first, edges) for cells in rows if any(cells)]
    for nth, column in enumerate(area.columns, first + 1):
        found += _rows(column, nth, _edges(column))
    return found


def _ordered(lines: Sequence[PdfLine]) -> Ordered:
    lines, numbers = _without_numbers(lines)
    if not lines:
        return Ordered([], bool(numbers))
    rows: list[Row] = []
    for band in _bands(lines):
        gutters = _gutters(band)
        rows += _by_columns(band, gutters) if gutters else _rows(band, 1, _edges(band))
    for number in numbers:
        middle = (number.y + number.top) / 2
        for row in rows:
            line = row.lines[0]
            if line.y - 0.3 * line.size <= middle <= line.top + 0.3 * line.size:
                row.number = int(number.text)
                break
    return Ordered(rows, bool(numbers))


def _without_numbers(lines: Sequence[PdfLine]) -> tuple[Sequence[PdfLine], list[PdfLine]]:
    """Numbers that run on beside the lines, in a margin, are not of the text."""
    numbers = [line for line in lines if len(line.text) < 6 and line.text.strip().isdecimal()]
    if len(numbers) < 4:
        return lines, []
    rest = [line for line in lines if line not in numbers]
    if not rest:
        return lines, []
    for inner in (min(line.left for line in rest), -max(line.right for line in rest)):
        side = [
            each for each in numbers if (each.right <= inner if inner >= 0 else each.left >= -inner)
        ]
        side.sort(key=lambda each: -each.y)
        values = [int(each.text) for each in side]
        steps = {after - before for before, after in pairwise(values)}
        if len(side) >= 4 and len(steps) == 1 and 0 < next(iter(steps)) <= 10:
            taken = set(map(id, side))
            return [line for line in lines if id(line) not in taken], side
    return lines, []


def _bands(lines: Sequence[PdfLine]) -> list[Sequence[PdfLine]]:
    """The page cut where nothing stands in its whole width, near its top and its foot: what is
    above, as a newspaper's head, is read before all columns below."""
    ordered = sorted(lines, key=_from_top)
    top, foot = ordered[0].top, ordered[-1].y
    height = top - foot
    size = sorted(line.size for line in lines)[len(lines) // 2]
    cuts = [0]
    lowest = ordered[0].y
    for at, line in enumerate(ordered):
        near_edge = lowest > foot + 0.8 * height or line.top < foot + 0.15 * height
        if at and lowest - line.top > 1.8 * size and near_edge:
            cuts.append(at)
        lowest = min(lowest, line.y)
    cuts.append(len(ordered))
    return [ordered[start:end] for start, end in pairwise(cuts)]


def _gutters(lines: Sequence[PdfLine]) -> list[float]:
    """Where columns part: the middles of the stretches that hardly any line crosses and on both
    sides of which lines of running text stand side by side."""
    if len(lines) < 4:
        return []
    left = min(line.left for line in lines)
    right = max(line.right for line in lines)
    bins = int((right - left) / _BIN) + 2
    edges = [0] * (bins + 1)
    for line in lines:
        edges[max(0, int((line.left - left) / _BIN))] += 1
        edges[min(bins, int((line.right - left) / _BIN) + 1)] -= 1
    crossing = 0
    gutters: list[float] = []
    most = max(1, len(lines) // 12)
    fewest, start, end = most + 1, -1, -1  # of a stretch, and where they are
    for at in range(bins):
        crossing += edges[at]
        if crossing <= most and at:
            if crossing < fewest:
                fewest, start, end = crossing, at, at + 1
            elif crossing == fewest and end == at:
                end = at + 1
        elif start >= 0:
            middle = left + (start + end) / 2 * _BIN
            if _parts(lines, middle):
                gutters.append(middle)
            fewest, start, end = most + 1, -1, -1
    return gutters


def _parts(lines: Sequence[PdfLine], middle: float) -> bool:
    before = [line for line in lines if line.right <= middle]
    after = [line for line in lines if line.left >= middle]
    if not before or not after:
        return False
    # Only where they stand side by side: what is above and below them both tells nothing.
    low = max(min(line.y for line in side) for side in (before, after))
    high = min(max(line.top for line in side) for side in (before, after))
    beside = [
        [line for line in side if low - line.size <= line.y and line.top <= high + line.size]
        for side in (before, after)
    ]
    few = min(map(len, beside))
    if few < 2:
        return False
    for side in beside:
        letters = sorted(len(line.text) for line in side)
        if letters[len(letters) // 2] < 15:
            return False  # numbers and names of a table
    # So few are columns only where the file has them one after the other.
    return few >= _LEAST or max(line.at for line in beside[0]) < min(line.at for line in beside[1])


def _by_columns(lines: Sequence[PdfLine], gutters: list[float]) -> list[Row]:
    """What crosses a gutter, and tables, part the page: all columns above are read before what is
    below."""
    columns: list[list[PdfLine]] = [[] for _ in range(len(gutters) + 1)]
    wide: list[PdfLine] = []
    for line in lines:
        crossed = any(line.left < gutter - 2 and line.right > gutter + 2 for gutter in gutters)
        side = wide if crossed else columns[sum(line.left >= gutter for gutter in gutters)]
        side.append(line)
    tabled = _in_tables(lines, columns, wide)
    if tabled:
        columns = [[line for line in column if id(line) not in tabled] for column in columns]
        wide = [*wide, *(line for line in lines if id(line) in tabled)]
    bars = _rows(wide, 0, _edges(lines))
    edges = [_edges(column) if column else (0.0, 0.0) for column in columns]
    rows: list[Row] = []
    upper = float("inf")
    for bar in [*bars, None]:
        lower = bar.y if bar is not None else float("-inf")
        for column, its_lines in enumerate(columns):
            band = [line for line in its_lines if lower <= line.y < upper]
            rows += _rows(band, column + 1, edges[column])
        if bar is not None:
            rows.append(bar)
            upper = lower
    return rows


def _in_tables(
    lines: Sequence[PdfLine], columns: list[list[PdfLine]], wide: list[PdfLine]
) -> set[int]:
    """The ids of lines that stand in the columns of the page but belong to a table across it: two
    or more at one height do not begin where the columns begin. What stands next to them, and
    begins elsewhere too, is of the table."""
    lefts = [_usual_left(column) for column in columns]
    of_column = {id(line): at for at, column in enumerate(columns) for line in column}
    crossing = {id(line) for line in wide}

    def strays(line: PdfLine) -> bool:
        if id(line) in crossing:
            return False
        step = line.left - lefts[of_column[id(line)]]
        return not -2 <= step <= 2.8 * line.size

    heights = _rows(lines, 0, (0.0, 0.0))
    stray = [sum(map(strays, row.lines)) for row in heights]
    table = [number >= 2 for number in stray]
    if not any(table):
        return set()
    for order in (range(len(heights)), range(len(heights) - 1, -1, -1)):
        beside = False
        for at in order:
            row = heights[at]
            alone = all(strays(line) or id(line) in crossing for line in row.lines)
            table[at] = table[at] or (beside and alone)
            beside = table[at]
    return {
        id(line)
        for at, row in enumerate(heights)
        if table[at]
        for line in row.lines
        if id(line) not in crossing
    }


def _usual_left(column: Sequence[PdfLine]) -> float:
    """Where most lines of a column begin."""
    if not column:
        return 0.0
    counted = Counter(round(line.left / 3) for line in column)
    usual = counted.most_common(1)[0][0]
    return min(line.left for line in column if abs(round(line.left / 3) - usual) <= 1)


def _edges(lines: Sequence[PdfLine]) -> tuple[float, float]:
    long = [line for line in lines if len(line.text) > 20]
    long = long if len(long) > 5 else list(lines)
    return min(line.left for line in long), max(line.right for line in long)


def _rows(lines: Sequence[PdfLine], column: int, edges: tuple[float, float]) -> list[Row]:
    """From top to bottom; what stands at one height is one row."""
    rows: list[Row] = []
    for line in sorted(lines, key=_from_top):
        if rows:
            last = rows[-1].lines[0]
            height = min(last.top - last.y, line.top - line.y)
            if min(last.top, line.top) - max(last.y, line.y) > 0.5 * height:
                rows[-1].lines.append(line)
                continue
        rows.append(Row(line, column, edges))
    for row in rows:
        row.settle()
    return rows


def _from_top(line: PdfLine) -> float:
    return -(line.y + line.top)


def _from_left(line: PdfLine) -> float:
    return line.left
