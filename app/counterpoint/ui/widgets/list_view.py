"""A list that tells screen readers which of its rows is current."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListView, QWidget

from counterpoint.ui.accessibility.announcing import tell_focus


class ListView(QListView):
    """Qt tells of each step in a list, and of the list when one comes to it, but not of the row
    at which one stands then."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell_current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._soon.start()  # Qt tells of the list itself after this

    def _tell_current(self) -> None:
        if self.currentIndex().isValid():
            tell_focus(self)
