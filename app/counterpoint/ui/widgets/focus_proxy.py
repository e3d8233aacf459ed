"""A pane that gets the focus hands it on to a field within it."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from counterpoint.ui.accessibility.announcing import tell_focus


class FocusProxy(QObject):
    """Done while the pane gets the focus, Qt tells screen readers of the field first and of the
    pane last; so they are told of the field once more.

    A focus proxy would not do: with that, Tab would always go from the last control to the field.
    """

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._field: QWidget = pane
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)

    def to(self, field: QWidget, reason: Qt.FocusReason) -> None:
        self._field = field
        field.setFocus(reason)
        self._soon.start()

    def _tell(self) -> None:
        tell_focus(self._field)
