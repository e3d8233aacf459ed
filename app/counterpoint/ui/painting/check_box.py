"""A box that is ticked or not."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from counterpoint.ui.theme.colours import Colours


def draw_check(painter: QPainter, box: QRectF, colours: Colours, *, on: bool) -> None:
    """In `box`, which is a square."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.accent if on else colours.control), 1.2))
    painter.setBrush(QColor(colours.accent if on else colours.paper))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if on:
        pen = QPen(QColor(colours.accent_ink), max(1.5, box.width() / 8))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(box.left() + box.width() * x, box.top() + box.height() * y)
                    for x, y in ((0.24, 0.52), (0.43, 0.71), (0.77, 0.30))
                ]
            )
        )
