"""The first paint of what a person waits for; after it comes what can wait."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

LATE = 1000
"""Milliseconds that what comes after the first paint waits for it."""


class FirstPaint(QObject):
    """Watches one widget at a time."""

    done = Signal()
    """The widget was painted; or it was not, as there was no room for it or nobody sees the
    window: then what can wait waits no longer, for the notes must not hang on it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._awaited: QWidget | None = None
        self._late = QTimer(self, singleShot=True, interval=LATE)
        self._late.timeout.connect(self._on_late)
        # In the next round of events, so that the paint itself is not held up.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.done)

    def await_(self, widget: QWidget) -> None:
        """Emits once that `widget` was painted; of none that was awaited before."""
        self.give_up()
        self._awaited = widget
        widget.installEventFilter(self)
        self._late.start()

    def give_up(self) -> None:
        """Tells of nothing, even of a paint that has just been."""
        self._late.stop()
        self._soon.stop()
        if self._awaited is not None:
            self._awaited.removeEventFilter(self)
            self._awaited = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self._awaited:
            self.give_up()
            self._soon.start()
        return False

    def _on_late(self) -> None:
        if self._awaited is not None:
            self.give_up()
            self.done.emit()
