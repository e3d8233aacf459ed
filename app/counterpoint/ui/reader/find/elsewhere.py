"""Looks in another thread for the next source that has the words."""

from PySide6.QtCore import QObject, QTimer, Signal

from counterpoint.ui.session.live_index import LiveIndex
from counterpoint.ui.tasks.task import Report, Task

from .next_source import next_source

_PAUSE = 250
"""Milliseconds in which a further letter may come."""


class Elsewhere(QObject):
    """One question at a time: a new one takes the place of that before."""

    found = Signal(object)
    """A NextSource, or None where no other source has the words."""

    def __init__(self, index: LiveIndex, parent: QObject) -> None:
        super().__init__(parent)
        self._index = index
        self._task: Task | None = None
        self._asked = ("", "")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)

    def seek(self, words: str, after: str) -> None:
        """Answered by `found`."""
        self._index.wake()
        if (words, after) != self._asked:
            self.stop()
            self._asked = words, after
            self._pause.start()

    def stop(self) -> None:
        self._asked = ("", "")
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _look(self) -> None:
        library = self._index.library()
        if library is None:
            return
        apart, searching = library.apart(), self._index.searching
        words, after = self._asked

        def likely() -> frozenset[str]:
            return frozenset() if searching is None else searching.sources_with(words)

        def work(report: Report) -> object:
            return next_source(apart, words, after, likely, lambda: report(0, 0, ""))

        self._task = self._index.task(work, self)
        self._task.finished.connect(self._on_found)
        self._task.start()

    def _on_found(self, found: object) -> None:
        self._task = None
        self.found.emit(found)
