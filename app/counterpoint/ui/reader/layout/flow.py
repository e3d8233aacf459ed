"""Which rows are on the screen and where: laid out as they are needed, placed to the pixel.

The place is kept as a row and how much of it is above the top of the screen. Heights that nobody
has measured are only ever estimated for the scroll bar, so no estimate moves a passage.
"""

from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtGui import QColor

from .measures import Measures
from .model import ReaderModel
from .paragraph import Paragraph

_KEPT_ROWS = 400
_LAST_LINE = 1 / 3
"""How far down the screen the last line may be scrolled up to, so that a passage in the last lines
can be put a third from the top like any other."""
MOST_VALUE = 2**31 - 1


@dataclass(frozen=True, slots=True, order=True)
class Top:
    """What is at the top of the screen: a row, and the pixels of it that are above."""

    row: int
    above: float


class Flow:
    """Needs at least one row. Pixels count from the top of the screen, downward."""

    def __init__(self, model: ReaderModel, measures: Measures, height: int, faint: QColor) -> None:
        self.model = model
        self.measures = measures
        self._height = height
        self._faint = faint
        self._rows: OrderedDict[int, Paragraph] = OrderedDict()
        self._top = Top(0, 0.0)
        self._limit: Top | None = None

    def reset(self, measures: Measures, height: int, faint: QColor) -> None:
        """Forgets what was laid out. The caller places the text anew."""
        if measures != self.measures or faint != self._faint:
            self._rows.clear()
        self.measures = measures
        self._height = height
        self._faint = faint
        self._limit = None

    @property
    def top(self) -> Top:
        return self._top

    def paragraph(self, row: int) -> Paragraph:
        """Lays the row out, if it is not yet."""
        paragraph = self._rows.get(row)
        if paragraph is None:
            paragraph = Paragraph(self.model, row, self.measures, self._faint)
            self._rows[row] = paragraph
            if len(self._rows) > _KEPT_ROWS:
                self._rows.popitem(last=False)
        else:
            self._rows.move_to_end(row)
        return paragraph

    def on_screen(self) -> list[tuple[Paragraph, float]]:
        """The rows that are to be seen, each with the y of its top."""
        found: list[tuple[Paragraph, float]] = []
        row, y = self._top.row, -self._top.above
        while y < self._height and row < len(self.model):
            paragraph = self.paragraph(row)
            found.append((paragraph, y))
            y += paragraph.height
            row += 1
        return found

    def y_of(self, row: int) -> float | None:
        """The y of the top of a row, or None if it is not on the screen."""
        for paragraph, y in self.on_screen():
            if paragraph.row == row:
                return y
        return None

    def place(self, position: int, y: float) -> None:
        """Puts the top of the line that holds a code point at `y`, or as near as the text's two
        ends allow. The first line of all has its margin above it where it would be at the top."""
        paragraph = self.paragraph(self.model.row_at(position))
        nth = paragraph.line_of(position)
        line = paragraph.line_top(nth)
        if y == 0 and paragraph.row == nth == 0:
            y = line
        self._settle(paragraph.row, line - y)

    def scroll(self, pixels: float) -> None:
        """Down by `pixels`, up where they are negative."""
        self._settle(self._top.row, self._top.above + pixels)

    def to_end(self) -> None:
        """Puts the last line at the bottom of the screen."""
        last = self.paragraph(len(self.model) - 1)
        self._settle(last.row, last.height - self._height)

    def _settle(self, row: int, above: float) -> None:
        while above < 0 and row > 0:
            row -= 1
            above += self.paragraph(row).height
        above = max(above, 0.0)
        last = len(self.model) - 1
        while row < last and above >= (height := self.paragraph(row).height):
            above -= height
            row += 1
        self._top = min(Top(row, above), self._end())

    def _end(self) -> Top:
        """The lowest place that can be scrolled to."""
        if self._limit is None:
            self._limit = self._find_end()
        return self._limit

    def _find_end(self) -> Top:
        total, row = 0.0, 0
        while total <= self._height and row < len(self.model):
            total += self.paragraph(row).height
            row += 1
        if total <= self._height:
            return Top(0, 0.0)
        row = len(self.model) - 1
        last = self.paragraph(row)
        lines = last.line_top(len(last.breaks) - 1)
        above = lines - self._height * _LAST_LINE
        while above < 0 and row > 0:
            row -= 1
            above += self.paragraph(row).height
        return Top(row, max(above, 0.0))

    # What the scroll bar shows.

    @property
    def value(self) -> int:
        return self._value(self._top)

    @property
    def most(self) -> int:
        return self._value(self._end())

    def seek(self, value: int) -> None:
        """To where the scroll bar was put."""
        if value >= self.most:
            self._top = self._end()
            return
        rows = range(len(self.model))
        row = bisect_right(rows, value, key=lambda row: int(self._estimate(row))) - 1
        row = max(row, 0)
        here, following = self._estimate(row), self._estimate(row + 1)
        share = (value - here) / max(1.0, following - here)
        self._settle(row, share * self.paragraph(row).height)

    def _value(self, top: Top) -> int:
        here, following = self._estimate(top.row), self._estimate(top.row + 1)
        share = top.above / self.paragraph(top.row).height
        return min(MOST_VALUE, round(here + share * (following - here)))

    def _estimate(self, row: int) -> float:
        starts = self.model.row_starts
        point = starts[row] if row < len(starts) else len(self.model.text)
        return (
            point - starts[0]
        ) * self.measures.estimated_pixels_a_point + row * self.measures.estimated_pixels_a_row
