"""Above the page of a document, while documents are read or stored: how far that is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.widgets.plain_button import PlainButton


class AtWork(QWidget):
    """As broad as the page; hidden while nothing is at work. The status line tells the same where
    another view is seen, and what is heard of it."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ElidedLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Documents read"))
        self.cancel_button = PlainButton(
            theme, tr("Cancel"), tr("Stop; what has come in stays"), self
        )
        self.cancel_button.clicked.connect(self.cancelled)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self._words, 0, 0)
        self._grid.addWidget(self.cancel_button, 0, 1)
        self._grid.addWidget(self._bar, 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self.hide()
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def show_work(self, words: str, done: int, total: int) -> None:
        """`done` of `total`; 0 of 0 where nobody knows how much there is."""
        self._words.setText(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.show()

    def words(self) -> str:
        return self._words.text()

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self._words.setFont(fonts.ours())
        self._words.setStyleSheet(f"color: {colours.ink};")
        self._bar.setFixedHeight(px(8))
        self._bar.setStyleSheet(
            f"QProgressBar {{ background: {colours.hairline}; border: 0;"
            f" border-radius: {px(4)}px; }}"
            f"QProgressBar::chunk {{ background: {colours.accent}; border-radius: {px(4)}px; }}"
        )
        self._grid.setContentsMargins(px(24), px(10), px(16), px(12))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setHorizontalSpacing(px(12))
