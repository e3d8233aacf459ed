"""Work off the window's thread: plain functions give plain data back."""

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from .window_thread import window_thread

PATIENCE = 2.0
"""Seconds that the end of the program waits for work that was cancelled."""

_BETWEEN = 50
"""Milliseconds between two times that progress is told: to show it more often takes the window
longer than the work."""

Report = Callable[[int, int, str], None]
"""To be called with how much is done, of how much, and what is next."""


class Cancelled(Exception):
    """The person no longer wants the outcome."""


class Task(QObject):
    """Runs one function on a thread of its own. It is given a `Report`, which raises Cancelled
    once `cancel` was called. It goes of itself once the function has ended."""

    progressed = Signal(int, int, str)
    """Some times in a second at most, the last of what was reported meanwhile; the last of all
    before the end is told."""
    finished = Signal(object)
    """With what the function gave."""
    failed = Signal(object)
    """With the exception, one of those named as `expected`."""

    def __init__(
        self,
        work: Callable[[Report], object],
        expected: tuple[type[Exception], ...],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._expected = expected
        self._cancelled = threading.Event()
        self._window_thread = window_thread()
        self._reported: tuple[int, int, str] | None = None
        """What is still to be told: the work sets it, the window's thread takes it."""
        self._passing = threading.Lock()
        self._resting = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._resting.timeout.connect(self._tell_progress)
        self.destroyed.connect(self._cancelled.set)
        self._thread = threading.Thread(target=self._run, name="counterpoint-task", daemon=True)

    def start(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._end)
        self._thread.start()

    def cancel(self) -> None:
        """Asks the work to stop; nothing is told of its outcome any more."""
        self._cancelled.set()

    def wait(self) -> None:
        """Until the thread has ended."""
        if self._thread.is_alive():
            self._thread.join()

    def _end(self) -> None:
        """Qt and Python are taken down next: a thread that used them then would crash."""
        self.cancel()
        if self._thread.is_alive():
            self._thread.join(PATIENCE)

    def _run(self) -> None:
        try:
            outcome = self._work(self._report)
        except Cancelled:
            self._window_thread.call(self, self.deleteLater)
            return
        except self._expected as error:
            self._tell(error, well=False)
            return
        self._tell(outcome, well=True)

    def _tell(self, outcome: object, *, well: bool) -> None:
        self._window_thread.call(self, partial(self._tell_end, outcome, well))

    def _report(self, done: int, total: int, what: str) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        with self._passing:
            is_asked, self._reported = self._reported is not None, (done, total, what)
        if not is_asked:
            self._window_thread.call(self, self._on_reported)

    # On the window's thread: what was sent before it was cancelled may arrive after.

    def _on_reported(self) -> None:
        if not self._resting.isActive():
            self._tell_progress()

    def _tell_progress(self) -> None:
        with self._passing:
            reported, self._reported = self._reported, None
        if reported is not None and not self._cancelled.is_set():
            self._resting.start()
            self.progressed.emit(*reported)

    def _tell_end(self, outcome: object, well: bool) -> None:
        self.deleteLater()  # first, as whoever is told may take it down
        self._tell_progress()  # what was reported last, while the one before was still resting
        if not self._cancelled.is_set():
            (self.finished if well else self.failed).emit(outcome)
