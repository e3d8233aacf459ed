"""Keeps the grid's rows as tall as their text: at once where they are seen, the rest when idle."""

from collections.abc import Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QTableView

from .layout_cache import LayoutCache

AT_ONCE = 0.006
"""Seconds of laying out before the window gets its turn again."""
MANY = 8
"""Columns, of which those out of sight are left for later, so that a row is there in a frame."""


class RowHeights(QObject):
    """Sets the heights of a table's rows.

    Visible rows are always exact; of very many columns, for those in sight. What is out of view is
    reckoned from the length of its words and made exact when there is nothing else to do; what is
    visible does not move meanwhile.
    """

    def __init__(self, table: QTableView, cache: LayoutCache) -> None:
        super().__init__(table)
        self._table = table
        self._layouts = cache
        self._stale: set[int] = set()
        self._partly: set[int] = set()
        """Exact for the columns in sight."""
        self._begun = -1, 0
        """The row of which cells are laid out when idle, and with which of them to go on."""
        self._settling = False
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._work_when_idle)

    @property
    def settled(self) -> bool:
        """True when every row is exact."""
        return not self._stale and not self._partly

    def begin(self, *, reckon: bool) -> None:
        """All rows are due. With `reckon` those out of sight are guessed anew first, otherwise
        they keep the height they have until it is their turn."""
        rows = self._rows()
        self._stale, self._partly = set(range(rows)), set()
        if reckon:
            widths = self._widths()
            for row in range(rows):
                self._table.setRowHeight(row, self._layouts.reckoned_height(row, widths))
        self.settle()

    def refit(self, rows: Iterable[int]) -> None:
        """These rows are due, and no others."""
        self._stale |= set(rows)
        self.settle()

    def settle(self) -> None:
        """Makes the visible rows exact, as often as that makes others visible."""
        if self._settling:
            return
        self._settling = True
        while due := [row for row in self._visible_rows() if row in self._stale]:
            for row in due:
                self._make_exact(row, in_sight=True)
        self._settling = False

    def go_on(self) -> None:
        """What is visible is painted: the rest may be made exact now, when idle."""
        if not self.settled:
            self._idle.start(0)

    def settle_row(self, row: int) -> None:
        if row in self._stale:
            self._make_exact(row, in_sight=True)

    def _rows(self) -> int:
        return self._table.model().rowCount()

    def _widths(self) -> list[int]:
        columns = self._table.model().columnCount()
        return [self._table.columnWidth(column) for column in range(columns)]

    def _visible_rows(self) -> range:
        rows = self._rows()
        if not rows:
            return range(0)
        first = max(0, self._table.rowAt(0))
        last = self._table.rowAt(self._table.viewport().height())
        return range(first, (rows - 1 if last < 0 else last) + 1)

    def _make_exact(self, row: int, *, in_sight: bool = False) -> int:
        """Gives by how many pixels the row grew; `in_sight` for the columns in sight only, where
        there are many."""
        self._stale.discard(row)
        self._partly.discard(row)
        head = self._table.verticalHeader().sizeHint().width()
        widths = self._widths()
        columns = range(len(widths))
        if in_sight and len(widths) > MANY:
            columns = self._visible_columns(len(widths))
            self._partly.add(row)
        height = self._layouts.row_height(row, widths, head, columns)
        grew = height - self._table.rowHeight(row)
        if grew:
            self._table.setRowHeight(row, height)
        return grew

    def _visible_columns(self, columns: int) -> range:
        last = self._table.columnAt(self._table.viewport().width() - 1)
        return range(max(0, self._table.columnAt(0)), (columns - 1 if last < 0 else last) + 1)

    def _lay_out(self, row: int, end: float) -> bool:
        """Lays out cells of a row, which are kept, until `end`, and goes on there the next time;
        whether all are. Of very many columns a single row would hold up the window else."""
        widths = self._widths()
        begun = self._begun[1] if self._begun[0] == row else 0
        for column in range(begun, len(widths)):
            self._layouts.cell(row, column, widths[column])
            self._begun = row, column + 1
            if perf_counter() >= end and column + 1 < len(widths):
                return False
        self._begun = -1, 0
        return True

    def _work_when_idle(self) -> None:
        end = perf_counter() + AT_ONCE
        shift = 0
        top = self._visible_rows().start
        while not self.settled and perf_counter() < end:
            row = min(self._partly or self._stale)
            if not self._lay_out(row, end):
                break
            grew = self._make_exact(row)
            if row < top:
                shift += grew
        if shift:
            bar = self._table.verticalScrollBar()
            bar.setMaximum(bar.maximum() + max(0, shift))
            bar.setValue(bar.value() + shift)
        if not self.settled:
            self._idle.start(0)
