"""Runs a search between the events of the window, and remembers which find is looked at."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from counterpoint.domain.span import Span

from .search import Search

MOST = 100_000
"""Finds after which the search stops: nobody steps through more."""
_BUDGET = 0.006
"""Seconds of work between two looks at the event queue."""


class TextFinder(QObject):
    """Finds near the place of reading come first; the rest of the text follows by and by."""

    changed = Signal()
    """The count, the find looked at, or whether the search goes on."""
    found = Signal(object)
    """The Span of the find to be looked at now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.search = Search("", "")
        self.hit: Span | None = None
        self._from = 0
        self._order: list[int] = []
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def count(self) -> int:
        return self._count

    @property
    def number(self) -> int:
        """Which of `count` is looked at, from 1; 0 for none."""
        return self.search.number(self.hit) if self.hit else 0

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    @property
    def capped(self) -> bool:
        """True if there were too many and the rest was left unsearched."""
        return self._count >= MOST

    def begin(self, text: str, query: str, near: int) -> None:
        """Seeks `query`; the first find at or after the code point `near` is looked at first."""
        self.search = Search(text, query)
        self.hit = None
        self._count = 0
        self._from = near
        first = self.search.slice_of(near)
        self._order = [*range(first, self.search.slices), *range(first)][::-1]
        self._timer.start()
        self._go_on()

    def stop(self) -> None:
        """Forgets the search."""
        self._timer.stop()
        self.search, self.hit, self._count, self._order = Search("", ""), None, 0, []
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

    def _go_on(self) -> None:
        began = perf_counter()
        while self._order and not self.capped:
            self._count += self.search.look(self._order.pop())
            if self.hit is None and self._count:
                hit = self.search.at_or_after(self._from)
                if hit is None and not self._ahead():
                    hit = self.search.at_or_after(0)
                if hit:
                    self._look_at(hit)
            if perf_counter() - began > _BUDGET:
                break
        if not self._order or self.capped:
            self._timer.stop()
        self.changed.emit()

    def _ahead(self) -> bool:
        """True while slices after the place of reading are still to be searched."""
        return bool(self._order) and self._order[-1] >= self.search.slice_of(self._from)
