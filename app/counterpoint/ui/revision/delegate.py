"""How the rows of a new version are set."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.widgets.painted_rows import Index, PaintedRows

from .model import DETAIL, ITEM, OPEN

_LEFT, _RIGHT, _AIR, _ABOVE = 16, 12, 8, 14
"""Pixels at zoom 1."""


class RevisionDelegate(PaintedRows):
    """A heading over those of one state; of each the beginning of its words, and below it a line.
    What is to be decided yet is bold there."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self.theme.fonts.px
        if index.data(ITEM) is None:
            return QSize(px(160), self.pitch(Size.SMALL) + px(_ABOVE) + px(6))
        return QSize(px(160), self.pitch(Size.BODY) + self.pitch(Size.SMALL) + 2 * px(_AIR))

    def ground(self, *, hovered: bool) -> QColor:
        return QColor(self.theme.colours.paper if hovered else self.theme.colours.panel)

    def paint_row(self, painter: QPainter, box: QRect, index: Index, *, focused: bool) -> None:
        colours, fonts, px = self.theme.colours, self.theme.fonts, self.theme.fonts.px
        inner = box.adjusted(px(_LEFT), px(_AIR), -px(_RIGHT), -px(_AIR))
        detail = str(index.data(DETAIL))
        if index.data(ITEM) is None:
            words = f"{index.data()} \u00a0{detail}"
            small = fonts.ours(Size.SMALL, bold=True)
            top = box.top() + px(_ABOVE)
            self.line(painter, inner, top, words, small, Size.SMALL, colours.ink_quiet)
            painter.setPen(QColor(colours.hairline))
            painter.drawLine(box.left() + px(_LEFT), box.bottom(), box.right(), box.bottom())
            return
        theirs, small = fonts.theirs(Size.BODY), fonts.ours(Size.SMALL, bold=bool(index.data(OPEN)))
        words = str(index.data())
        top = self.line(painter, inner, inner.top(), words, theirs, Size.BODY, colours.ink)
        self.line(painter, inner, top, detail, small, Size.SMALL, colours.ink_quiet)
