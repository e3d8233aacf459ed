"""What is peeked at: by Space, by the mouse that rests on it, and going on from there."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counterpoint.domain.approach import ApproachSummary, Dimension
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.comparison.grid.grid import Grid
from counterpoint.ui.comparison.grid.navigation import GridPosition, Step
from counterpoint.ui.comparison.grid.style import Style

if TYPE_CHECKING:
    from counterpoint.ui.comparison.peek.peek import Peeker
    from counterpoint.ui.comparison.peek.peek_text import Answers, NotesOn

    from .map.depth import MapDepth


class Peeked(Protocol):
    """What can be peeked at, as it is now."""

    @property
    def heads(self) -> Mapping[str, ApproachSummary]: ...
    @property
    def short(self) -> Mapping[str, str]: ...
    @property
    def look(self) -> Style: ...
    @property
    def map_shown(self) -> "MapDepth | None": ...


class Peeking(QObject):
    """Opens the card beside what is peeked at in `view`, over `parent`."""

    answers: "Answers | None" = None
    """Finds the lines that say what answers a piece of evidence."""
    notes: "NotesOn | None" = None
    """Gives the lines that are said of the notes on a thing."""

    def __init__(self, view: Peeked, grid: Grid, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._grid = grid
        self._parent = parent
        self._peeker: Peeker | None = None

    @property
    def peeker(self) -> "Peeker":
        """Made when something is first peeked at, so that the window is painted sooner."""
        if self._peeker is None:
            from counterpoint.ui.comparison.peek.peek import Peeker

            self._peeker = Peeker(self._parent)
            self._peeker.wanted.connect(self.at)
        return self._peeker

    def toggle(self) -> None:
        """Space: opens the peek of what the cursor is on, or closes it."""
        if self.peeker.is_open:
            self.peeker.close()
        elif self._view.map_shown is not None:
            self.at(self._view.map_shown.view.place())
        elif place := self._grid.place():
            self._grid.go(place, by_person=True)
            self.at(place)
            # The card takes no focus, so a screen reader would not come to it.
            announce(self._grid, self.peeker.card.accessibleName())

    def walk(self, step: Step) -> None:
        """The cursor goes on, and a peek that was asked for goes with it."""
        peeks = self._peeker is not None and self._peeker.was_asked_for
        self._grid.walk(step)
        place = self._grid.place()
        if peeks and place is not None:
            self.at(place)
            announce(self._grid, self.peeker.card.accessibleName())

    def at(self, key: object) -> None:
        """`key` is a GridPosition, the Dimension whose head the mouse is on, or a Place of the
        map."""
        from counterpoint.ui.comparison.peek import peek_subject, peek_text

        subject, view = None, self._view
        answers = self.answers or peek_text.no_answers
        if view.map_shown is not None:
            subject = view.map_shown.subject(key, view.short, answers, self.notes)
        elif isinstance(key, Dimension):
            subject = peek_subject.of_dimension(self._grid, key)
        elif isinstance(key, GridPosition):
            subject = peek_subject.of_place(self._grid, key, view.heads, view.short, answers)
        if subject is not None:
            groups = subject.groups
            if self.notes is not None and isinstance(key, GridPosition):
                groups += peek_text.of_notes(self.notes(self._grid.grid_model.target(key)))
            columns = None if view.map_shown is not None else self._grid.columns_on_screen()
            self.peeker.open(groups, subject.colour, view.look, subject.beside, columns)

    def point_at(self, key: object) -> None:
        """The mouse is on something that can be peeked at, or on nothing (None)."""
        self.peeker.point_at(key)

    def close(self) -> None:
        if self._peeker is not None:
            self._peeker.close()
