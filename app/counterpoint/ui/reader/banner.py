"""A line above the text of the reader: why the passage that was asked for is not shown."""

from PySide6.QtWidgets import QWidget

from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_label import PlainLabel


class Banner(PlainLabel):
    """Out of sight while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWordWrap(True)
        self.hide()
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def say(self, words: str) -> None:
        """ "" for nothing."""
        self.setText(words)
        self.setVisible(bool(words))

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self.setFont(fonts.ours(Size.SMALL))
        self.setStyleSheet(
            f"color: {colours.warning}; background: {colours.panel};"
            f" border-bottom: 1px solid {colours.hairline}; padding: {px(6)}px {px(16)}px;"
        )
