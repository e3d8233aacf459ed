"""Paints the passages of one page over its picture: tints, the one jumped to, rules and cues."""

from collections.abc import Iterable, Sequence
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from counterpoint.domain.span import Span
from counterpoint.ui.painting.shapes import draw_cue
from counterpoint.ui.reader.highlights.highlight import Highlight
from counterpoint.ui.theme.colours import light
from counterpoint.ui.theme.fonts import Fonts, Size

from .passages import Pointed

Lines = dict[Span, list[QRectF]]
"""Of each passage, in pixels of the painter."""

_RULE, _CUE, _EDGE = 3, 12, 4
"""How wide a rule is and a cue, and how far from the edge of the page; pixels at zoom 1."""


def lines_of(rects: Sequence[QRectF], box: QRectF) -> list[QRectF]:
    """The lines of a passage where the page stands in `box`; `rects` are shares of it."""
    return [
        QRectF(
            box.left() + rect.left() * box.width(),
            box.top() + rect.top() * box.height(),
            rect.width() * box.width(),
            rect.height() * box.height(),
        )
        for rect in rects
    ]


class PassagePainter:
    """A page stays white in dark colours too, so the colours are always those of the light."""

    def __init__(self, painter: QPainter, fonts: Fonts) -> None:
        self._painter, self._fonts = painter, fonts
        self._colours = light()
        self._cue_font = fonts.ours(Size.SMALL, bold=True)
        self._cue_font.setPixelSize(fonts.px(_CUE - 3))

    def paint(
        self, highlights: Sequence[Highlight], lines: Lines, pointed: Pointed, page: QRectF
    ) -> None:
        """The marks of a page that stands in `page`."""
        jumped = lines.get(pointed.jump, []) if pointed.jump is not None else []
        hit = lines.get(pointed.hit, []) if pointed.hit is not None else []
        behind = _region([*(jumped if pointed.jump_exact else ()), *hit])
        self._tint(highlights, lines, behind)
        for highlight in highlights:
            if not highlight.exact:
                self._frame(lines.get(highlight.span, ()), self._rule(highlight))
        self._point(jumped, exact=pointed.jump_exact)
        self._margin(highlights, lines, page)

    def _tint(self, highlights: Sequence[Highlight], lines: Lines, jump: QRegion) -> None:
        """As ink of a marker, which leaves the letters black; on that of the passage jumped to lies
        no other."""
        painter = self._painter
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for highlight in highlights:
            if highlight.exact:
                tint = QColor(self._colours.approach(highlight.colour).tint)
                region = _region(lines.get(highlight.span, ())) - jump
                _fill(painter, region, tint)
        _fill(painter, jump, QColor(self._colours.jump))
        painter.restore()

    def _rule(self, highlight: Highlight) -> QColor:
        return QColor(self._colours.approach(highlight.colour).rule)

    def _frame(self, lines: Iterable[QRectF], colour: QColor) -> None:
        """A broken line round words that are not those that were quoted."""
        self._painter.setPen(QPen(colour, self._fonts.px(1), Qt.PenStyle.DashLine))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in lines:
            self._painter.drawRect(line.adjusted(-1, -1, 1, 1))

    def _point(self, lines: Sequence[QRectF], *, exact: bool) -> None:
        """The passage jumped to is told by more than its colour."""
        colour = QColor(self._colours.jump_rule)
        if not exact:
            self._frame(lines, colour)
            return
        for line in lines:
            thin = max(1.0, line.height() / 10)
            self._painter.setPen(QPen(colour, thin))
            self._painter.drawLine(QLineF(line.bottomLeft(), line.bottomRight()))

    def _margin(self, highlights: Sequence[Highlight], lines: Lines, page: QRectF) -> None:
        """A rule in the nearer margin of the page beside each passage, in every column, under its
        approach's letter, where no other stands."""
        taken: list[QRectF] = []
        for highlight in highlights:
            for number, column in enumerate(_columns(lines.get(highlight.span, ()))):
                room = self._free(column, highlight.approach_cue, taken, page)
                taken.append(room)
                self._draw_rule(highlight, room, begins=number == 0)

    def _free(
        self, column: Sequence[QRectF], cue: str, taken: Sequence[QRectF], page: QRectF
    ) -> QRectF:
        """Where a rule with its letter stands in the margin beside some lines."""
        px = self._fonts.px
        top, bottom = min(map(QRectF.top, column)), max(map(QRectF.bottom, column))
        wide = max(px(_CUE), len(cue) * px(_CUE - 4))
        middle = min(map(QRectF.left, column)) + max(map(QRectF.right, column))
        at_left = middle / 2 <= page.center().x()
        left = page.left() + px(_EDGE) if at_left else page.right() - px(_EDGE) - wide
        room = QRectF(left, top, wide, max(bottom - top, px(_CUE)))
        while any(room.intersects(other) for other in taken) and page.contains(room):
            room.translate(wide + 1 if at_left else -wide - 1, 0)
        return room

    def _draw_rule(self, highlight: Highlight, room: QRectF, *, begins: bool) -> None:
        colours = self._colours.approach(highlight.colour)
        style = Qt.PenStyle.SolidLine if highlight.exact else Qt.PenStyle.DashLine
        width = self._fonts.px(_RULE)
        self._painter.setPen(QPen(QColor(colours.rule), width, style, Qt.PenCapStyle.FlatCap))
        x = room.center().x()
        self._painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
        if begins:
            cue = QRectF(room.left(), room.top(), room.width(), self._fonts.px(_CUE))
            ground, ink = QColor(colours.text), QColor(self._colours.paper)
            draw_cue(self._painter, highlight.approach_cue, cue, self._cue_font, ground, ink)


def _columns(lines: Sequence[QRectF]) -> list[list[QRectF]]:
    """The lines of a passage, parted where it goes on at the top of another column."""
    columns: list[list[QRectF]] = []
    for line in lines:
        if not columns or line.bottom() < columns[-1][-1].top():
            columns.append([])
        columns[-1].append(line)
    return columns


def _region(lines: Iterable[QRectF]) -> QRegion:
    """What the lines cover, each point once."""
    region = QRegion()
    for line in lines:
        region = region.united(line.adjusted(-1, 0, 1, ceil(line.height() / 12)).toAlignedRect())
    return region


def _fill(painter: QPainter, region: QRegion, colour: QColor) -> None:
    if not region.isEmpty():
        painter.save()
        painter.setClipRegion(region)
        painter.fillRect(region.boundingRect(), colour)
        painter.restore()
