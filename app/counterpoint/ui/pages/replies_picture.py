"""The picture of who answers whom: dots for who speaks in each text and year, arcs for replies."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from counterpoint.application.pages.replies_drawing import Arc, Drawing
from counterpoint.domain.approach import ApproachSummary
from counterpoint.labels.page import dot_told, picture_of_replies, speaker, undated
from counterpoint.ui.painting.eliding import elided
from counterpoint.ui.painting.shapes import draw_cue
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_text import plain_tip

DOT, BETWEEN, BELOW, MOST_HIGH = 18, 26, 40, 300
"""Pixels at zoom 1: the side of a dot, from dot to dot, what stands below, and the whole."""
MOST_OF_PAGE = 0.4
WIDEST = 900
"""Pixels at zoom 1."""
THICKEST = 4
"""Replies that an arc shows by its width."""
NEAR = 5
"""Pixels at zoom 1 from an arc at which it is pointed at."""


class RepliesPicture(QWidget):
    """It takes no focus: all that is in it is in the list below it, and what has the focus there is
    marked here."""

    reply_wanted = Signal(int)
    """A reply, by its number, is to be seen in the list: the first of an arc, or the next one
    where one of them is marked already."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.drawing = Drawing((), (), (), 0)
        self._heads: Mapping[str, ApproachSummary] = {}
        self._names: Mapping[str, str] = {}
        self._tips: Mapping[int, str] = {}
        self._marked = self._last = -1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        theme.changed.connect(self.updateGeometry)

    def show_drawing(
        self,
        drawing: Drawing,
        heads: Mapping[str, ApproachSummary],
        names: Mapping[str, str],
        tips: Mapping[int, str],
    ) -> None:
        """`names` of the sources by id; `tips` say each reply in words, by its number."""
        self.drawing, self._heads, self._names, self._tips = drawing, heads, names, tips
        self._marked = self._last = -1
        replies = sum(len(arc.numbers) for arc in drawing.arcs)
        self.setAccessibleName(picture_of_replies(replies, len(drawing.columns)))
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
        high = min(px(MOST_HIGH), px(BETWEEN) * max(4, self.drawing.most) + px(BELOW))
        return QSize(px(320), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def set_room(self, height: int) -> None:
        """How high the page is: the picture takes no more than a share of it, and never makes the
        window larger."""
        self.setMaximumHeight(max(1, round(height * MOST_OF_PAGE)))

    # Where things are

    def _room(self) -> QRectF:
        px = self._theme.fonts.px
        width = min(self.width() - 2 * px(24), px(WIDEST))
        left = (self.width() - width) / 2
        return QRectF(left, px(8), width, self.height() - px(BELOW) - px(8))

    def place_of(self, spot: int) -> QPointF:
        """The middle of a dot."""
        room, found = self._room(), self.drawing.spots[spot]
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
        for at in range(len(self.drawing.spots)):
            apart = self.place_of(at) - where
            if max(abs(apart.x()), abs(apart.y())) <= reach:
                return at
        return -1

    def name_of(self, spot: int) -> str:
        """Who speaks there, and whose holder that is."""
        found = self.drawing.spots[spot]
        known = [self._heads[id] for id in found.approaches if id in self._heads]
        if not known:
            return dot_told(found.who)
        return speaker(found.who, [f"{head.cue} {head.title}" for head in known])

    def arc_at(self, where: QPointF) -> Arc | None:
        """The arc at a point, or from the dot there; None where there is none."""
        spot = self.spot_at(where)
        if spot >= 0:
            return next((arc for arc in self.drawing.arcs if spot in (arc.by, arc.to)), None)
        near = self._theme.fonts.px(NEAR)
        box = QRectF(where.x() - near, where.y() - near, 2 * near, 2 * near)
        for arc in self.drawing.arcs:
            path = self.path_of(arc)
            if path.intersects(box) and _touches(path, box):
                return arc
        return None

    def _side(self) -> float:
        """Of a dot: smaller where they would touch."""
        room = self._room().height() / max(1, self.drawing.most)
        return min(self._theme.fonts.px(DOT), max(4.0, room - 2))

    # What is drawn

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        painter.fillRect(self.rect(), QColor(colours.paper))
        for arc in sorted(self.drawing.arcs, key=lambda arc: self._marked in arc.numbers):
            marked = self._marked in arc.numbers
            colour = colours.accent if marked else colours.control
            width = min(len(arc.numbers), THICKEST) + (1 if marked else 0)
            pen = QPen(QColor(colour), width * self._theme.fonts.zoom)
            pen.setStyle(Qt.PenStyle.SolidLine if arc.direct else Qt.PenStyle.DashLine)
            painter.strokePath(self.path_of(arc), pen)
        for at in range(len(self.drawing.spots)):
            self._draw_spot(painter, at)
        self._draw_names(painter)
        painter.end()

    def _draw_spot(self, painter: QPainter, at: int) -> None:
        """A letter on its colour; a plain dot where no holder speaks, or there is no room."""
        colours, side = self._theme.colours, self._side()
        middle = self.place_of(at)
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        heads = [self._heads[id] for id in self.drawing.spots[at].approaches if id in self._heads]
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
        width = room.width() / max(1, len(self.drawing.columns))
        for column, x in self.drawing.columns:
            left = room.left() + x * room.width() - width / 2
            year = QRectF(left, room.bottom() + fonts.px(4), width, fonts.px(16))
            painter.setPen(QColor(colours.ink))
            painter.setFont(fonts.ours(Size.SMALL, bold=True))
            painter.drawText(year, Qt.AlignmentFlag.AlignCenter, column.year or undated())
            painter.setPen(QColor(colours.ink_quiet))
            painter.setFont(fonts.ours(Size.SMALL))
            name = elided(
                self._names.get(column.source, column.source),
                painter.fontMetrics(),
                width - fonts.px(4),
            )
            below = year.translated(0, fonts.px(16))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)

    # The mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        arc = self.arc_at(event.position())
        numbers = () if arc is None else arc.numbers
        if self._marked not in numbers:
            self.mark(numbers[0] if numbers else -1)
        spot = self.spot_at(event.position())
        lines = [self.name_of(spot)] if spot >= 0 else []
        lines += [self._tips[number] for number in numbers]
        self.setToolTip(plain_tip("\n".join(lines)))
        pointed = Qt.CursorShape.PointingHandCursor if numbers else Qt.CursorShape.ArrowCursor
        self.setCursor(pointed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        arc = self.arc_at(event.position())
        if arc is not None:
            at = arc.numbers.index(self._last) + 1 if self._last in arc.numbers else 0
            self._last = arc.numbers[at % len(arc.numbers)]
            self.mark(self._last)
            self.reply_wanted.emit(self._last)

    def leaveEvent(self, event: QEvent) -> None:
        self.mark(-1)
        super().leaveEvent(event)


def _touches(path: QPainterPath, box: QRectF) -> bool:
    """Whether the line itself comes into the box: a path that bends is filled when it is asked."""
    return any(box.contains(path.pointAtPercent(step / 40)) for step in range(41))
