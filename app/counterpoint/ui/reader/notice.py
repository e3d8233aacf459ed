"""What stands in the reader where there is no text: why, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counterpoint.ui.theme.background import fill
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_label import PlainLabel

_WIDTH = 380


class Notice(QWidget):
    """A title and a sentence or two, in the upper middle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = PlainLabel(self)
        self.message = PlainLabel(self)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        for label in (self.title, self.message):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            label.setWordWrap(True)
            self._column.addWidget(label)
        self._column.addStretch(2)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def say(self, title: str, message: str) -> None:
        self.title.setText(title)
        self.message.setText(message)
        self.setAccessibleName(f"{title}. {message}")

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        fill(self, colours.paper)
        self._narrow()
        self._column.setSpacing(px(8))
        self.title.setFont(fonts.ours(Size.TITLE, bold=True))
        self.title.setStyleSheet(f"color: {colours.ink};")
        self.message.setFont(fonts.ours())
        self.message.setStyleSheet(f"color: {colours.ink_quiet};")

    def _narrow(self) -> None:
        """Keeps the lines short, however wide the pane is."""
        px = self._theme.fonts.px
        side = max(px(12), (self.width() - px(_WIDTH)) // 2)
        self._column.setContentsMargins(side, px(12), side, px(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow()
