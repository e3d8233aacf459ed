"""How far the approaches that are shown part on each question."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from .approach import Approach, Dimension, Position
from .parting import (
    Held,
    PairsApart,
    agree,
    column,
    most_different_first,
    pairs_apart,
    rows,
)


class RowParting(NamedTuple):
    """One question, counted over the approaches that are shown."""

    answers: int
    """How many different named answers are held on it."""
    silent: int
    unfinished: int
    shared: tuple[str, ...] = ()
    """The names of the answers that all hold; none where they do not all agree."""
    of: int = 0
    """How many approaches are shown."""
    counted: PairsApart = PairsApart(0, 0, 0)
    """By which the questions are ordered."""
    hidden: int = 0
    """How many a filter hides."""

    @property
    def agree(self) -> bool:
        return bool(self.shared)


class PartedRow(NamedTuple):
    dimension: Dimension
    parting: RowParting


def parted_rows(
    approaches: Sequence[Approach],
    dimensions: Iterable[Dimension],
    hides: Callable[[Position], bool],
) -> list[PartedRow]:
    """The questions, those first on which the approaches part most; those on which all agree are
    last. What a filter `hides` counts for nothing."""
    dimensions = tuple(dimensions)
    held = rows([column(each, dimensions, hides) for each in approaches])
    hidden = [
        sum(hides(each.position(dimension.id)) for each in approaches) for dimension in dimensions
    ]
    return [
        PartedRow(dimensions[at], _parting(held[at], dimensions[at], hidden[at]))
        for at in most_different_first(held)
    ]


def _parting(row: Sequence[Held], dimension: Dimension, hidden: int) -> RowParting:
    spoken = [held for held in row if held]
    ids = frozenset[str]().union(*spoken)
    names = [answer.name for answer in dimension.answers if answer.id in ids]
    return RowParting(
        answers=len(ids),
        silent=sum(held is not None and not held for held in row),
        unfinished=sum(held is None for held in row) - hidden,
        shared=tuple(names) if agree(row) else (),
        of=len(row),
        counted=pairs_apart(row),
        hidden=hidden,
    )
