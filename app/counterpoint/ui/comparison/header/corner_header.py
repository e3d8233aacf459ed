"""The corner between the two headers: how much of the library is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from counterpoint.labels.text import DOT
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.painting.filling import fill
from counterpoint.ui.painting.text_block import Run, TextBlock, longest_word

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

_RIGHT = 8
"""Pixels at zoom 1 between its words and its edge."""


class CornerHeader(QWidget):
    """Says how many rows and columns are shown, of how many."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self._text = ""

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def make_accessible(self) -> "QAccessibleInterface":
        from PySide6.QtGui import QAccessible
        from PySide6.QtWidgets import QAccessibleWidget

        return QAccessibleWidget(self, QAccessible.Role.StaticText)

    def restyle(self, style: Style) -> None:
        self._style = style
        self.update()

    def fitting(self) -> tuple[int, Run]:
        """The left edge in pixels, and the words so that none is broken: where a part is too long
        for a line it is parted at its spaces, and then it begins further to the left."""
        style = self._style
        left, right = style.px(18), style.px(_RIGHT)
        run = Run(self._text, style.small, style.quiet)
        if longest_word(run) > self.width() - left - right:
            # A new line is enough between the parts, which each go over several.
            parted = self._text.replace(DOT, " \u2028").replace("\u00a0", " ")
            run = run._replace(text=parted)
        if longest_word(run) > self.width() - left - right:
            left = style.px(6)
        return left, run

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self._style
        painter = QPainter(self)
        fill(painter, QRectF(self.rect()), style.panel)
        fill(painter, QRectF(0, self.height() - 1, self.width(), 1), style.hairline)
        if self._text:
            left, run = self.fitting()
            width = self.width() - left - style.px(_RIGHT)
            paragraph = TextBlock([run], width, style.spacing)
            middle = (self.height() - paragraph.height) / 2  # where the headers are short
            paragraph.paint(painter, left, max(0, min(style.padding + style.px(3), middle)))
