"""A line above the text of the reader: why the passage that was asked for is not shown."""

from PySide6.QtWidgets import QWidget

from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Look
from counterpoint.ui.widgets.plain_label import PlainLabel


class Remark(PlainLabel):
    """Out of sight while there is nothing to say."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setWordWrap(True)
        self.hide()
        look.changed.connect(self._dress)
        self._dress()

    def say(self, words: str) -> None:
        """ "" for nothing."""
        self.setText(words)
        self.setVisible(bool(words))

    def _dress(self) -> None:
        colours, letters = self._look.colours, self._look.letters
        px = letters.px
        self.setFont(letters.ours(Size.SMALL))
        self.setStyleSheet(
            f"color: {colours.warning}; background: {colours.panel};"
            f" border-bottom: 1px solid {colours.hairline}; padding: {px(6)}px {px(16)}px;"
        )
