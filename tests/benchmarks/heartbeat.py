"""How long the window's thread is taken at a time."""

import time

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

_BEAT = 1
"""Milliseconds."""


class Heartbeat(QObject):
    """A timer that is due each millisecond: for as long as it comes late, nothing that a person
    does is heard. Qt's own signals of its loop are of no use for that, as work is done on both
    sides of them."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        """Milliseconds, beat by beat."""
        self._last = 0.0
        self._timer = QTimer(self, interval=_BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        self.late.clear()
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> list[float]:
        """Every beat since it was started, the one that is due among them."""
        self._on_beat()
        self._timer.stop()
        return list(self.late)

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, 1000 * (now - self._last) - _BEAT))
        self._last = now


def go_on(milliseconds: int) -> None:
    """In Qt's own loop, as the program runs, which waits where nothing is to be done."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
