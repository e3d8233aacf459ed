"""One of several buttons of which one is on, for screen readers."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from counterpoint.labels.translation import tr

from .pressable import Pressable


class Radio(Pressable):
    """Qt takes a tool button that stays down for a check box, whatever its group is."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.RadioButton, button.click, tr("Chooses this"))
        self._button = button

    def state(self) -> QAccessible.State:
        state = super().state()
        state.checkable = True
        state.checked = self._button.isChecked()
        return state
