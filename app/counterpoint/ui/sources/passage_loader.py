"""Gathers passages between two turns of the event loop, so that nothing has to wait for it."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from counterpoint.storage.files.unreadable import Unreadable

from .passages import Gathering

SLICE = 0.008
"""Seconds of reading between two turns of the event loop."""


class Gatherer(QObject):
    """Works off what its Gathering was asked for. It begins when it is told to."""

    finished = Signal()
    """Everything that was asked for is there."""
    failed = Signal()
    """The library's files went away, or are others now; it has to be read again."""

    def __init__(self, gathering: Gathering, parent: QObject) -> None:
        super().__init__(parent)
        self.gathering = gathering
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    def gather(self, approaches: Sequence[str]) -> bool:
        """Sees to it that `approaches` are read; True where they already are."""
        self.gathering.ask(approaches)
        if self.gathering.waiting:
            self._timer.start()
            return False
        return True

    def stop(self) -> None:
        self._timer.stop()

    def _slice(self) -> None:
        until = time.perf_counter() + SLICE
        try:
            while self.gathering.read_next():
                if time.perf_counter() >= until:
                    break
        except (Unreadable, KeyError):
            self.stop()
            self.failed.emit()
            return
        if not self.gathering.waiting:
            self.stop()
            self.finished.emit()
