"""A choice of one among several, styled by the theme as its buttons are."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QWidget

from counterpoint.ui.painting.eliding import elided
from counterpoint.ui.painting.shapes import draw_chevron
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme

from .plain_text import plain_tip


class PlainChoice(QComboBox):
    """Thin, with a border that is seen; what is chosen has its icon before it. `name` is said and
    shown as its tip."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _apply_theme(self) -> None:
        self.setFont(self._theme.fonts.ours(Size.SMALL))
        self.setMinimumHeight(self._theme.fonts.px(26))
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, px = self._theme.colours, self._theme.fonts.px
        focused, box = self.hasFocus(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if focused else colours.control), 1))
        painter.setBrush(QColor(colours.selection if focused else colours.paper))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
        left, right, size = px(8), box.right() - px(10), px(8)
        sign = QRectF(right - size, box.center().y() - size / 2, size, size)
        draw_chevron(painter, sign, QColor(colours.ink_quiet), closed=False)
        icon = self.itemIcon(self.currentIndex())
        if not icon.isNull():
            side = self.iconSize()
            at = QRectF(left, box.center().y() - side.height() / 2, side.width(), side.height())
            icon.paint(painter, at.toRect())
            left += side.width() + px(6)
        painter.setPen(QColor(colours.ink))
        painter.setFont(self.font())
        words = QRectF(left, 0, sign.left() - px(6) - left, box.height())
        text = elided(self.currentText(), self.fontMetrics(), words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
