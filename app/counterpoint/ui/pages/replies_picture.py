"""The picture of who answers whom: dots for passages by text and year, arcs for replies."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from counterpoint.application.pages.replies_drawing import Arc, Drawing
from counterpoint.domain.approach import ApproachSummary
from counterpoint.labels.page import picture_of_replies, undated
from counterpoint.ui.painting.shapes import draw_cue
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_text import plain_tip

DOT, BETWEEN, BELOW, MOST_HIGH = 14, 16, 40, 300
"""Pixels at zoom 1: the side of a dot, from dot to dot, what stands below, and the whole."""
WIDEST = 900
"""Pixels at zoom 1."""
NEAR = 5
"""Pixels at zoom 1 from an arc at which it is pointed at."""


class RepliesPicture(QWidget):
    """It takes no focus: all that is in it is in the list below it, and what has the focus there is
    marked here."""

    passage_wanted = Signal(int, bool)
    """Of a reply by its number; True for the later passage."""
    reply_wanted = Signal(int)
    """A reply is to be seen in the list."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing = Drawing((), (), (), 0)
        self._heads: Mapping[str, ApproachSummary] = {}
        self._names: Mapping[str, str] = {}
        self._tips: Mapping[int, str] = {}
        self._marked = -1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_drawing(
        self,
        drawing: Drawing,
        heads: Mapping[str, ApproachSummary],
        names: Mapping[str, str],
        tips: Mapping[int, str],
    ) -> None:
        """`names` of the sources by id; `tips` say each reply in words, by its number."""
        self._drawing, self._heads, self._names, self._tips = drawing, heads, names, tips
        self._marked = -1
        self.setAccessibleName(picture_of_replies(len(drawing.arcs), len(drawing.columns)))
        self.updateGeometry()
        self.update()

    def mark(self, number: int) -> None:
        """The reply that is pointed at or has the focus in the list; -1 for none."""
        if number != self._marked:
            self._marked = number
            self.update()

    @property
    def marked(self) -> int:
        return self._marked

    def sizeHint(self) -> QSize:
        px = self._theme.fonts.px
        high = min(px(MOST_HIGH), px(BETWEEN) * max(4, self._drawing.most) + px(BELOW))
        return QSize(px(320), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    # Where things are

    def _room(self) -> QRectF:
        px = self._theme.fonts.px
        width = min(self.width() - 2 * px(24), px(WIDEST))
        left = (self.width() - width) / 2
        return QRectF(left, px(8), width, self.height() - px(BELOW) - px(8))

    def place_of(self, spot: int) -> QPointF:
        """The middle of a dot."""
        room, found = self._room(), self._drawing.spots[spot]
        return QPointF(room.left() + found.x * room.width(), room.top() + found.y * room.height())

    def path_of(self, arc: Arc) -> QPainterPath:
        """From the later passage to the earlier; within one column to its right."""
        start, end = self.place_of(arc.by), self.place_of(arc.to)
        path = QPainterPath(start)
        if start.x() == end.x():
            bulge = self._theme.fonts.px(24) + abs(end.y() - start.y()) / 3
            one, other = start + QPointF(bulge, 0), end + QPointF(bulge, 0)
        else:
            half = (end.x() - start.x()) / 2
            one, other = start + QPointF(half, 0), end - QPointF(half, 0)
        path.cubicTo(one, other, end)
        return path

    def spot_at(self, where: QPointF) -> int:
        """The dot at a point; -1 for none."""
        reach = self._side() / 2 + 1
        for at in range(len(self._drawing.spots)):
            apart = self.place_of(at) - where
            if max(abs(apart.x()), abs(apart.y())) <= reach:
                return at
        return -1

    def arc_at(self, where: QPointF) -> int:
        """The number of the reply whose arc is nearest to a point; -1 where none is near."""
        near = self._theme.fonts.px(NEAR)
        box = QRectF(where.x() - near, where.y() - near, 2 * near, 2 * near)
        for arc in self._drawing.arcs:
            path = self.path_of(arc)
            if path.intersects(box) and _touches(path, box):
                return arc.number
        return -1

    def _side(self) -> float:
        """Of a dot: smaller where they would touch."""
        room = self._room().height() / max(1, self._drawing.most)
        return min(self._theme.fonts.px(DOT), max(4.0, room - 2))

    # What is drawn

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        painter.fillRect(self.rect(), QColor(colours.paper))
        for arc in sorted(self._drawing.arcs, key=lambda arc: arc.number == self._marked):
            marked = arc.number == self._marked
            colour = colours.accent if marked else colours.control
            pen = QPen(QColor(colour), self._theme.fonts.px(2) if marked else 1)
            pen.setStyle(Qt.PenStyle.SolidLine if arc.direct else Qt.PenStyle.DashLine)
            painter.strokePath(self.path_of(arc), pen)
        for at in range(len(self._drawing.spots)):
            self._draw_spot(painter, at)
        self._draw_names(painter)
        painter.end()

    def _draw_spot(self, painter: QPainter, at: int) -> None:
        """A letter on its colour; a plain dot where no holder speaks, or there is no room."""
        colours, side = self._theme.colours, self._side()
        middle = self.place_of(at)
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        heads = [self._heads[id] for id in self._drawing.spots[at].approaches if id in self._heads]
        fill = colours.approach(heads[0].colour).text if heads else colours.ink_quiet
        if heads and side >= self._theme.fonts.px(DOT):
            font = self._theme.fonts.ours(Size.SMALL, bold=True)
            draw_cue(painter, heads[0].cue, box, font, QColor(fill), QColor(colours.paper))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawEllipse(box.adjusted(2, 2, -2, -2) if side > 8 else box)

    def _draw_names(self, painter: QPainter) -> None:
        fonts, colours = self._theme.fonts, self._theme.colours
        room = self._room()
        width = room.width() / max(1, len(self._drawing.columns))
        for column, x in self._drawing.columns:
            left = room.left() + x * room.width() - width / 2
            year = QRectF(left, room.bottom() + fonts.px(4), width, fonts.px(16))
            painter.setPen(QColor(colours.ink))
            painter.setFont(fonts.ours(Size.SMALL, bold=True))
            painter.drawText(year, Qt.AlignmentFlag.AlignCenter, column.year or undated())
            painter.setPen(QColor(colours.ink_quiet))
            painter.setFont(fonts.ours(Size.SMALL))
            name = painter.fontMetrics().elidedText(
                self._names.get(column.source, column.source),
                Qt.TextElideMode.ElideRight,
                round(width) - fonts.px(4),
            )
            below = year.translated(0, fonts.px(16))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)

    # The mouse

    def _reply_of(self, spot: int) -> Arc | None:
        """The first reply that a dot takes part in."""
        return next((arc for arc in self._drawing.arcs if spot in (arc.by, arc.to)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        arc = self._reply_of(spot) if spot >= 0 else None
        number = arc.number if arc is not None else self.arc_at(event.position())
        self.mark(number)
        self.setToolTip(plain_tip(self._tips.get(number, "")))
        pointed = Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor
        self.setCursor(pointed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        arc = self._reply_of(spot) if spot >= 0 else None
        if arc is not None:
            self.passage_wanted.emit(arc.number, arc.by == spot)
        elif (number := self.arc_at(event.position())) >= 0:
            self.reply_wanted.emit(number)

    def leaveEvent(self, event: QEvent) -> None:
        self.mark(-1)
        super().leaveEvent(event)


def _touches(path: QPainterPath, box: QRectF) -> bool:
    """Whether the line itself comes into the box: a path that bends is filled when it is asked."""
    return any(box.contains(path.pointAtPercent(step / 40)) for step in range(41))
