"""Rows under headings: each has words that name it, and below them some that say more; either on
two lines where one is too short, and whole in the tooltip."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyleOptionViewItem

from counterpoint.ui.painting.eliding import in_lines
from counterpoint.ui.theme.fonts import Size

from .painted_rows import Index, PaintedRows

ENTRY = Qt.ItemDataRole.UserRole
"""What a row stands for; None for a heading."""
DETAIL = Qt.ItemDataRole.UserRole + 1
"""The line below its words, or what stands beside a heading."""
_LEFT, _RIGHT, _AIR, _ABOVE = 16, 12, 8, 14
"""Pixels at zoom 1."""
_LINES, _LINES_BELOW = 2, 3
"""Of its words, and of those below, at most."""


class GroupedRows(PaintedRows):
    """Paints the headings, and the others in the letters that `letters` says."""

    def letters(self, index: Index) -> tuple[QFont, QFont, str]:
        """Of the words of a row and of the line below, and the colour of that."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self.theme.fonts.px
        if index.data(ENTRY) is None:
            return QSize(px(160), self.pitch(Size.SMALL) + px(_ABOVE) + px(6))
        width = self._room(option).width()
        words, detail = self._set(index, width)
        height = len(words) * self.pitch(Size.BODY) + len(detail) * self.pitch(Size.SMALL)
        return QSize(px(160), height + 2 * px(_AIR))

    def _room(self, option: QStyleOptionViewItem) -> QRect:
        """What the words of a row have in a list as wide as it is now."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractScrollArea) else 0
        px = self.theme.fonts.px
        return QRect(0, 0, max(1, width - px(_LEFT) - px(_RIGHT)), 1)

    def _set(self, index: Index, width: int) -> tuple[list[str], list[str]]:
        """The lines of a row."""
        named, below, _ = self.letters(index)
        words, detail = str(index.data()), str(index.data(DETAIL))
        return (
            in_lines(words, QFontMetrics(named), width, _LINES),
            in_lines(detail, QFontMetrics(below), width, _LINES_BELOW),
        )

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
        first, more = self._set(index, inner.width())
        top = self.lines(painter, inner, inner.top(), first, named, Size.BODY, colours.ink)
        self.lines(painter, inner, top, more, below, Size.SMALL, ink)
