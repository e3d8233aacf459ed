"""The marks that are drawn, not typed, so that they are crisp at every zoom."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from counterpoint.domain.approach import Stance


def draw_stance(painter: QPainter, stance: Stance, box: QRectF, colour: QColor) -> None:
    """Triangle up advocates, disc describes, triangle down criticises, hollow diamond concedes.
    What is inferred is hollow: up tells for, down tells against, a ring bears on."""
    left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    middle = box.center()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if stance.inferred or stance is Stance.CONCEDES:
        width = max(1.2, box.width() / 7)
        painter.setPen(QPen(colour, width, j=Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        left, top = left + width / 2, top + width / 2
        right, bottom = right - width / 2, bottom - width / 2
    if stance in (Stance.ADVOCATES, Stance.TELLS_FOR):
        _polygon(painter, (left, bottom), (middle.x(), top), (right, bottom))
    elif stance in (Stance.CRITICISES, Stance.TELLS_AGAINST):
        _polygon(painter, (left, top), (right, top), (middle.x(), bottom))
    elif stance in (Stance.DESCRIBES, Stance.BEARS_ON):
        inset = box.width() * 0.06
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    else:
        sides = ((middle.x(), top), (right, middle.y()), (middle.x(), bottom), (left, middle.y()))
        _polygon(painter, *sides)
    painter.restore()


def _polygon(painter: QPainter, *corners: tuple[float, float]) -> None:
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


def draw_chevron(painter: QPainter, box: QRectF, colour: QColor, *, closed: bool) -> None:
    """Points right when closed, down when open."""
    middle = box.center()
    reach, rise = box.width() / 2, box.width() / 4
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(
        QPen(
            colour,
            max(1.3, box.width() / 6),
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    corners = ((-reach, -rise), (0.0, rise), (reach, -rise))
    points = [
        QPointF(middle.x() + (y if closed else x), middle.y() + (x if closed else y))
        for x, y in corners
    ]
    painter.drawPolyline(QPolygonF(points))
    painter.restore()


def draw_reply(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Two arrows that meet: somebody answers somebody."""
    width = max(1.0, box.height() / 8)
    head = box.height() / 4
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    upper, lower = box.top() + head, box.bottom() - head
    for y, tip, tail in ((upper, box.right(), box.left()), (lower, box.left(), box.right())):
        back = tip - head if tip > tail else tip + head
        painter.drawLine(QPointF(tail, y), QPointF(tip, y))
        ends = [QPointF(back, y - head), QPointF(tip, y), QPointF(back, y + head)]
        painter.drawPolyline(QPolygonF(ends))
    painter.restore()


def cue_width(cue: str, font: QFont, height: int) -> int:
    """How wide the square of a cue is: a square, or as wide as its letters need."""
    return max(height, QFontMetrics(font).horizontalAdvance(cue) + height // 2)


def draw_cue(
    painter: QPainter, cue: str, box: QRectF, font: QFont, fill: QColor, ink: QColor
) -> None:
    """An approach's letter on its colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(box, box.height() / 6, box.height() / 6)
    painter.setPen(ink)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cue)
    painter.restore()


def draw_outline(painter: QPainter, box: QRectF, pen: QPen) -> None:
    """The shape of an approach's letter without its ground."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(0.7, 0.7, -0.7, -0.7)
    painter.drawRoundedRect(inner, box.height() / 6, box.height() / 6)
    painter.restore()


def draw_outlined_cue(
    painter: QPainter, cue: str, box: QRectF, font: QFont, colour: QColor
) -> None:
    """The letter of an approach that does not answer."""
    draw_outline(painter, box, QPen(colour, 1.2))
    painter.setPen(colour)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cue)
