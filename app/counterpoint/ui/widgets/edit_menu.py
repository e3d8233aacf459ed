"""The menu of a field of words, the same in all of them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

Entry = tuple[str, Callable[[], object], bool]
"""What it is called, what it does, and whether it can be done now."""


class EditMenu(QMenu):
    """Goes when it is closed."""

    def __init__(self, field: QWidget, *entries: Entry) -> None:
        super().__init__(field)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label, act, possible in entries:
            action = self.addAction(label)
            action.triggered.connect(act)
            action.setEnabled(possible)
