"""A check mark in its box, drawn in the colours of the theme: the system's own is not seen on dark
paper."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QWidget

from counterpoint.ui.theme.theme import Theme

_SIDE = 14
"""Pixels of the box at zoom 1."""


class PlainCheck(QCheckBox):
    """Without words, which stand beside it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self._on_theme)

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.fonts.px(_SIDE) + 4
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 (Qt's own name)
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, side = self._theme.colours, float(self._theme.fonts.px(_SIDE))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(2.5, 2.5, side - 1, side - 1)
        focused = self.hasFocus()
        edge = QColor(colours.accent if focused else colours.control)
        painter.setPen(QPen(edge, 2 if focused else 1))
        painter.setBrush(QColor(colours.selection if focused else colours.paper))
        painter.drawRoundedRect(box, side / 7, side / 7)
        if self.isChecked():
            pen = QPen(QColor(colours.ink), max(1.5, side / 8))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            shape = ((0.22, 0.52), (0.42, 0.73), (0.78, 0.28))
            points = [
                QPointF(box.left() + x * box.width(), box.top() + y * box.height())
                for x, y in shape
            ]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(points))
        painter.end()
