"""The barest table that shows what the comparison shows: words in cells, wrapped, and no more."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView

from counterpoint.ui.comparison.grid.grid import Grid

_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
Cell = tuple[int, int]


class _Words(QAbstractTableModel):
    """The words of each cell, short or long."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        model = grid.grid_model
        self._size = model.rows, model.columns
        self._short: dict[Cell, str] = {}
        self._long: dict[Cell, str] = {}
        for row in range(model.rows):
            for column in range(model.columns):
                position = model.position(row, column)
                claims = "\n".join(claim.text for claim in position.claims)
                self._short[row, column] = position.answer
                self._long[row, column] = f"{position.answer}\n{claims}"
        self.long: frozenset[Cell] = frozenset()
        self.all_long = False

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return self._size[0]

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return self._size[1]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        cell = index.row(), index.column()
        return (self._long if self.all_long or cell in self.long else self._short)[cell]


class BareTable(QTableView):
    """As large as the grid, with its widths; the rows in sight are fitted to their words."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self._words = _Words(grid)
        self.setModel(self._words)
        self.resize(grid.size())
        for column in range(self._words.columnCount()):
            self.setColumnWidth(column, grid.columnWidth(column))
        self._fit()

    def turn(self, act: str, number: int) -> None:
        """The act, as the barest table does it."""
        row, column = number // 6 % 2, number % 6
        if act in ("answers", "claims", "map"):
            self._words.all_long = act == "claims"
        elif act == "cell":
            self._words.long = frozenset([(row, column)])
        else:
            self._words.long = frozenset((row, at) for at in range(self._words.columnCount()))
        self._fit()

    def turn_back(self, act: str) -> None:
        """As it was before the act."""
        self._words.long, self._words.all_long = frozenset(), act == "answers"
        self._fit()

    def _fit(self) -> None:
        row = 0
        while row < self._words.rowCount() and self.rowViewportPosition(row) < self.height():
            self.resizeRowToContents(row)
            row += 1
        self.viewport().update()
