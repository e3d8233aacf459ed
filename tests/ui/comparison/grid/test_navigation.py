"""Walking by keys, without a window."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.ui.comparison.grid import navigation
from counterpoint.ui.comparison.grid.cell_content import MORE
from counterpoint.ui.comparison.grid.navigation import GridPosition


@dataclass(frozen=True)
class Field:
    """Cells as lists of claims, each claim as its number of pieces of evidence."""

    cells: tuple[tuple[tuple[int, ...], ...], ...]
    headers_across: bool = True
    answered: bool = False
    """Whether each cell has its answer on top."""
    more: bool = False
    """Whether each has a line for what is inferred at its end."""

    @property
    def rows(self) -> int:
        return len(self.cells)

    @property
    def columns(self) -> int:
        return len(self.cells[0])

    def stops(self, row: int, column: int) -> tuple[int | None, ...]:
        answer = (None,) if self.answered else ()
        more = (MORE,) if self.more else ()
        return (*answer, *range(self.claims(row, column)), *more) or (None,)

    def claims(self, row: int, column: int) -> int:
        return len(self.cells[row][column])

    def evidence(self, row: int, column: int, claim: int) -> int:
        return self.cells[row][column][claim]


CELL = st.lists(st.integers(1, 3), max_size=3).map(tuple)
FIELDS = st.integers(1, 3).flatmap(
    lambda columns: st.builds(
        Field,
        st.lists(st.tuples(*[CELL] * columns), min_size=1, max_size=4).map(tuple),
        st.booleans(),
        st.booleans(),
        st.booleans(),
    )
)
SMALL = Field((((1, 2), ()), ((1,), (3,))))


@given(FIELDS)
def test_down_reaches_every_stop_of_a_column_and_up_comes_back(field: Field) -> None:
    way = [navigation.enter(field, 0, 0)]
    while (following := navigation.down(field, way[-1])) != way[-1]:
        way.append(following)
    stops = [(row, stop) for row in range(field.rows) for stop in field.stops(row, 0)]
    assert [(place.row, place.claim) for place in way] == stops
    back = [way[-1]]
    for _ in way[1:]:
        back.append(navigation.up(field, back[-1]))
    assert back == way[::-1]


MOVES = (
    navigation.down,
    navigation.up,
    navigation.left,
    navigation.right,
    navigation.home,
    navigation.end,
    navigation.first,
    navigation.last,
    navigation.into,
    navigation.out,
    navigation.next_evidence,
    navigation.previous_evidence,
)


@given(FIELDS, st.lists(st.sampled_from(MOVES), max_size=20))
def test_no_walk_leaves_the_ground(field: Field, moves: list[navigation.Step]) -> None:
    at = navigation.enter(field, 0, 0)
    for move in moves:
        at = move(field, at)
        assert -1 <= at.row < field.rows
        assert -1 <= at.column < field.columns
        assert at[:2] != (-1, -1), "there is nothing in the corner"
        if at.on_head:
            assert at.claim is None
        if at.claim == MORE:
            assert field.more
            assert at.evidence is None
        elif at.claim is not None:
            assert 0 <= at.claim < field.claims(at.row, at.column)
        if at.evidence is not None:
            assert at.claim is not None
            assert at.evidence < field.evidence(at.row, at.column, at.claim)


@given(FIELDS)
def test_full_stop_goes_through_all_evidence_of_a_cell_and_comma_back(field: Field) -> None:
    start = navigation.enter(field, 0, 0)
    way = [start]
    while (following := navigation.next_evidence(field, way[-1])) != way[-1]:
        way.append(following)
    total = sum(field.evidence(0, 0, claim) for claim in range(field.claims(0, 0)))
    assert len(way) == 1 + total
    for place in reversed(way[1:-1]):
        way[-1] = navigation.previous_evidence(field, way[-1])
        assert way[-1] == place


@pytest.mark.parametrize(
    ("move", "start", "end"),
    [
        (navigation.right, GridPosition(0, 0, 1), GridPosition(0, 1)),
        (navigation.left, GridPosition(1, 1, 0), GridPosition(1, 0, 0)),
        (navigation.left, GridPosition(1, 0, 0), GridPosition(1, -1)),
        (navigation.left, GridPosition(1, -1), GridPosition(1, -1)),
        (navigation.left, GridPosition(-1, 0), GridPosition(-1, 0)),
        (navigation.up, GridPosition(1, -1), GridPosition(0, -1)),
        (navigation.up, GridPosition(0, -1), GridPosition(0, -1)),
        (navigation.right, GridPosition(1, -1), GridPosition(1, 0, 0)),
        (navigation.out, GridPosition(1, -1), GridPosition(1, -1)),
        (navigation.into, GridPosition(1, -1), GridPosition(1, 0)),
        (navigation.up, GridPosition(0, 0, 0), GridPosition(-1, 0)),
        (navigation.right, GridPosition(-1, 0), GridPosition(-1, 1)),
        (navigation.down, GridPosition(-1, 0), GridPosition(0, 0, 0)),
        (navigation.up, GridPosition(1, 0, 0), GridPosition(0, 0, 1)),
        (navigation.last, GridPosition(0, 0), GridPosition(1, 1, 0)),
        (navigation.into, GridPosition(-1, 1), GridPosition(0, 1)),
        (navigation.into, GridPosition(0, 0), GridPosition(0, 0, 0)),
        (navigation.into, GridPosition(0, 0, 1), GridPosition(0, 0, 1, 0)),
        (navigation.into, GridPosition(0, 0, 1, 1), GridPosition(0, 0, 1, 1)),
        (navigation.out, GridPosition(0, 0, 1, 1), GridPosition(0, 0, 1)),
        (navigation.out, GridPosition(0, 0, 1), GridPosition(0, 0)),
        (navigation.out, GridPosition(1, 0), GridPosition(-1, 0)),
        (navigation.previous_evidence, GridPosition(0, 0, 1, 0), GridPosition(0, 0, 0, 0)),
    ],
)
def test_single_steps(move: navigation.Step, start: GridPosition, end: GridPosition) -> None:
    assert move(SMALL, start) == end


def test_what_is_inferred_leads_nowhere_but_back() -> None:
    field = Field(SMALL.cells, more=True)
    line = GridPosition(0, 0, MORE)
    assert navigation.into(field, line) == line
    assert navigation.next_evidence(field, line) == line
    assert navigation.previous_evidence(field, line) == GridPosition(0, 0, 1, 1)
    alone = GridPosition(0, 1, MORE)
    assert navigation.previous_evidence(field, alone) == alone


def test_into_a_cell_with_an_answer_is_to_its_first_claim() -> None:
    field = Field(SMALL.cells, answered=True)
    assert navigation.into(field, GridPosition(0, 0)) == GridPosition(0, 0, 0)
    assert navigation.into(field, GridPosition(0, 1)) == GridPosition(0, 1)


def test_transposed_the_heads_are_on_the_left() -> None:
    field = Field(SMALL.cells, headers_across=False)
    assert navigation.left(field, GridPosition(1, 0, 0)) == GridPosition(1, -1)
    assert navigation.up(field, GridPosition(0, 0, 0)) == GridPosition(-1, 0)
    assert navigation.up(field, GridPosition(0, -1)) == GridPosition(0, -1)
    assert navigation.out(field, GridPosition(1, 1)) == GridPosition(1, -1)
    assert navigation.down(field, GridPosition(0, -1)) == GridPosition(1, -1)
