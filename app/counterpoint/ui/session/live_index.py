"""The index of the library as the window sees it: kept up to date in another thread, and asked in
others, by the page of results, the palette and the reader."""

import time
from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QTimer, Signal

from counterpoint.application.giving_way import giving_way
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.search.kept_index import CaughtUp, IndexUnusable, KeptIndex
from counterpoint.application.search.searching import Searching
from counterpoint.ui.session.signals import SessionSignals
from counterpoint.ui.tasks.task import Report, Task

_SOON = 300
"""Milliseconds after a change before it is put into the index."""
_TELLING = 0.05
"""Seconds between two words on how far it is: each takes a little of the window's thread."""
_AGAIN = 2000
"""Milliseconds after which it is looked whether another window is done."""


class LiveIndex(QObject):
    """Begins when it is first woken, and follows the library from then on."""

    changed = Signal()
    """`done` and `total`, `busy` or `why_not` are others."""
    another = Signal()
    """What is in it is another: what was asked may be answered otherwise."""

    def __init__(self, signals: SessionSignals, parent: QObject) -> None:
        super().__init__(parent)
        self._session = signals.session
        self._index: KeptIndex | None = None
        self._catching: Task | None = None
        self._once_more = False
        self.done = self.total = 0
        """How much is put in, of how much; of nothing while all is there."""
        self.busy = False
        """Another window is bringing it up to date."""
        self.why_not = ""
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._catch_up)
        signals.library_changed.connect(lambda _by: self._follow(all=True))
        signals.library_edited.connect(self._on_edited)
        signals.notes_changed.connect(lambda _by: self._follow())

    @property
    def at_rest(self) -> bool:
        """Whether all is in the index."""
        return self._index is not None and not (self._catching or self._soon.isActive())

    @property
    def searching(self) -> Searching | None:
        """To be asked in a task; None until it is opened."""
        return None if self._index is None else self._index.searching

    def library(self) -> OpenedLibrary | None:
        """The library that is shown."""
        return self._session.library

    def wake(self) -> None:
        library = self._session.library
        if self._index is None and library is not None:
            self._index = KeptIndex(library.folder)
            self._catch_up()

    def task(self, work: Callable[[Report], object], parent: QObject) -> Task:
        """Asks it something: where it is broken it is made anew."""
        task = Task(work, (IndexUnusable,), parent)
        task.failed.connect(self._on_failed)
        return task

    def _on_edited(self, _by: object) -> None:
        self._follow(self._session.edited.approaches)

    def _follow(self, approaches: Collection[str] = (), *, all: bool = False) -> None:
        """The library is another in these approaches, or altogether."""
        if self._index is not None:
            self._index.doubt(approaches, all=all)
            self._soon.start(_SOON)

    def _catch_up(self) -> None:
        library, index = self._session.library, self._index
        if index is None or library is None:
            return
        if self._catching is not None:
            self._once_more = True
            return

        def work(report: Report) -> CaughtUp:
            told = 0.0

            def going(done: int, total: int) -> bool:
                nonlocal told
                if (now := time.monotonic()) >= told + _TELLING:
                    told = now
                    report(done, total, "")
                return True

            with giving_way():
                return index.catch_up(library.apart, going)

        self._catching = self.task(work, self)
        self._catching.progressed.connect(self._on_progress)
        self._catching.finished.connect(self._on_caught_up)
        self._catching.start()

    def _on_progress(self, done: int, total: int, _name: str) -> None:
        first = not self.total
        self.done, self.total = done, total
        self.changed.emit()
        if first:  # what is in it from another day can be found at once
            self.another.emit()

    def _on_caught_up(self, how: object) -> None:
        self._catching = None
        self.done = self.total = 0
        self.why_not = ""
        self.busy = how is CaughtUp.BUSY
        if self.busy:
            self._soon.start(_AGAIN)
        elif self._once_more:
            self._once_more = False
            self._soon.start(_SOON)
        self.changed.emit()
        self.another.emit()

    def _on_failed(self, error: Exception) -> None:
        """The index is broken, or the disk takes none: once it is made anew, then it is told."""
        if self._catching is self.sender():
            self._catching = None
        self.done = self.total = 0
        if not self.why_not and self._index is not None and self._index.throw_away():
            self._soon.start(_SOON)
        self.why_not = str(error)
        self.changed.emit()
