"""A field of words with its border."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counterpoint.ui.theme.theme import Theme

from .words_field import WordsField


class Framed(QFrame):
    """The border of a field, which is seen better while the focus is in it."""

    def __init__(self, theme: Theme, field: WordsField, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._field = theme, field
        self._wanting = False
        self._column = QVBoxLayout(self)
        self._column.addWidget(field)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()
        field.viewport().setAutoFillBackground(False)
        field.focused.connect(self.update)
        self.setFocusProxy(field)

    def _apply_theme(self) -> None:
        px = self._theme.fonts.px
        self._column.setContentsMargins(px(8), px(4), px(8), px(4))
        self.update()

    def set_wanting(self, on: bool) -> None:
        """Whether something is to be changed in it: then its border is heavy too."""
        self._wanting = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, px = self._theme.colours, self._theme.fonts.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._field.hasFocus()
        colour = colours.accent if focused else colours.control
        width = px(2) if self._wanting else 1
        painter.setPen(QPen(QColor(colours.warning if self._wanting else colour), width))
        painter.setBrush(QColor(colours.paper))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, px(4), px(4))
