"""The line at which a head that is dragged will land."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from counterpoint.ui.comparison.grid.style import Style


class LandingLine(QWidget):
    """Over the grid and its headers, from edge to edge."""

    def __init__(self, style: Style, grid: QWidget) -> None:
        super().__init__(grid)
        self._grid = grid
        self._style = style
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, at: int, orientation: Qt.Orientation) -> None:
        """`at`: pixels from the beginning of the grid; horizontal heads land at an upright line."""
        room = self._grid.rect()
        width = max(3, self._style.fonts.px(3))
        if orientation == Qt.Orientation.Horizontal:
            left = max(0, min(at - width // 2, room.width() - width))
            self.setGeometry(QRect(left, 0, width, room.height()))
        else:
            top = max(0, min(at - width // 2, room.height() - width))
            self.setGeometry(QRect(0, top, room.width(), width))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(self._style.colours.accent))
