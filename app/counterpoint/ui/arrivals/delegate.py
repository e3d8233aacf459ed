"""How the rows of the documents are set."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from counterpoint.application.importing.arrivals import Arrival, Standing
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.widgets.painted_rows import Index, PaintedRows

from .model import ARRIVAL, DETAIL

_LEFT, _RIGHT, _AIR, _ABOVE = 16, 12, 8, 14
"""Pixels at zoom 1."""


class ArrivalDelegate(PaintedRows):
    """A heading over those of one standing; of each document its name, and below it a line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self.theme.fonts.px
        if index.data(ARRIVAL) is None:
            return QSize(px(160), self.pitch(Size.SMALL) + px(_ABOVE) + px(6))
        return QSize(px(160), self.pitch(Size.BODY) + self.pitch(Size.SMALL) + 2 * px(_AIR))

    def ground(self, *, hovered: bool) -> QColor:
        return QColor(self.theme.colours.paper if hovered else self.theme.colours.panel)

    def paint_row(self, painter: QPainter, box: QRect, index: Index, *, focused: bool) -> None:
        colours, fonts, px = self.theme.colours, self.theme.fonts, self.theme.fonts.px
        arrival = index.data(ARRIVAL)
        inner = box.adjusted(px(_LEFT), px(_AIR), -px(_RIGHT), -px(_AIR))
        if not isinstance(arrival, Arrival):
            top = box.top() + px(_ABOVE)
            words = f"{index.data()} \u00a0{index.data(DETAIL)}"
            small = fonts.ours(Size.SMALL, bold=True)
            self.line(painter, inner, top, words, small, Size.SMALL, colours.ink_quiet)
            painter.setPen(QColor(colours.hairline))
            painter.drawLine(box.left() + px(_LEFT), box.bottom(), box.right(), box.bottom())
            return
        bold = fonts.ours(bold=True)
        top = self.line(
            painter, inner, inner.top(), str(index.data()), bold, Size.BODY, colours.ink
        )
        wrong = arrival.standing is Standing.LEFT_OUT and not arrival.source
        ink = colours.warning if wrong else colours.ink_quiet
        small = fonts.ours(Size.SMALL)
        self.line(painter, inner, top, str(index.data(DETAIL)), small, Size.SMALL, ink)
