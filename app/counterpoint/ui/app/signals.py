"""The system's signals to end, brought to the window's thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    import socket

TO_END = ("SIGTERM", "SIGINT", "SIGHUP")
"""Not every system has all of them."""


class SystemSignals(QObject):
    """Emits a signal at once. Python runs its handlers only between byte codes, which do not
    come while Qt waits for events; the wake-up socket wakes Qt."""

    received = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reading: socket.socket | None = None

    def watch(self) -> None:
        """From now on. Called again, it does nothing."""
        if self._reading is not None:
            return
        # Here, as watching begins when the window is painted: sockets take 3 ms to import.
        import signal
        import socket

        from PySide6.QtCore import QSocketNotifier

        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        for name in TO_END:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _nothing)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def _on_woken(self) -> None:
        if self._reading is not None:
            self._reading.recv(64)
            self.received.emit()


def _nothing(_number: int, _frame: object) -> None:
    """Python must have a handler for the wake-up to be written; the work is done by the window."""
