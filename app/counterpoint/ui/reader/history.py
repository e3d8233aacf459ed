"""Where the reader was, and back and forward through it, as in a browser."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from counterpoint.domain.span import Span

_MOST = 200


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A place of reading: `position` is the code point whose line stood at `y` pixels."""

    source: str
    position: int
    y: float = 0.0
    jump: Span | None = None
    """The passage that was marked as jumped to."""
    key: str = ""
    """The mark that the jump was to, or ""."""


class History(QObject):
    """A line of places with one that is current. Visiting a place forgets what lay forward."""

    changed = Signal()
    """It may now be possible, or no longer, to go back or forward."""
    open_requested = Signal(str, int)
    """Back or forward leads to another source: its id, and the code point. Opening it in the
    reader goes there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[HistoryEntry] = []
        self._current = -1

    @property
    def can_go_back(self) -> bool:
        return self._current > 0

    @property
    def can_go_forward(self) -> bool:
        return self._current + 1 < len(self._places)

    def visit(self, place: HistoryEntry) -> None:
        """Adds a place after the current one, and makes it current; not where it is that one."""
        if self._places and self._places[self._current] == place:
            return
        self._places[self._current + 1 :] = [place]
        self._places = self._places[-_MOST:]
        self._current = len(self._places) - 1
        self.changed.emit()

    def update(self, place: HistoryEntry) -> None:
        """The current place has become another: the person scrolled, or the page just opened."""
        if self._places:
            self._places[self._current] = place
        else:
            self.visit(place)

    def step(self, *, back: bool) -> HistoryEntry | None:
        """Makes the place before or after current and returns it; None if there is none."""
        if not (self.can_go_back if back else self.can_go_forward):
            return None
        self._current += -1 if back else 1
        self.changed.emit()
        return self._places[self._current]
