"""Long work in the status line: what is done, how far it is, and a way to stop it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_text import on_control, plain_tip
from counterpoint.ui.widgets.shown_work import ShownWork


class WorkProgress(ShownWork):
    """No higher than the line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self._words, self._bar, self.cancel_button):
            self._row.addWidget(part)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _make_button(self) -> QAbstractButton:
        button = QPushButton(on_control(tr("Cancel")), self)
        button.setFlat(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setToolTip(plain_tip(tr("Stop; what has come in stays")))
        return button

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self._words.setFont(fonts.ours(Size.SMALL))
        self._words.setStyleSheet(f"color: {colours.ink_quiet};")
        self._bar.setFixedSize(px(96), px(6))
        self._round_bar(2)
        # No higher than the words beside it: the line keeps its height.
        self.cancel_button.setFont(fonts.ours(Size.SMALL))
        self.cancel_button.setStyleSheet(
            f"QPushButton {{ color: {colours.accent}; background: transparent;"
            f" border: 1px solid transparent; border-radius: {px(3)}px; padding: 0 {px(6)}px; }}"
            f"QPushButton:focus {{ border-color: {colours.accent}; }}"
        )
        self._row.setSpacing(px(8))
