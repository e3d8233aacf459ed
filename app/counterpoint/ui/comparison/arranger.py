"""What a person can change of the arrangement: which approaches, their width, order, and rows."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt

from counterpoint.application.library.arrangement import Arrangement, Depth, Rows
from counterpoint.application.library.sheet import has_answers, is_gap
from counterpoint.domain.approach import Dimension, Stance
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.ui.comparison.grid.grid import Grid
from counterpoint.ui.comparison.grid.navigation import GridPosition
from counterpoint.ui.theme.theme import Theme

WIDEN_STEP = 40
"""Pixels at zoom 1 by which a key widens a column."""


class Arranged(Protocol):
    """What has an arrangement."""

    @property
    def dimensions(self) -> Sequence[Dimension]:
        """All of the library, whether shown or not."""
        ...

    @property
    def approaches(self) -> Sequence[str]:
        """The ids of all, in the order of the library."""
        ...

    @property
    def folded(self) -> frozenset[str]:
        """The questions that are folded as they are seen."""
        ...

    def arrangement(self) -> Arrangement: ...

    def arrange(self, arrangement: Arrangement) -> None: ...

    def say(self, words: str) -> None:
        """To the person, for eyes and ears."""
        ...


class Arranger(QObject):
    """Changes the arrangement of a comparison, which emits it. What concerns "the current"
    approach or dimension goes by the cursor."""

    def __init__(self, view: Arranged, grid: Grid, theme: Theme) -> None:
        super().__init__(grid)
        self._view = view
        self._grid = grid
        self._theme = theme
        self._now = view.arrangement
        self._put = view.arrange

    def current_approach(self) -> str | None:
        place = self._grid.place()
        if place is None or self._grid.grid_model.on_question(place):
            return None
        return self._grid.grid_model.approach(max(0, place.row), max(0, place.column)).head.id

    def current_dimension(self) -> str | None:
        place = self._grid.place()
        model = self._grid.grid_model
        if place is None or (place.on_head and not model.on_question(place)):
            return None
        return model.dimension(place.row, place.column).id

    def show_approach(self, approach: str) -> None:
        self._put(self._now().show(approach))

    def hide_approach(self, approach: str) -> None:
        self._put(self._now().hide(approach))

    def hide_current(self) -> None:
        if approach := self.current_approach():
            self.hide_approach(approach)

    def show_only_current(self) -> None:
        if approach := self.current_approach():
            self._put(self._now().show_only([approach]))

    def move_current(self, steps: int) -> None:
        """Moves the current approach right (or down), left (or up) where `steps` is negative."""
        if approach := self.current_approach():
            self._put(self._now().move_by(approach, steps))
            if place := self._grid.place():
                self._grid.go(place, by_person=False)

    def move_back(self) -> None:
        self.move_current(-1)

    def move_on(self) -> None:
        self.move_current(1)

    def widen_current(self, steps: int) -> None:
        """Widens the current column by `steps` of 40 pixels at zoom 1; negative narrows."""
        place = self._grid.place()
        if place is None or place.column < 0:
            return
        id = self._grid.grid_model.head(Qt.Orientation.Horizontal, place.column).id
        now = round(self._grid.columnWidth(place.column) / self._theme.fonts.zoom)
        self._put(self._now().widen(id, now + steps * WIDEN_STEP))

    def widen(self) -> None:
        self.widen_current(1)

    def narrow(self) -> None:
        self.widen_current(-1)

    def share_width(self) -> None:
        """Undoes all widening by hand."""
        arrangement = self._now()
        for id in (*arrangement.widths, *arrangement.dimension_widths):
            arrangement = arrangement.widen(id, None)
        self._put(arrangement)

    def fold(self, dimension: str) -> None:
        self._put(self._now().fold(dimension))

    def unfold(self, dimension: str) -> None:
        self._put(self._now().unfold(dimension))

    def toggle_fold(self, dimension: str) -> None:
        if dimension in self._view.folded:
            self.unfold(dimension)
        else:
            self.fold(dimension)

    def toggle_fold_current(self) -> None:
        if dimension := self.current_dimension():
            self.toggle_fold(dimension)

    def fold_current(self) -> None:
        if dimension := self.current_dimension():
            self.fold(dimension)

    def unfold_current(self) -> None:
        if dimension := self.current_dimension():
            self.unfold(dimension)

    def fold_all(self) -> None:
        self._put(self._now().fold(*(one.id for one in self._view.dimensions)))

    def unfold_all(self) -> None:
        self._put(self._now().unfold(*self._view.folded))

    def transpose(self) -> None:
        self._put(self._now().transpose())

    def set_depth(self, depth: Depth) -> None:
        self._put(self._now().at(depth))

    def set_rows(self, rows: Rows) -> None:
        self._put(self._now().only(rows))
        if rows is Rows.DIFFER and not has_answers(self._view.dimensions):
            self._say_no_answers()
        if rows is Rows.GAPS and self._grid.place() is None:
            self._show_first_gap()

    def _say_no_answers(self) -> None:
        from counterpoint.labels.row_parting import no_named_answers

        self._view.say(no_named_answers())

    def _show_first_gap(self) -> None:
        model = self._grid.grid_model
        by_answers = has_answers(self._view.dimensions)
        for row in range(model.rows):
            for at in range(model.columns):
                if is_gap(model.position(row, at), by_answers=by_answers):
                    self._grid.reveal(GridPosition(row, at))
                    return

    def set_stance(self, stance: Stance | None) -> None:
        self._put(self._now().only_stance(stance))

    def toggle_own_words(self) -> None:
        """Shows only the holders' own words, or all again."""
        filter = self._now().filter
        self.show_claims(filter._replace(own=not filter.own))

    def show_claims(self, filter: ClaimFilter) -> None:
        """Shows only the claims that pass."""
        self._put(self._now().narrow(filter))

    def put_nearest_together(self) -> None:
        """Orders the approaches that are shown so that neighbours hold as many answers alike as
        may be."""
        from counterpoint.domain.parting import column, nearest_to_nearest

        sheet = self._grid.grid_model.sheet
        if not has_answers(self._view.dimensions):
            self._say_no_answers()
            return
        order = nearest_to_nearest(
            [column(each, self._view.dimensions, sheet.hides) for each in sheet.approaches]
        )
        nearest = iter(sheet.approaches[at].head.id for at in order)
        shown = {approach.head.id for approach in sheet.approaches}
        now = self._now()
        self._put(now.in_order(next(nearest) if id in shown else id for id in now.order))

    def put_in_library_order(self) -> None:
        """As the library has the approaches."""
        self._put(self._now().in_order(self._view.approaches))

    def set_width(self, id: str, width: int) -> None:
        """Of what is a column now, in pixels as it stands; 0 undoes the widening by hand."""
        at_zoom_one = round(width / self._theme.fonts.zoom) if width else None
        self._put(self._now().widen(id, at_zoom_one))

    def move(self, approach: str, to: int) -> None:
        """To the place `to`, from 0, among the approaches that are shown."""
        self._put(self._now().move(approach, to))
