"""Work on a file, one at a time, off the window's thread."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from .task import Report, Task

T = TypeVar("T")
Told = Callable[[str], None]
IsCancelled = Callable[[], bool]


class FileWork(QObject):
    """Runs a function that is given what it tells how far it is, and what tells it that nobody
    waits any more."""

    told = Signal(str)
    """What is being done, in a word or two."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._stop = threading.Event()
        self.destroyed.connect(self._stop.set)

    @property
    def at_work(self) -> bool:
        return self._task is not None

    def run(
        self,
        work: Callable[[Told, IsCancelled], T],
        expected: tuple[type[Exception], ...],
        done: Callable[[T], None],
        failed: Callable[[Any], None],
    ) -> None:
        """Calls `done` with what `work` gives, or `failed` with one of the exceptions that are
        `expected`; neither where it was cancelled. There must be none at work."""
        assert self._task is None, "one at a time"
        stop = self._stop = threading.Event()
        self.destroyed.connect(stop.set)

        def begin(report: Report) -> T:
            from counterpoint.application.giving_way import giving_way  # not for the first paint

            with giving_way():
                return work(lambda what: report(0, 0, what), stop.is_set)

        def ended(tell: Callable[[Any], None]) -> Callable[[object], None]:
            def end(outcome: object) -> None:
                self._task = None
                tell(outcome)

            return end

        self._task = Task(begin, expected, self)
        self._task.progressed.connect(lambda _done, _total, what: self.told.emit(what))
        self._task.finished.connect(ended(done))
        self._task.failed.connect(ended(failed))
        self._task.start()

    def ask_to_stop(self) -> None:
        """For what changes more than one file: its outcome is told all the same, as it may have
        been done already, or takes back what it has done."""
        self._stop.set()

    def cancel(self) -> None:
        """Nothing is told of its outcome any more."""
        self._stop.set()
        if self._task is not None:
            self._task.cancel()
            self._task = None
