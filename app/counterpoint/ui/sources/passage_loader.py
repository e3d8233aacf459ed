"""Gathers passages between two turns of the event loop, so that nothing has to wait for it."""

import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from counterpoint.application.library.opened_library import Unreadable

from .passages import PassagesBySource

SLICE = 0.008
"""Seconds of reading between two turns of the event loop."""


class PassageLoader(QObject):
    """Works off what its PassagesBySource was asked for. It begins when it is told to."""

    finished = Signal()
    """Everything that was asked for is there."""
    failed = Signal()
    """The library's files went away, or are others now; it has to be read again."""

    def __init__(self, by_source: PassagesBySource, parent: QObject) -> None:
        super().__init__(parent)
        self.by_source = by_source
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    def gather(self, approaches: Sequence[str]) -> bool:
        """Sees to it that `approaches` are read; True if they already are."""
        self.by_source.ask(approaches)
        if self.by_source.waiting:
            self._timer.start()
            return False
        return True

    def stop(self) -> None:
        self._timer.stop()

    def _slice(self) -> None:
        until = time.perf_counter() + SLICE
        try:
            while self.by_source.read_next():
                if time.perf_counter() >= until:
                    break
        except (Unreadable, KeyError):
            self.stop()
            self.failed.emit()
            return
        if not self.by_source.waiting:
            self.stop()
            self.finished.emit()
