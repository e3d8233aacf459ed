"""How far long work is: words, a bar and a way to stop it, which whoever shows them lays out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QProgressBar, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.theme.theme import Theme

from .elided_label import ElidedLabel


class ShownWork(QWidget):
    """Hidden while there is nothing to tell of."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ElidedLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Documents read"))
        self.cancel_button = self._make_button()
        self.cancel_button.clicked.connect(self.cancelled)
        self.hide()

    def _make_button(self) -> QAbstractButton:
        """What stops the work."""
        raise NotImplementedError

    def show_work(self, words: str, done: int, total: int) -> None:
        """`done` of `total`; 0 of 0 where nobody knows how much there is."""
        self._words.setText(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.show()

    def words(self) -> str:
        return self._words.text()

    def _round_bar(self, radius: int) -> None:
        """`radius` of its corners in pixels."""
        colours = self._theme.colours
        self._bar.setStyleSheet(
            f"QProgressBar {{ background: {colours.hairline}; border: 0;"
            f" border-radius: {radius}px; }}"
            f"QProgressBar::chunk {{ background: {colours.accent}; border-radius: {radius}px; }}"
        )
