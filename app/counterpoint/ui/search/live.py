"""The index of the library as the page sees it: kept up to date, and asked, in other threads."""

from collections.abc import Callable, Collection
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from counterpoint.application.library.session import Session
from counterpoint.application.search.kept_index import CaughtUp, IndexUnusable, KeptIndex
from counterpoint.application.search.searching import Results
from counterpoint.domain.claim_filter import by_year
from counterpoint.domain.search.narrowing import Counts, Narrowing
from counterpoint.domain.search.rows import RowKind
from counterpoint.ui.tasks.task import Report, Task

_SOON = 300
"""Milliseconds after a change before it is put into the index."""
_AGAIN = 2000
"""Milliseconds after which it is looked whether another window is done."""
MOST = 200
"""Results that are shown."""


class Asked(NamedTuple):
    typed: str
    kinds: frozenset[RowKind] = frozenset()
    narrowing: Narrowing = ()


class LiveSearch(QObject):
    """Begins when it is first woken. What was asked last is answered, and again when the index has
    become another."""

    answered = Signal(object, object)
    """What was asked, and its `Results`."""
    counted = Signal(object, object)
    """What was asked, and the `Counts` of all that was found."""
    changed = Signal()
    """`done` and `total`, `busy` or `why_not` are others."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._index: KeptIndex | None = None
        self._catching: Task | None = None
        self._once_more = False
        self._asking: Task | None = None
        self._counting: Task | None = None
        self._asked: Asked | None = None
        self.done = self.total = 0
        """How much is put in, of how much; of nothing while all is there."""
        self.busy = False
        """Another window is bringing it up to date."""
        self.why_not = ""
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._catch_up)

    @property
    def at_rest(self) -> bool:
        """Whether all is in the index, and what was asked is answered."""
        at_work = self._catching or self._asking or self._counting or self._soon.isActive()
        return self._index is not None and not at_work

    def wake(self) -> None:
        library = self._session.library
        if self._index is None and library is not None:
            self._index = KeptIndex(library.folder)
            self._catch_up()

    def follow(self, approaches: Collection[str] = (), *, all: bool = False) -> None:
        """The library is another in these approaches, or altogether."""
        if self._index is not None:
            self._index.doubt(approaches, all=all)
            self._soon.start(_SOON)

    def ask(self, asked: Asked | None) -> None:
        """Answered by `answered` and then by `counted`, unless something else, or nothing, is
        asked before."""
        self._asked = asked
        self._answer()

    def _answer(self) -> None:
        for task in (self._asking, self._counting):
            if task is not None:
                task.cancel()
        self._asking = self._counting = None
        searching = self._index.searching if self._index is not None else None
        if self._asked is None or searching is None:
            return
        asked = self._asked

        def work(_report: Report) -> Results:
            return searching.search(
                asked.typed, asked.kinds, MOST, typing=True, narrowing=asked.narrowing
            )

        self._asking = self._task(work)
        self._asking.finished.connect(partial(self._on_answered, asked))
        self._asking.start()

    def _on_answered(self, asked: Asked, results: Results) -> None:
        if self._asking is not None:
            self._asking.deleteLater()
            self._asking = None
        self.answered.emit(asked, results)
        if asked == self._asked and self._asking is None:
            self._count(asked, results)

    def _count(self, asked: Asked, results: Results) -> None:
        """After what was found is there to be painted, as all of it is gone through."""
        searching = self._index.searching if self._index is not None else None
        library = self._session.library
        if searching is None or library is None:
            return
        sources = library.contents.sources

        def work(_report: Report) -> Counts:
            years = {id: year for year, ids in by_year(sources).items() for id in ids}
            return searching.counts(results, asked.kinds, asked.narrowing, years)

        self._counting = self._task(work)
        self._counting.finished.connect(partial(self._on_counted, asked))
        self._counting.start()

    def _on_counted(self, asked: Asked, counts: Counts) -> None:
        if self._counting is not None:
            self._counting.deleteLater()
            self._counting = None
        self.counted.emit(asked, counts)

    def _catch_up(self) -> None:
        library, index = self._session.library, self._index
        if index is None or library is None:
            return
        if self._catching is not None:
            self._once_more = True
            return

        def work(report: Report) -> CaughtUp:
            def going(done: int, total: int) -> bool:
                report(done, total, "")
                return True

            return index.catch_up(library.apart, going)

        self._catching = self._task(work)
        self._catching.progressed.connect(self._on_progress)
        self._catching.finished.connect(self._on_caught_up)
        self._catching.start()

    def _task(self, work: Callable[[Report], object]) -> Task:
        task = Task(work, (IndexUnusable,), self)
        task.failed.connect(self._on_failed)
        return task

    def _on_progress(self, done: int, total: int, _name: str) -> None:
        first = not self.total
        self.done, self.total = done, total
        self.changed.emit()
        if first:  # what is in it from another day can be found at once
            self._answer()

    def _on_caught_up(self, how: object) -> None:
        if self._catching is not None:
            self._catching.deleteLater()
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
        self._answer()

    def _on_failed(self, error: Exception) -> None:
        """The index is broken, or the disk takes none: once it is made anew, then it is told."""
        self._catching = self._asking = self._counting = None
        self.done = self.total = 0
        if not self.why_not and self._index is not None and self._index.throw_away():
            self._soon.start(_SOON)
        self.why_not = str(error)
        self.changed.emit()
