"""Opens the menus under the right mouse button, each for what stands there."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.labels.claim_filter import part_in_words
from counterpoint.ui.comparison.grid.cell_content import MORE
from counterpoint.ui.comparison.grid.grid import Grid
from counterpoint.ui.comparison.grid.navigation import GridPosition

from .arranger import Arranger
from .commands import ClaimCommands
from .opening import Opening


class MenuOpening(QObject):
    """Over `parent`; what is chosen is done by `claims`, `arranger` and `opening`."""

    def __init__(
        self,
        claims: ClaimCommands,
        grid: Grid,
        arranger: Arranger,
        opening: Opening,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._claims = claims
        self._grid = grid
        self._arranger = arranger
        self._opening = opening
        self._parent = parent

    def of_cell(self, place: GridPosition, point: QPoint) -> None:
        """At a point of the screen; of a header where the place is one."""
        model = self._grid.grid_model
        if model.on_question(place):
            self.of_dimension(model.dimension(place.row, place.column).id, point)
        elif place.on_head:
            self.of_approach(place, point)
        else:
            from .menus import ClaimMenu

            filters = self._filters_at(place)
            ClaimMenu(self._parent, self._claims, self._opening, place, filters).popup(point)

    def _filters_at(self, place: GridPosition) -> Iterator[tuple[str, Callable[[], None]]]:
        """What can be shown alone of that at a place: its voice, and its source."""
        model = self._grid.grid_model
        pieces = () if place.claim == MORE else model.pieces(place)
        piece = pieces[0] if pieces else model.leading(place)
        if piece is None:
            return
        parts = [ClaimFilter(source=piece.source)]
        if piece.voice:
            parts.insert(0, ClaimFilter(voice=piece.voice[-1]))
        for part in parts:
            narrowed = model.arrangement.filter.with_part(part)
            yield part_in_words(part, model.short), partial(self._arranger.show_claims, narrowed)

    def of_dimension(self, dimension: str, point: QPoint) -> None:
        from .menus import DimensionMenu

        folded = dimension in self._grid.grid_model.arrangement.folded
        menu = DimensionMenu(self._parent, self._claims, self._arranger, dimension, folded=folded)
        menu.popup(point)

    def of_approach(self, place: GridPosition, point: QPoint) -> None:
        from .menus import ApproachMenu

        model = self._grid.grid_model
        across = model.headers_across
        at, of = place.column if across else place.row, len(model.sheet.approaches)
        menu = ApproachMenu(
            self._parent, self._claims, self._arranger, place=at, of=of, across=across
        )
        menu.popup(point)
