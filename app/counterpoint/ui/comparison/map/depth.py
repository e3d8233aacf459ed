"""The map as a depth of the comparison: its widget, and what it shares with the grid."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAccessibleInterface, QKeyEvent
from PySide6.QtWidgets import QWidget

from counterpoint.application.library.sheet import Sheet
from counterpoint.domain.note import WHOLE_COMPARISON, Target
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.comparison.commands import ClaimCommands
from counterpoint.ui.comparison.grid.grid import Grid
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.comparison.peek.peek_subject import Subject
from counterpoint.ui.comparison.peek.peek_text import Answers, NotesOn, of_notes

from . import peeked
from .place import Place
from .view import MapView


def _interface(view: MapView) -> QAccessibleInterface:
    """Only where a screen reader asks."""
    from .accessible import MapInterface

    return MapInterface(view)


class MapDepth(QObject):
    """Keeps the cursors of the map and of the grid on the same cell, so that what is done with the
    current approach is done with that of the map."""

    chosen = Signal(object)
    """The person chose something: its Target."""
    answer_wanted = Signal(object)
    """The cell of a letter is to be seen: its Target."""

    def __init__(self, parent: QWidget, commands: ClaimCommands, grid: Grid, style: Style) -> None:
        super().__init__(parent)
        self._commands, self._grid = commands, grid
        self.view = MapView(style, parent)
        self.view.interface = _interface
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(self.answer_wanted)
        self.view.pair_wanted.connect(commands.open_pair)
        self.view.menu_wanted.connect(self._open_menu)
        self.view.said.connect(self._say)

    def show(self, sheet: Sheet) -> None:
        """Shows a sheet; where the map was hidden, with the cursor on the cell of that of the
        grid."""
        self.view.set_noted(self._grid.grid_model.noted)
        self.view.show_sheet(sheet)
        target = self._grid.target()
        if target is not None and not self.view.isVisible():
            self.view.select(target)

    def select(self, target: Target) -> bool:
        """Puts the cursors on a target; False if it is not shown."""
        self._grid.select(target)
        return self.view.select(target)

    def activate(self) -> None:
        """Does what Enter does at the cursor."""
        place = self.view.place()
        if place is not None:
            self.view.activate(place)

    def handle(self, event: QKeyEvent) -> bool:
        """Does what a key means on the map alone, once no peek is open; False where it is none."""
        return done_by(event, Context.MAP) == "escape" and self.view.escape()

    def subject(
        self, key: object, short: Mapping[str, str], answers: Answers, notes: NotesOn | None
    ) -> Subject | None:
        """What a peek on a place says; None where there is nothing to say."""
        if not isinstance(key, Place):
            return None
        groups = peeked.of_place(self.view.held, key, short, answers)
        if key.target is not None and notes is not None:
            groups += of_notes(notes(key.target))
        if not groups:
            return None
        return Subject(groups, peeked.colour(self.view.held, key), self.view.rect_on_screen(key))

    def _on_chosen(self, target: Target | None) -> None:
        if target is not None:
            self._grid.select(target)
        self.chosen.emit(WHOLE_COMPARISON if target is None else target)

    def _open_menu(self, place: Place, point: QPoint) -> None:
        from .menu import MapMenu

        MapMenu(self.view, self._commands, place).popup(point)

    def _say(self, words: str) -> None:
        announce(self.view, words)
