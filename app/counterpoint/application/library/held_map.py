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
        self._columns = [column(each, sheet.dimensions) for each in sheet.approaches]
        self._rows = rows(self._columns) if self._columns else [() for _ in sheet.dimensions]
        self._approaches = sheet.approaches
        self._places = {id: at for at, id in enumerate(self._ids)}

    @property
    def names_answers(self) -> bool:
        """Whether any question has named answers: an older library has none."""
        return any(dimension.answers for dimension in self.dimensions)

    @cached_property
    def holders(self) -> tuple[Holders, ...]:
        """Who holds what, for each question."""
        return tuple(
            holders_in(row, self._ids, dimension)
            for row, dimension in zip(self._rows, self.dimensions, strict=True)
        )

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

    def state(self, approach: str, dimension: str) -> CellState:
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
        return Pair(self._ids[found.one], self._ids[found.other], found.nearness)

    def pair(self, one: str, other: str) -> Pair:
        """Two approaches that are shown, counted."""
        first, second = (self._columns[self._places[each]] for each in (one, other))
        return Pair(one, other, nearness(first, second))

    def between(self, one: str, other: str, row: int) -> Between:
        """How two stand to each other on one question, by its place."""
        held = self._rows[row]
        return between(held[self._places[one]], held[self._places[other]])
