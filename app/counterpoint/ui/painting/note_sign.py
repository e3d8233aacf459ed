"""The sign of a note, drawn so that it is crisp at every zoom."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


def draw_note(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A sheet with a corner folded: there are notes on this."""
    thick = max(1.0, box.height() / 8)
    sheet = box.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    left, top, right, bottom = sheet.left(), sheet.top(), sheet.right(), sheet.bottom()
    fold = sheet.width() * 0.45
    before, inside, after = (right - fold, top), (right - fold, top + fold), (right, top + fold)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, thick, j=Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_points((left, top), before, after, (right, bottom), (left, bottom)))
    painter.drawPolyline(_points(before, inside, after))
    painter.restore()


def _points(*corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in corners])
