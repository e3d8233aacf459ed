"""Rows under headings: each a line that names it, and below it a line that says more."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from counterpoint.ui.theme.fonts import Size

from .painted_rows import Index, PaintedRows

ENTRY = Qt.ItemDataRole.UserRole
"""What a row stands for; None for a heading."""
DETAIL = Qt.ItemDataRole.UserRole + 1
"""The line below its words, or what stands beside a heading."""
_LEFT, _RIGHT, _AIR, _ABOVE = 16, 12, 8, 14
"""Pixels at zoom 1."""


class GroupedRows(PaintedRows):
    """Paints the headings, and the others in the letters that `letters` says."""

    def letters(self, index: Index) -> tuple[QFont, QFont, str]:
        """Of the words of a row and of the line below, and the colour of that."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self.theme.fonts.px
        if index.data(ENTRY) is None:
            return QSize(px(160), self.pitch(Size.SMALL) + px(_ABOVE) + px(6))
        return QSize(px(160), self.pitch(Size.BODY) + self.pitch(Size.SMALL) + 2 * px(_AIR))

    def ground(self, *, hovered: bool) -> QColor:
        return QColor(self.theme.colours.paper if hovered else self.theme.colours.panel)

    def paint_row(self, painter: QPainter, box: QRect, index: Index, *, focused: bool) -> None:
        colours, fonts, px = self.theme.colours, self.theme.fonts, self.theme.fonts.px
        inner = box.adjusted(px(_LEFT), px(_AIR), -px(_RIGHT), -px(_AIR))
        words, detail = str(index.data()), str(index.data(DETAIL))
        if index.data(ENTRY) is None:
            small = fonts.ours(Size.SMALL, bold=True)
            both, top = f"{words} \u00a0{detail}", box.top() + px(_ABOVE)
            self.line(painter, inner, top, both, small, Size.SMALL, colours.ink_quiet)
            painter.setPen(QColor(colours.hairline))
            painter.drawLine(box.left() + px(_LEFT), box.bottom(), box.right(), box.bottom())
            return
        named, below, ink = self.letters(index)
        top = self.line(painter, inner, inner.top(), words, named, Size.BODY, colours.ink)
        self.line(painter, inner, top, detail, below, Size.SMALL, ink)
