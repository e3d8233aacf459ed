"""Letters go before shortcuts where one writes."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.ui.widgets.typed_text import needs_more_than_shift, typed_text


class TypingFirst(QObject):
    """Keeps what AltGr types, such as @ and #, from being taken for Ctrl with a number.

    Windows tells AltGr as Ctrl and Alt together, and Qt then looks for shortcuts of either.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        focus = QApplication.focusWidget()
        writes = focus is not None and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        if not writes or not needs_more_than_shift(event) or not typed_text(event):
            return False
        event.accept()
        return True
