"""A sign that says what alone is shown, and takes that away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.painting.eliding import shortened
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_text import on_control

_LONGEST = 36
"""Characters, beyond which the words end in an ellipsis; the tip has them all."""
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class FilterChip(PlainButton):
    """A click, Space, Enter or Delete takes the filter away. `part` is what it stands for."""

    def __init__(self, theme: Theme, words: str, part: object, parent: QWidget) -> None:
        super().__init__(theme, words, tr("{words}: press to remove", words=words), parent)
        self.part = part
        self.setText(f"{on_control(shortened(words, _LONGEST))}  ×")
        self.setAccessibleName(tr("Filter: {words}, press to remove", words=words))
        self.setAccessibleDescription("")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self.click()
        else:
            super().keyPressEvent(event)
