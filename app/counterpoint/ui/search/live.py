"""The index as the page of results asks it: what was asked last is answered, in other threads."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from counterpoint.application.search.like_this import LikeThis
from counterpoint.application.search.searching import Results, years_of
from counterpoint.domain.search.narrowing import Counts, Narrowing
from counterpoint.domain.search.rows import RowKind
from counterpoint.ui.session.live_index import LiveIndex
from counterpoint.ui.tasks.task import Report, Task

MOST = 200
"""Results that are shown."""


class Asked(NamedTuple):
    typed: str
    kinds: frozenset[RowKind] = frozenset()
    narrowing: Narrowing = ()
    like: LikeThis | None = None
    """What is found is to be like it; then what is typed does not matter."""


class LiveSearch(QObject):
    """What was asked last is answered, and again when the index has become another."""

    answered = Signal(object, object)
    """What was asked, and its `Results`."""
    counted = Signal(object, object)
    """What was asked, and the `Counts` of all that was found."""

    def __init__(self, index: LiveIndex, parent: QObject) -> None:
        super().__init__(parent)
        self.index = index
        self._asking: Task | None = None
        self._counting: Task | None = None
        self._asked: Asked | None = None
        index.another.connect(self._answer)

    @property
    def at_rest(self) -> bool:
        """Whether all is in the index, and what was asked is answered."""
        return self.index.at_rest and not (self._asking or self._counting)

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
        searching = self.index.searching
        if self._asked is None or searching is None:
            return
        asked = self._asked

        def work(_report: Report) -> Results:
            kinds, narrowing = asked.kinds, asked.narrowing
            if (like := asked.like) is not None:
                return searching.like(
                    like.words, kinds, MOST, narrowing=narrowing, besides=like.is_of
                )
            return searching.search(asked.typed, kinds, MOST, typing=True, narrowing=narrowing)

        self._asking = self.index.task(work, self)
        self._asking.finished.connect(partial(self._on_answered, asked))
        self._asking.failed.connect(self._on_failed)
        self._asking.start()

    def _on_answered(self, asked: Asked, results: Results) -> None:
        self._asking = None
        self.answered.emit(asked, results)
        if asked == self._asked and self._asking is None:
            self._count(asked, results)

    def _count(self, asked: Asked, results: Results) -> None:
        """After what was found is there to be painted, as all of it is gone through."""
        searching, library = self.index.searching, self.index.library()
        if searching is None or library is None:
            return
        sources = library.contents.sources

        def work(_report: Report) -> Counts:
            return searching.counts(results, asked.kinds, asked.narrowing, years_of(sources))

        self._counting = self.index.task(work, self)
        self._counting.finished.connect(partial(self._on_counted, asked))
        self._counting.failed.connect(self._on_failed)
        self._counting.start()

    def _on_counted(self, asked: Asked, counts: Counts) -> None:
        self._counting = None
        self.counted.emit(asked, counts)

    def _on_failed(self, _error: Exception) -> None:
        """It is answered once the index is made anew."""
        self._asking = self._counting = None
