"""Approaches with answers, so small that a test can count what they hold."""

from collections.abc import Callable, Sequence

from counterpoint.domain.approach import Approach, CellState, Dimension, NamedAnswer, Position
from counterpoint.domain.library import Library
from tests.ui.comparison.material import DIMENSIONS, library, six

HELD = {
    "diagnosis": ("plan", "plan", "quarrels", "quarrels", "west", "west plan"),
    "objective": ("talk", "counter", "talk", "talk", "", "manage"),
    "pressure": ("needed", "main", "pair", "beside", "pair", "?"),
}
"""The named answers that A to F hold, by question; "" where the texts do not say, "?" where nobody
has answered yet. On all other questions nobody says anything."""
NAMES = {
    "diagnosis": ("plan", "quarrels", "west", "accident"),
    "objective": ("talk", "counter", "manage"),
    "pressure": ("needed", "pair", "beside", "main"),
}


def dimensions() -> tuple[Dimension, ...]:
    """Three with named answers, of which the last has an order; the others with one each."""
    return tuple(
        each._replace(
            answers=tuple(
                NamedAnswer(id, f"{id.capitalize()} it is", f"It means {id}.")
                for id in NAMES.get(each.id, ("any",))
            ),
            ordered=each.id == "pressure",
        )
        for each in DIMENSIONS
    )


def answered(approaches: Sequence[Approach] | None = None) -> tuple[Approach, ...]:
    """The approaches (by default the six), holding what `HELD` says."""
    found = six() if approaches is None else approaches
    return tuple(
        each._replace(positions=tuple(_position(each, one, at % 6) for one in each.positions))
        for at, each in enumerate(found)
    )


def _position(approach: Approach, position: Position, at: int) -> Position:
    held = HELD.get(position.dimension, ("",) * 6)[at]
    if held == "?":
        return position._replace(state=CellState.UNFINISHED)
    if not held:
        return position._replace(state=CellState.NOT_SAID, looked_for="any word of it")
    return position._replace(
        state=CellState.ANSWERED,
        answer=f"{approach.head.title} says {held} here.",
        holds=tuple(held.split()),
        rests_on=tuple(claim.id for claim in position.claims[:1]),
    )


def answered_library(
    approaches: Sequence[Approach] | None = None, times: int = 1
) -> tuple[Library, Callable[[str], Approach]]:
    """A library of these, with every question so many times, and the way to read each."""
    found = [
        each._replace(
            positions=tuple(
                position._replace(dimension=position.dimension + "'" * again)
                for again in range(times)
                for position in each.positions
            )
        )
        for each in (answered() if approaches is None else approaches)
    ]
    asked = tuple(
        each._replace(id=each.id + "'" * again) for again in range(times) for each in dimensions()
    )
    contents, read = library(found)
    return contents._replace(dimensions=asked), read
