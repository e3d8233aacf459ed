"""Who holds what, question by question: what the map of a comparison shows, and what it counts."""

from functools import cached_property
from typing import NamedTuple

from counterpoint.domain.approach import ApproachSummary, CellState, Dimension, Position
from counterpoint.domain.parting import (
    Between,
    Holders,
    MostParted,
    NearestTwo,
    Nearness,
    between,
    column,
    holders_in,
    most_parted,
    nearest_two,
    nearness,
    rows,
)

from .sheet import Sheet


class Pair(NamedTuple):
    """Two approaches (ids), and how they stand to each other over all questions."""

    one: str
    other: str
    nearness: Nearness


class HeldMap:
    """Of one sheet: its questions and approaches, in its order."""

    def __init__(self, sheet: Sheet) -> None:
        self.dimensions = sheet.dimensions
        self.heads = {approach.head.id: approach.head for approach in sheet.approaches}
        self._ids = tuple(self.heads)
        self._columns = [column(each, sheet.dimensions, sheet.hides) for each in sheet.approaches]
        self._rows = rows(self._columns) if self._columns else [() for _ in sheet.dimensions]
        self._approaches = sheet.approaches
        self._places = {id: at for at, id in enumerate(self._ids)}
        self._hides = sheet.hides
        self._filtered = bool(sheet.filter)

    @property
    def names_answers(self) -> bool:
        """Whether any question has named answers: an older library has none."""
        return any(dimension.answers for dimension in self.dimensions)

    @cached_property
    def holders(self) -> tuple[Holders, ...]:
        """Who holds what, for each question."""
        found = tuple(
            holders_in(row, self._ids, dimension)
            for row, dimension in zip(self._rows, self.dimensions, strict=True)
        )
        return tuple(map(self._without_hidden, found)) if self._filtered else found

    def _without_hidden(self, of: Holders) -> Holders:
        hidden = tuple(id for id in of.unfinished if self.hides(id, of.dimension))
        unfinished = tuple(id for id in of.unfinished if id not in hidden)
        return of._replace(unfinished=unfinished, hidden=hidden)

    def hides(self, approach: str, dimension: str) -> bool:
        """Whether a filter hides a cell; it then counts for nothing."""
        return self._filtered and self._hides(self.position(approach, dimension))

    def head(self, approach: str) -> ApproachSummary:
        return self.heads[approach]

    def dimension(self, id: str) -> Dimension:
        """Raises KeyError where the question is not shown."""
        for dimension in self.dimensions:
            if dimension.id == id:
                return dimension
        raise KeyError(id)

    def position(self, approach: str, dimension: str) -> Position:
        """Raises KeyError where it is not shown."""
        return self._approaches[self._places[approach]].position(dimension)

    def state(self, approach: str, dimension: str) -> CellState | None:
        """None of a cell that a filter hides."""
        if self.hides(approach, dimension):
            return None
        return self.position(approach, dimension).state

    @cached_property
    def most_parted(self) -> MostParted | None:
        """The question on which the approaches part most; takes some 2 ms for 200 × 40."""
        return most_parted(self._rows)

    @cached_property
    def nearest(self) -> Pair | None:
        """The two that stand nearest; takes some 15 ms for 200 × 40."""
        found: NearestTwo | None = nearest_two(self._columns)
        if found is None:
            return None
        return self.pair(self._ids[found.one], self._ids[found.other])

    def pair(self, one: str, other: str) -> Pair:
        """Two approaches that are shown, counted."""
        first, second = (self._columns[self._places[each]] for each in (one, other))
        counted = nearness(first, second)
        hidden = sum(
            self.hides(one, each.id) or self.hides(other, each.id) for each in self.dimensions
        )
        unfinished = counted.unfinished - hidden
        return Pair(one, other, counted._replace(unfinished=unfinished, hidden=hidden))

    def between(self, one: str, other: str, row: int) -> Between:
        """How two stand to each other on one question, by its place."""
        asked = self.dimensions[row].id
        if self.hides(one, asked) or self.hides(other, asked):
            return Between.HIDDEN
        held = self._rows[row]
        return between(held[self._places[one]], held[self._places[other]])
