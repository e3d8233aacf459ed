"""A clock that runs from an event that is sent until what it changed is painted."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_LONGEST = 10.0
"""Seconds after which a paint that has not come never will."""


def _any() -> bool:
    return True


class PaintClock(QObject):
    """Watches one widget. It stops behind the whole round of painting in which that was painted:
    what else of the window was due is in the time too, down to the picture handed to the screen."""

    _PAINTED = QEvent.Type(QEvent.registerEventType())

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._watched = watched
        self._shows: Callable[[], bool] = _any
        self._stopped = 0.0
        watched.installEventFilter(self)

    def time(self, act: Callable[[], None], shows: Callable[[], bool] = _any) -> float:
        """Milliseconds from `act` until a paint of the widget at which `shows` was true.

        Raises TimeoutError if there is none.
        """
        self._shows = shows
        QCoreApplication.removePostedEvents(self, self._PAINTED.value)
        self._stopped = 0.0
        begun = time.perf_counter()
        act()
        while not self._stopped:
            QCoreApplication.processEvents()
            if time.perf_counter() - begun > _LONGEST:
                raise TimeoutError("what was done was never painted")
        return 1000 * (self._stopped - begun)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._watched and event.type() == QEvent.Type.Paint and self._shows():
            # Before anything else that waits, but not before the painting is through.
            first = Qt.EventPriority.HighEventPriority
            QCoreApplication.postEvent(self, QEvent(self._PAINTED), first.value)
        return False

    def customEvent(self, event: QEvent) -> None:
        if event.type() == self._PAINTED and not self._stopped:
            self._stopped = time.perf_counter()


def rest(milliseconds: int) -> None:
    """Between two acts, as a person's hand rests: whatever waits is seen to."""
    QTest.qWait(milliseconds)
