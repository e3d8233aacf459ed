"""Paints a cell of the grid from its layout."""

from typing import Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem


class CellPainter(Protocol):
    """Whoever knows how a cell is laid out and what of it is chosen."""

    def paint_cell(self, painter: QPainter, box: QRectF, row: int, column: int) -> None: ...

    def cell_size(self, row: int, column: int) -> QSize: ...


class CellDelegate(QStyledItemDelegate):
    def __init__(self, cells: CellPainter, parent: QObject) -> None:
        super().__init__(parent)
        self._cells = cells

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box = QRectF(option.rect)
        self._cells.paint_cell(painter, box, index.row(), index.column())

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self._cells.cell_size(index.row(), index.column())
