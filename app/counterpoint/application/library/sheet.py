"""What an arrangement leaves on the screen: the approaches, questions and claims that are shown."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from counterpoint.domain.approach import Approach, Claim, Coverage, Dimension, Position, Stance

from .arrangement import Arrangement, Rows


class Sheet(NamedTuple):
    """What an arrangement leaves on the screen: only these approaches were read."""

    approaches: tuple[Approach, ...] = ()
    dimensions: tuple[Dimension, ...] = ()


def sheet(
    arrangement: Arrangement,
    dimensions: Iterable[Dimension],
    approach: Callable[[str], Approach],
) -> Sheet:
    """Reads the approaches that are shown, and no others, and keeps the rows that the filters let
    through."""
    approaches = tuple(approach(id) for id in arrangement.columns)
    kept = (
        dimension
        for dimension in dimensions
        if not approaches
        or _lets_through(arrangement, [one.position(dimension.id) for one in approaches])
    )
    return Sheet(approaches, tuple(kept))


def _lets_through(arrangement: Arrangement, row: list[Position]) -> bool:
    if arrangement.rows is Rows.DIFFER and not differs(row):
        return False
    if arrangement.rows is Rows.GAPS and not has_gap(row):
        return False
    if arrangement.stance is None:
        return True
    return any(claims_shown(position, arrangement.stance) for position in row)


def differs(row: Iterable[Position]) -> bool:
    """True if the positions of one dimension are not all the same.

    Two positions are the same where both are gaps, or both cover the dimension as far (fully or
    in part) and make the same claims, in any order. So a row of gaps does not differ, nor does
    the row of a single approach; an approach that answers beside one that is silent does.
    """
    return len({_says(position) for position in row}) > 1


def _says(position: Position) -> tuple[Coverage, frozenset[str]]:
    words = (" ".join(claim.text.casefold().split()) for claim in position.claims)
    return position.coverage, frozenset(words)


def has_gap(row: Iterable[Position]) -> bool:
    """True if some position of the row is a gap, or was never considered. A position that
    covers its dimension in part is none: its words are there."""
    gaps = (Coverage.GAP, Coverage.NOT_CONSIDERED)
    return any(position.coverage in gaps for position in row)


def claims_shown(position: Position, stance: Stance | None) -> tuple[Claim, ...]:
    """The claims with evidence of this stance, or all. A claim is shown with all its evidence:
    to hide who contradicts it would mislead."""
    if stance is None:
        return position.claims
    return tuple(
        claim
        for claim in position.claims
        if any(piece.stance is stance for piece in claim.evidence)
    )
