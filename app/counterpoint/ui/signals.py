"""The system's signals to end, brought to the window's thread."""

import signal
import socket
from collections.abc import Iterable

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class SystemSignals(QObject):
    """Tells of a signal at once. Python runs its handlers only between byte codes, which do not
    come while Qt waits for events; the wake-up socket wakes Qt."""

    received = Signal()

    def __init__(self, signals: Iterable[signal.Signals], parent: QObject) -> None:
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        for each in signals:
            signal.signal(each, _nothing)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def _on_woken(self) -> None:
        self._reading.recv(64)
        self.received.emit()


def _nothing(_number: int, _frame: object) -> None:
    """Python must have a handler for the wake-up to be written; the work is done by the window."""
