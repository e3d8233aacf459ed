"""A bar with a headline and buttons: the headline is never cut, it goes on to further lines, and
where the buttons leave it little room they stand below it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme

from .flow_layout import FlowLayout
from .plain_label import PlainLabel

_HEIGHT, _AIR, _LEFT, _RIGHT = 44, 8, 24, 16
"""Pixels at zoom 1."""


class HeadlineBar(QWidget):
    """The headline is at the left."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._headline = PlainLabel(self)
        self._headline.setWordWrap(True)
        self._buttons = FlowLayout(trailing=True)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.addWidget(self._headline, 1)
        self._both.addLayout(self._buttons)
        theme.changed.connect(self._apply_theme)

    def lay_out(self, *buttons: QWidget) -> None:
        """Puts the buttons there. To be called once, when all are there."""
        for button in buttons:
            self._buttons.addWidget(button)
        self._apply_theme()

    def headline(self) -> str:
        return self._headline.text()

    def set_headline(self, words: str) -> None:
        self._headline.setText(words)
        self._arrange()

    def set_seen(self, button: QWidget, seen: bool) -> None:
        """Shows or hides one of the buttons."""
        button.setVisible(seen)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """With the buttons one below the other, if need be."""
        px = self._theme.fonts.px
        wide = max(self._headline.minimumSizeHint().width(), self._buttons.minimumSize().width())
        return QSize(wide + px(_LEFT) + px(_RIGHT), px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Below each other where not all fits on one line."""
        margins = self._both.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        headline = self._headline.fontMetrics().horizontalAdvance(self._headline.text())
        wide = headline + self._both.spacing() + self._buttons.sizeHint().width()
        across = wide + 2 <= room or not self._headline.text()
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if across else ways.TopToBottom)
        self._buttons.trailing = across
        self._headline.setVisible(bool(self._headline.text()))
        self.updateGeometry()

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self._headline.setFont(fonts.ours(Size.BODY, bold=True))
        self._headline.setStyleSheet(f"color: {colours.ink};")
        self.setMinimumHeight(px(_HEIGHT))
        self._both.setSpacing(px(_AIR))
        self._buttons.setSpacing(px(_AIR))
        self._both.setContentsMargins(px(_LEFT), px(6), px(_RIGHT), px(6))
        self._arrange()
