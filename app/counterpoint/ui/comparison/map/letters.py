"""The letters of approaches, drawn once each and kept: a large map has thousands."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from counterpoint.domain.approach import ApproachSummary
from counterpoint.ui.painting import shapes
from counterpoint.ui.painting.shapes import draw_cue

from .measures import Measures
from .row_layout import Mark


class Letters:
    """For one theme, size and screen."""

    def __init__(self, m: Measures, ratio: float) -> None:
        """`ratio`: pixels of the screen to one of ours."""
        self._m = m
        self._ratio = ratio
        self._made: dict[tuple[str, Mark, bool], QPixmap] = {}

    def draw(
        self, painter: QPainter, box: QRectF, head: ApproachSummary, mark: Mark, *, dim: bool
    ) -> None:
        """Filled for one that holds the answer, outlined for one that is silent, dashed for one
        that is not yet answered, the letter alone for one that a filter hides."""
        key = (head.id, mark, dim)
        if key not in self._made:
            self._made[key] = self._make(head, mark, dim=dim)
        painter.drawPixmap(box.topLeft(), self._made[key])

    def _make(self, head: ApproachSummary, mark: Mark, *, dim: bool) -> QPixmap:
        m, ratio = self._m, self._ratio
        made = QPixmap(round(m.letter_width * ratio), round(m.letter_height * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        draw_letter(painter, QRectF(0, 0, m.letter_width, m.letter_height), head, mark, m, dim=dim)
        painter.end()
        return made


def draw_letter(
    painter: QPainter, box: QRectF, head: ApproachSummary, mark: Mark, m: Measures, *, dim: bool
) -> None:
    """One that stands back (`dim`) beside the two that are compared has a pale ground, or a quiet
    outline: the letter itself is as well read as any."""
    style = m.style
    colour = style.text(head.colour)
    if dim:
        font = style.small
        if mark is Mark.HOLDS:
            draw_cue(painter, head.cue, box, font, style.hairline, style.ink)
            return
        colour = style.quiet
    else:
        font = style.small_bold
    if mark is Mark.HOLDS:
        draw_cue(painter, head.cue, box, style.small_bold, colour, style.paper)
        return
    if mark is Mark.HIDDEN:
        colour = style.quiet
    else:
        draw_outline(painter, box, mark, QPen(style.control if dim else colour, 1.2))
    painter.setPen(colour)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, head.cue)


def draw_outline(painter: QPainter, box: QRectF, mark: Mark, pen: QPen) -> None:
    """The shape of one that is silent (a line) or not yet answered (a broken line)."""
    if mark is Mark.UNFINISHED:
        pen.setDashPattern([2.0, 2.0])
    shapes.draw_outline(painter, box, pen)


def draw_arrow(painter: QPainter, box: QRectF, pen: QPen) -> None:
    """To the right, in the middle of a box."""
    y, reach = round(box.center().y()) + 0.5, box.width() * 0.3
    tip = QPointF(box.right() - 1, y)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawLine(QPointF(box.left() + 1, y), tip)
    painter.drawLine(tip, tip + QPointF(-reach, -reach))
    painter.drawLine(tip, tip + QPointF(-reach, reach))
    painter.restore()
