"""Walking the grid by keys: from claim to claim, cell to cell, and into the evidence.

Up and Down go from claim to claim and on to the next cell, in which the answer comes first where it
is shown; Left and Right to the cell beside. Ctrl+Down goes in (approach, position, claim,
evidence), Ctrl+Up goes out again. "." and "," go to the next and previous piece of evidence in the
cell.
"""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from .cell_content import MORE


class GridPosition(NamedTuple):
    """Where the cursor is. An approach's header is row -1, a question's column -1; when transposed
    it is the other way round.

    Within a cell: the claim and its evidence, counted from 0; None means the position itself, or
    its answer, and MORE the line that stands for what is inferred.
    """

    row: int
    column: int
    claim: int | None = None
    evidence: int | None = None

    @property
    def on_head(self) -> bool:
        return self.row < 0 or self.column < 0


class Ground(Protocol):
    """What there is to walk on."""

    @property
    def rows(self) -> int: ...

    @property
    def columns(self) -> int: ...

    @property
    def headers_across(self) -> bool:
        """True if the approaches are the columns, False if they are the rows."""
        ...

    def stops(self, row: int, column: int) -> tuple[int | None, ...]:
        """Where Up and Down halt in a cell, from the top, as claims of a position; at least one."""
        ...

    def claims(self, row: int, column: int) -> int:
        """How many claims are shown in a cell; 0 if it is folded or closed."""
        ...

    def evidence(self, row: int, column: int, claim: int) -> int:
        """How many pieces of evidence a claim has."""
        ...


Step = Callable[[Ground, GridPosition], GridPosition]
"""From one place to the next; the same place where there is no way on."""


def enter(ground: Ground, row: int, column: int, *, last: bool = False) -> GridPosition:
    """The first (or last) stop of a cell: its answer, a claim, or the cell itself."""
    if row < 0 or column < 0:
        return GridPosition(row, column)
    return GridPosition(row, column, ground.stops(row, column)[-1 if last else 0])


def down(ground: Ground, at: GridPosition) -> GridPosition:
    if not at.on_head:
        stops = ground.stops(at.row, at.column)
        following = stops.index(at.claim) + 1 if at.claim in stops else 0
        if following < len(stops) and stops[following] is not None:
            return GridPosition(at.row, at.column, stops[following])
    if at.row + 1 >= ground.rows:
        return at
    return enter(ground, at.row + 1, at.column)


def up(ground: Ground, at: GridPosition) -> GridPosition:
    if not at.on_head:
        stops = ground.stops(at.row, at.column)
        if at.claim in stops[1:]:
            return GridPosition(at.row, at.column, stops[stops.index(at.claim) - 1])
    first = 0 if at.column < 0 else -1  # there is nothing to be on in the corner
    if at.row <= first:
        return at
    return enter(ground, at.row - 1, at.column, last=True)


def right(ground: Ground, at: GridPosition) -> GridPosition:
    if at.column + 1 >= ground.columns:
        return at
    return enter(ground, at.row, at.column + 1)


def left(ground: Ground, at: GridPosition) -> GridPosition:
    first = 0 if at.row < 0 else -1
    if at.column <= first:
        return at
    return enter(ground, at.row, at.column - 1)


def home(ground: Ground, at: GridPosition) -> GridPosition:
    return enter(ground, at.row, 0)


def end(ground: Ground, at: GridPosition) -> GridPosition:
    return enter(ground, at.row, ground.columns - 1)


def first(ground: Ground, _at: GridPosition) -> GridPosition:
    return enter(ground, 0, 0)


def last(ground: Ground, _at: GridPosition) -> GridPosition:
    return enter(ground, ground.rows - 1, ground.columns - 1, last=True)


def into(ground: Ground, at: GridPosition) -> GridPosition:
    """From an approach to its first position, to its first claim, to its evidence."""
    if at.on_head:
        return GridPosition(max(0, at.row), max(0, at.column))
    if at.claim is None:
        return at._replace(claim=0) if ground.claims(at.row, at.column) else at
    if at.claim != MORE and at.evidence is None and ground.evidence(at.row, at.column, at.claim):
        return at._replace(evidence=0)
    return at


def out(ground: Ground, at: GridPosition) -> GridPosition:
    """From evidence to its claim, to its position, to its approach."""
    if at.on_head:
        return at
    if at.evidence is not None:
        return at._replace(evidence=None)
    if at.claim is not None:
        return at._replace(claim=None)
    if ground.headers_across:
        return GridPosition(-1, at.column)
    return GridPosition(at.row, -1)


def next_evidence(ground: Ground, at: GridPosition) -> GridPosition:
    """The next piece of evidence in the cell, through all its claims; stays at the last."""
    if at.on_head or at.claim == MORE or not ground.claims(at.row, at.column):
        return at
    claim = at.claim or 0
    evidence = 0 if at.evidence is None else at.evidence + 1
    if evidence < ground.evidence(at.row, at.column, claim):
        return GridPosition(at.row, at.column, claim, evidence)
    if claim + 1 < ground.claims(at.row, at.column):
        return GridPosition(at.row, at.column, claim + 1, 0)
    return at


def previous_evidence(ground: Ground, at: GridPosition) -> GridPosition:
    """The piece of evidence before, through all claims of the cell; stays at the first."""
    if at.on_head or at.claim is None:
        return at
    claim = ground.claims(at.row, at.column) if at.claim == MORE else at.claim
    if at.evidence is not None and at.evidence > 0:
        return at._replace(evidence=at.evidence - 1)
    if claim == 0:
        return at
    before = claim - 1
    return GridPosition(at.row, at.column, before, ground.evidence(at.row, at.column, before) - 1)
