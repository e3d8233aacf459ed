"""Long work in the status line: what is done, how far it is, and a way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.widgets.plain_text import on_control, plain_tip


class WorkProgress(QWidget):
    """Hidden while there is nothing to tell of."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ElidedLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Documents read"))
        self.cancel_button = QPushButton(on_control(tr("Cancel")), self)
        self.cancel_button.setFlat(True)
        self.cancel_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.cancel_button.setToolTip(plain_tip(tr("Stop; what has come in stays")))
        self.cancel_button.clicked.connect(self.cancelled)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self._words, self._bar, self.cancel_button):
            self._row.addWidget(part)
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
        self._words.setFont(fonts.ours(Size.SMALL))
        self._words.setStyleSheet(f"color: {colours.ink_quiet};")
        self._bar.setFixedSize(px(96), px(6))
        self._bar.setStyleSheet(
            f"QProgressBar {{ background: {colours.hairline}; border: 0; border-radius: 2px; }}"
            f"QProgressBar::chunk {{ background: {colours.accent}; border-radius: 2px; }}"
        )
        # No higher than the words beside it: the line keeps its height.
        self.cancel_button.setFont(fonts.ours(Size.SMALL))
        self.cancel_button.setStyleSheet(
            f"QPushButton {{ color: {colours.accent}; background: transparent;"
            f" border: 1px solid transparent; border-radius: {px(3)}px; padding: 0 {px(6)}px; }}"
            f"QPushButton:focus {{ border-color: {colours.accent}; }}"
        )
        self._row.setSpacing(px(8))
