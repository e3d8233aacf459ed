"""The headers of columns: whole at the top of the grid, title and letter alone further down."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from counterpoint.ui.comparison.header.header_view import GridHeader

from .layout_cache import LayoutCache

LEAST = 40
"""Pixels at zoom 1 that headers take at least."""
LEAST_GAIN = 8
"""Pixels at zoom 1 for which it is worth to shrink them."""


class ShrinkingHeads:
    """Sets the height of a table's headers of columns.

    They shrink once more is scrolled away than they give up, and come back at the very top alone:
    so nothing flickers between the two. What is in sight stays where it stands as they shrink.
    """

    def __init__(self, table: QTableView, header: GridHeader, layouts: LayoutCache) -> None:
        self._table = table
        self._header = header
        self._layouts = layouts
        self._turning = False

    def fit(self) -> None:
        """The columns or what stands over them changed."""
        self._header.set_breadth(self._breadth(short=self._layouts.short_heads))
        self._table.updateGeometries()

    def follow(self) -> None:
        """The table was scrolled, or what it shows changed."""
        if self._turning:
            return
        self._turning = True
        bar, short = self._table.verticalScrollBar(), self._layouts.short_heads
        at = bar.value()
        if short and not at:
            self._turn(short=False, at=0)
        elif not short and at:
            gain = self._breadth(short=False) - self._breadth(short=True)
            if at > gain >= self._layouts.style.px(LEAST_GAIN):
                self._turn(short=True, at=at - gain)
        self._turning = False

    def _turn(self, *, short: bool, at: int) -> None:
        self._layouts.short_heads = short
        self.fit()
        self._table.verticalScrollBar().setValue(at)
        self._table.viewport().update()

    def _breadth(self, *, short: bool) -> int:
        return max(self._layouts.style.px(LEAST), *self._heights(short=short), 0)

    def _heights(self, *, short: bool) -> Iterator[int]:
        for column in range(self._table.model().columnCount()):
            width = self._table.columnWidth(column)
            head = self._layouts.head(Qt.Orientation.Horizontal, column, width, short=short)
            yield head.height
