"""Runs a search off the window's thread, and remembers which find is looked at."""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from counterpoint.domain.span import Span
from counterpoint.ui.tasks.task import Report, Task

from .search import Finds, Search

MOST = 100_000
"""Finds after which the search stops: nobody steps through more."""


class TextFinder(QObject):
    """The slice of the text that is read is searched at once, in two or three milliseconds; the
    rest on a thread, first what is below. Each slice is taken up when it is there."""

    changed = Signal()
    """The count, the find looked at, or whether the search goes on."""
    found = Signal(object)
    """The Span of the find to be looked at now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.search = Search("", "")
        self.hit: Span | None = None
        self._from = 0
        self._left: deque[int] = deque()
        """The slices that are still to be taken up, in their order."""
        self._arrived: deque[tuple[int, Finds]] = deque()
        """What the thread has found, and is still to be taken up."""
        self._task: Task | None = None
        self._count = 0

    @property
    def count(self) -> int:
        return self._count

    @property
    def number(self) -> int:
        """Which of `count` is looked at, from 1; 0 for none."""
        return self.search.number(self.hit) if self.hit else 0

    @property
    def running(self) -> bool:
        return self._task is not None

    @property
    def capped(self) -> bool:
        """True if there were too many and the rest was left unsearched."""
        return self._count >= MOST

    def begin(self, text: str, query: str, near: int, interruptions: Sequence[Span] = ()) -> None:
        """Seeks `query`; the first find at or after the code point `near` is looked at first.
        `interruptions` of the text are passed over."""
        self._cancel()
        search = self.search = Search(text, query, interruptions)
        self.hit = None
        self._count = 0
        self._from = near
        first = search.slice_of(near)
        self._left = deque([*range(first, search.slices), *range(first)])
        if self._left:
            self._take_up(self._left[0], search.look(self._left[0]))
        if self._left and not self.capped:
            self._start(search, tuple(self._left))
        self.changed.emit()

    def stop(self) -> None:
        """Forgets the search."""
        self._cancel()
        self.search, self.hit, self._count = Search("", ""), None, 0
        self._left.clear()
        self.changed.emit()

    def step(self, *, forward: bool) -> None:
        """To the next find or the one before, round the ends of the text."""
        if forward:
            after = self.hit.start + 1 if self.hit else self._from
            hit = self.search.at_or_after(after) or self.search.at_or_after(0)
        else:
            before = self.hit.start if self.hit else self._from
            hit = self.search.before(before) or self.search.before(self.search.length)
        if hit:
            self._look_at(hit)

    def _look_at(self, hit: Span) -> None:
        self.hit = hit
        self.found.emit(hit)
        self.changed.emit()

    def _start(self, search: Search, slices: tuple[int, ...]) -> None:
        # Of this search alone: what another still gives goes nowhere.
        arrived = self._arrived = deque()

        def look(report: Report) -> None:
            for done, slice_ in enumerate(slices, 1):
                arrived.append((slice_, search.look(slice_)))
                report(done, len(slices), "")

        self._task = Task(look, (), self)
        self._task.progressed.connect(self._on_progress)
        self._task.start()

    def _cancel(self) -> None:
        """Ends the thread, which takes a slice's time at most."""
        if self._task is not None:
            self._task.cancel()
            self._task.wait()
            self._task = None

    def _on_progress(self, _done: int, _of: int, _what: str) -> None:
        if self._task is None:
            return
        while self._arrived and not self.capped:
            self._take_up(*self._arrived.popleft())
        if self.capped or not self._left:
            self._cancel()
        self.changed.emit()

    def _take_up(self, slice_: int, finds: Finds) -> None:
        self._left.popleft()
        self.search.keep(slice_, finds)
        self._count += len(finds[0])
        if self.hit is None and self._count:
            hit = self.search.at_or_after(self._from)
            if hit is None and not self._ahead():
                hit = self.search.at_or_after(0)
            if hit:
                self._look_at(hit)

    def _ahead(self) -> bool:
        """True while slices after the place of reading are still to be searched."""
        return bool(self._left) and self._left[0] >= self.search.slice_of(self._from)
