"""From what the cursor is on to the words that support it: the first time, again, and by number."""

from PySide6.QtCore import QObject, Signal

from counterpoint.ui.comparison.grid.cell_content import MORE
from counterpoint.ui.comparison.grid.grid import Grid
from counterpoint.ui.comparison.grid.navigation import GridPosition

from .arranger import Arranger
from .opening import Opening


class Jumping(QObject):
    """Of the grid. It knows how far one has come with the claim under the cursor."""

    wanted = Signal(str)
    """The key of the evidence whose passage is to be shown."""

    def __init__(self, grid: Grid, arranger: Arranger, opening: Opening) -> None:
        super().__init__(grid)
        self._grid = grid
        self._arranger = arranger
        self._opening = opening
        self._jumped = -1
        grid.place_changed.connect(self._on_place_changed)
        grid.activated_evidence.connect(self._jump_to)
        grid.cell_clicked.connect(self._on_cell_clicked)

    def _on_place_changed(self) -> None:
        self._jumped = -1

    def activate(self) -> None:
        """Enter: jumps to the evidence; again, opens an answer, or goes to the next of the same
        claim. Unfolds a folded cell."""
        place, model = self._grid.place(), self._grid.grid_model
        if place is not None and model.on_question(place):
            self._arranger.unfold_current()
        if place is None or place.on_head:
            return
        if model.is_folded(place.row, place.column):
            self._arranger.unfold(model.dimension(place.row, place.column).id)
            return
        if place.claim is None:
            self._activate_cell(place)
            return
        if place.claim == MORE:
            self._opening.toggle_inferred(place)
            return
        pieces = model.pieces(place)
        if not pieces:
            return
        if place.evidence is not None:
            self._jump_to(place.evidence)
        elif self._jumped < 0:
            self._jump_to(-1)
        else:
            self._jump_to((self._jumped + 1) % len(pieces))

    def _activate_cell(self, place: GridPosition) -> None:
        """Jumps to the passage that carries its answer best; the same again opens the cell, and so
        does the first time where there is no answer."""
        leading = self._grid.grid_model.leading(place)
        if leading is not None and (self._jumped < 0 or not self._opening.can_open(place)):
            self._jumped = 0
            self.wanted.emit(leading.key)
        else:
            self._opening.open(place)

    def _on_cell_clicked(self) -> None:
        place = self._grid.place()
        if place is not None and not self._grid.grid_model.is_folded(*place[:2]):
            self._activate_cell(place)

    def _jump_to(self, which: int) -> None:
        """To a piece of the current claim by number, or to the leading one (-1): the first that
        passes the filter."""
        place = self._grid.place()
        if place is None or place.claim is None or place.claim == MORE:
            return
        model = self._grid.grid_model
        pieces = model.pieces(GridPosition(place.row, place.column, place.claim))
        if which < 0:
            passes = model.arrangement.filter.fits
            fitting = [number for number, piece in enumerate(pieces) if passes(piece)]
            which = fitting[0] if fitting else 0
        self._jumped = which
        self.wanted.emit(pieces[which].key)
