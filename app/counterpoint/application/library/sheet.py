"""What an arrangement leaves on the screen: the approaches, questions and claims that are shown."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from counterpoint.domain.approach import (
    Approach,
    CellState,
    Claim,
    Coverage,
    Dimension,
    Position,
)
from counterpoint.domain.claim_filter import ClaimFilter

from .arrangement import Arrangement, Rows

if TYPE_CHECKING:
    from counterpoint.domain.row_parting import RowParting


class Sheet(NamedTuple):
    """What an arrangement leaves on the screen: only these approaches were read."""

    approaches: tuple[Approach, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    parting: "tuple[RowParting, ...]" = ()
    """How far the approaches part on each of the questions, where these are ordered by it."""
    filter: ClaimFilter = ClaimFilter()
    """Which claims alone are shown."""

    def is_laid_out_as(self, other: "Sheet") -> bool:
        """Whether both have the same rows and columns, and say the same of how these part."""
        return (
            [approach.head.id for approach in self.approaches]
            == [approach.head.id for approach in other.approaches]
            and self.dimensions == other.dimensions
            and self.parting == other.parting
            and self.filter == other.filter
        )

    def hides(self, position: Position) -> bool:
        """Whether the filter hides a cell: it has claims, and none of them passes; or it has an
        answer, and none of the claims that this rests on is carried by what the filter asks for.
        Grid, map, copies and counts all go by this."""
        if not self.filter or not position.claims:
            return False
        if self.filter.by_text and position.state is CellState.ANSWERED:
            return not any(
                claim.id in position.rests_on and self.filter.carries(claim)
                for claim in position.claims
            )
        return not claims_shown(position, self.filter)

    def folded(self, arrangement: Arrangement) -> frozenset[str]:
        """The questions that are folded, by the person or because all agree on them."""
        agreed = {
            dimension.id
            for dimension, parting in zip(self.dimensions, self.parting, strict=False)
            if parting.agree
        }
        return arrangement.folded | (agreed - arrangement.unfolded)


def sheet(
    arrangement: Arrangement,
    dimensions: Iterable[Dimension],
    approach: Callable[[str], Approach],
) -> Sheet:
    """Reads the approaches that are shown, and no others, and keeps the rows that the filters let
    through, in their order."""
    approaches = tuple(approach(id) for id in arrangement.columns)
    by_answers = has_answers(dimensions := tuple(dimensions))
    kept = [
        dimension
        for dimension in dimensions
        if not approaches
        or _lets_through(
            arrangement, [one.position(dimension.id) for one in approaches], by_answers=by_answers
        )
    ]
    if arrangement.rows is not Rows.DIFFER or not by_answers or not approaches:
        return Sheet(approaches, tuple(kept), filter=arrangement.filter)
    from counterpoint.domain.row_parting import parted_rows  # not before rows are ordered by it

    hides = Sheet(filter=arrangement.filter).hides
    rows = parted_rows(approaches, kept, hides)
    return Sheet(
        approaches,
        tuple(row.dimension for row in rows),
        tuple(row.parting for row in rows),
        arrangement.filter,
    )


def has_answers(dimensions: Iterable[Dimension]) -> bool:
    """Whether the library names answers: an older one does not."""
    return any(dimension.answers for dimension in dimensions)


def _lets_through(arrangement: Arrangement, row: list[Position], *, by_answers: bool) -> bool:
    if arrangement.rows is Rows.DIFFER and not by_answers and not differs(row):
        return False
    if arrangement.rows is Rows.GAPS and not has_gap(row, by_answers=by_answers):
        return False
    if not arrangement.filter:
        return True
    return any(claims_shown(position, arrangement.filter) for position in row)


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


def has_gap(row: Iterable[Position], *, by_answers: bool) -> bool:
    """True if some position of the row is a gap."""
    return any(is_gap(position, by_answers=by_answers) for position in row)


def is_gap(position: Position, *, by_answers: bool) -> bool:
    """Whether a cell has no answer; in a library without named answers, whether it has no claims
    or was never considered. A position that covers its question in part is no gap: its words are
    there."""
    if by_answers:
        return position.state is not CellState.ANSWERED
    return position.coverage in (Coverage.GAP, Coverage.NOT_CONSIDERED)


def claims_shown(position: Position, filter: ClaimFilter) -> tuple[Claim, ...]:
    """The claims that pass, or all."""
    if not filter:
        return position.claims
    return tuple(claim for claim in position.claims if filter.passes(claim))
