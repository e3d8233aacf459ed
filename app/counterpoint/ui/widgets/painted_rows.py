"""A list whose rows are painted by hand: what all of these have in common."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from counterpoint.ui.painting.eliding import elided
from counterpoint.ui.theme.fonts import LINE_OF_CLAIM, Size
from counterpoint.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_RULE = 3
"""The width of the rule at the left of a chosen row, in pixels at zoom 1."""


class PaintedRows(QStyledItemDelegate):
    """Paints what is behind a row, chosen or not, and leaves its words to `paint_row`."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        if self.is_chosen(state):
            painter.fillRect(box, QColor(self.theme.colours.selection))
            if (rule := self.rule(focused=focused)) is not None:
                width = self.theme.fonts.px(_RULE)
                painter.fillRect(QRect(box.left(), box.top(), width, box.height()), rule)
        else:
            ground = self.ground(hovered=bool(state & QStyle.StateFlag.State_MouseOver))
            if ground is not None:
                painter.fillRect(box, ground)
        self.paint_row(painter, QRect(box), index, focused=focused)
        painter.restore()

    def paint_row(self, painter: QPainter, box: QRect, index: Index, *, focused: bool) -> None:
        """What is on the row."""
        raise NotImplementedError

    def is_chosen(self, state: QStyle.StateFlag) -> bool:
        return bool(state & QStyle.StateFlag.State_Selected)

    def rule(self, *, focused: bool) -> QColor | None:
        """The colour of the rule at the left of a chosen row; None for none."""
        return QColor(self.theme.colours.accent if focused else self.theme.colours.control)

    def ground(self, *, hovered: bool) -> QColor | None:
        """The colour behind a row that is not chosen; None to leave what is there. Most show
        nothing of the mouse."""
        return QColor(self.theme.colours.paper)

    def pitch(self, size: Size) -> int:
        """The height of a line, in pixels."""
        return round(self.theme.fonts.px(size.value) * LINE_OF_CLAIM)

    def baseline(self, top: float, pitch: float, font: QFont) -> float:
        """Where the letters stand in a line of the height `pitch` that begins at `top`."""
        metrics = QFontMetrics(font)
        return top + (pitch + metrics.ascent() - metrics.descent()) / 2

    def line(
        self, painter: QPainter, room: QRect, top: int, text: str, font: QFont, size: Size, ink: str
    ) -> int:
        """One line, cut with an ellipsis where it is too long; the top of the next one."""
        cut = elided(text, QFontMetrics(font), room.width())
        return self.lines(painter, room, top, [cut], font, size, ink)

    def lines(
        self,
        painter: QPainter,
        room: QRect,
        top: int,
        lines: Sequence[str],
        font: QFont,
        size: Size,
        ink: str,
    ) -> int:
        """Lines that fit; the top of the next one."""
        pitch = self.pitch(size)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        for line in lines:
            painter.drawText(QPointF(room.left(), self.baseline(top, pitch, font)), line)
            top += pitch
        return top
