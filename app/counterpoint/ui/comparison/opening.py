"""Cells and rows opened in place, from their answers to their claims, and closed again."""

from typing import Protocol

from PySide6.QtCore import QObject

from counterpoint.application.library.absent import Cell
from counterpoint.application.library.arrangement import Arrangement
from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.comparison.grid.grid import Grid
from counterpoint.ui.comparison.grid.navigation import GridPosition


class Arranged(Protocol):
    """What has an arrangement."""

    def arrangement(self) -> Arrangement: ...

    def arrange(self, arrangement: Arrangement) -> None: ...


class Opening(QObject):
    """Opens and closes by the arrangement; what it opens is made visible."""

    def __init__(self, view: Arranged, grid: Grid) -> None:
        super().__init__(grid)
        self._view = view
        self._grid = grid
        self._together: dict[str, frozenset[Cell]] = {}
        """The cells of a question, by its id, that were last opened as a row."""

    def leads(self, place: GridPosition) -> bool:
        """Whether an answer is at a place, and so a passage to jump to."""
        return place.claim is None and self._grid.grid_model.leading(place) is not None

    def can_open(self, place: GridPosition | None) -> bool:
        """Whether there is a closed cell at a place, and something in it."""
        if place is None or place.on_head:
            return False
        model = self._grid.grid_model
        closed = model.is_closed(place.row, place.column)
        return closed and model.content(place.row, place.column).opens

    def can_close(self, place: GridPosition | None) -> bool:
        """Whether there is a cell at a place that was opened from its answer."""
        if place is None or place.on_head:
            return False
        model = self._grid.grid_model
        return model.is_answer(*place[:2]) and not model.is_closed(*place[:2])

    def open(self, place: GridPosition | None) -> bool:
        """False where there is nothing to open."""
        if place is None or not self.can_open(place):
            return False
        cell = self._grid.grid_model.cell(*place[:2])
        self._view.arrange(self._view.arrangement().open(cell))
        self._grid.reveal(GridPosition(*place[:2]))
        return True

    def close(self, place: GridPosition | None) -> bool:
        """The cursor goes to the answer. False where there is nothing to close."""
        if place is None or not self.can_close(place):
            return False
        self._grid.go(GridPosition(*place[:2]), by_person=True)
        cell = self._grid.grid_model.cell(*place[:2])
        self._view.arrange(self._view.arrangement().close(cell))
        return True

    def escape(self, place: GridPosition | None) -> bool:
        """Closes the cell at a place, with all that were opened with it as a row. False where there
        is nothing to close."""
        if place is None or not self._in_row(place):
            return False
        model = self._grid.grid_model
        together = self._together.pop(model.dimension(*place[:2]).id, frozenset())
        still = {model.cell(*each[:2]) for each in self._row(place) if self.can_close(each)}
        if not together & still:
            return self.close(place)
        self._grid.go(GridPosition(*place[:2]), by_person=True)
        self._view.arrange(self._view.arrangement().close(*together & still))
        self._grid.reveal(GridPosition(*place[:2]))
        return True

    def toggle(self, place: GridPosition | None) -> None:
        """Opens what is closed, closes what is open."""
        if not self.open(place):
            self.close(place)

    def row_has_answers(self, place: GridPosition) -> bool:
        """Whether a cell of a question can be opened or closed."""
        return any(self.can_open(each) or self.can_close(each) for each in self._row(place))

    def toggle_row(self, place: GridPosition | None) -> None:
        """Opens every cell of a question; or closes them all, where all are open."""
        if place is None or not self._in_row(place):
            return
        model, now = self._grid.grid_model, self._view.arrangement()
        row = self._row(place)
        to_open = [model.cell(*each[:2]) for each in row if self.can_open(each)]
        if to_open:
            self._together[model.dimension(*place[:2]).id] = frozenset(to_open)
            self._view.arrange(now.open(*to_open))
        else:
            self._grid.go(GridPosition(*place[:2]), by_person=True)
            opened = [model.cell(*each[:2]) for each in row if self.can_close(each)]
            self._view.arrange(now.close(*opened))
        self._grid.reveal(GridPosition(*place[:2]))

    def _in_row(self, place: GridPosition) -> bool:
        """Whether a place belongs to a question: in one of its cells, or on its header."""
        return not place.on_head or self._grid.grid_model.on_question(place)

    def _row(self, place: GridPosition) -> list[GridPosition]:
        """The cells of the question at a place."""
        model = self._grid.grid_model
        if model.headers_across:
            return [GridPosition(place.row, column) for column in range(model.columns)]
        return [GridPosition(row, place.column) for row in range(model.rows)]

    def show_inferred(self, place: GridPosition) -> None:
        """Shows all that is inferred in a cell, each passage on a line of its own."""
        cell = self._grid.grid_model.cell(*place[:2])
        self._view.arrange(self._view.arrangement().infer(cell, seen=True))
        self._grid.reveal(place)

    def toggle_inferred(self, place: GridPosition) -> None:
        """Shows the claims that are only inferred, where the line for them stood; or puts them
        away."""
        model = self._grid.grid_model
        row, column = place[:2]
        content = model.content(row, column)
        first = len(content.claims) - content.inferred
        seen = content.put_away
        if not seen:
            self._grid.go(
                place._replace(claim=max(0, first - 1) if first else None), by_person=True
            )
        self._view.arrange(self._view.arrangement().infer(model.cell(row, column), seen=seen))
        if seen:
            self._grid.go(GridPosition(row, column, first), by_person=True)

    def uncover(self, target: Target) -> None:
        """Unfolds and opens whatever a claim or its evidence is hidden in."""
        if target.kind not in (TargetKind.CLAIM, TargetKind.EVIDENCE):
            return
        now, model = self._view.arrangement(), self._grid.grid_model
        place = model.place(Target(TargetKind.POSITION, target.approach, target.dimension))
        if place is None or model.shows(target):
            return
        now = now.unfold(target.dimension)
        cell = (target.approach, target.dimension)
        if not now.shows_claims(*cell):
            now = now.open(cell)
        content = model.content(*place[:2])
        behind = content.claims[len(content.shown) :]
        if any(claim.id == target.claim for claim in behind):
            now = now.infer(cell, seen=True)
        self._view.arrange(now)
