"""One cell of an approach exchanged for another, and its claims."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from counterpoint.domain.approach import Coverage
from counterpoint.domain.forms import ApproachForm, ClaimForm, PositionForm

_APART = "; "
EMPTY = PositionForm("", Coverage.FULL)


class ClaimPlace(NamedTuple):
    """Where a claim stands in an approach."""

    dimension: str
    number: int
    """In its cell, from 0."""


def cell(form: ApproachForm, dimension: str) -> PositionForm:
    """What the approach says to a question; an empty cell where it says nothing yet."""
    for position in form.positions:
        if position.dimension == dimension:
            return position
    return EMPTY._replace(dimension=dimension)


def with_cell(
    form: ApproachForm, dimension: str, change: Callable[[PositionForm], PositionForm]
) -> ApproachForm:
    """The approach in which a cell is as `change` makes it; the last of them where it is new."""
    now = change(cell(form, dimension))
    if any(position.dimension == dimension for position in form.positions):
        positions = tuple(now if p.dimension == dimension else p for p in form.positions)
    else:
        positions = (*form.positions, now)
    return form._replace(positions=positions)


def place_of(form: ApproachForm, claim: str) -> ClaimPlace:
    """Raises KeyError: the approach has no such claim."""
    for position in form.positions:
        for number, each in enumerate(position.claims):
            if each.id == claim:
                return ClaimPlace(position.dimension, number)
    raise KeyError(claim)


def claim_in(form: ApproachForm, claim: str) -> ClaimForm:
    """Raises KeyError: the approach has no such claim."""
    at = place_of(form, claim)
    return cell(form, at.dimension).claims[at.number]


def with_claims(position: PositionForm, claims: Sequence[ClaimForm]) -> PositionForm:
    """The cell with these claims. One that was a gap is one no longer where there are any; its
    answer rests on those only that are still there. `without_claims` is for one with none left."""
    there = {claim.id for claim in claims}
    rests_on = position.rests_on
    if rests_on is not None:
        rests_on = tuple(id for id in rests_on if id in there) or None
    coverage = position.coverage
    if claims and coverage in (Coverage.GAP, Coverage.NOT_CONSIDERED):
        coverage = Coverage.FULL
    return position._replace(claims=tuple(claims), rests_on=rests_on, coverage=coverage)


def without_claims(form: ApproachForm, dimension: str, looked_for: str) -> ApproachForm:
    """The approach in which a cell that has no claims any more can be read: a gap, where something
    was said in it or `looked_for` is not ""; else it has still to be looked at."""
    now = cell(form, dimension)
    why = said(now.looked_for, now.why, looked_for)
    if not why:
        rest = tuple(one for one in form.positions if one.dimension != dimension)
        return form._replace(positions=rest)
    gap = PositionForm(dimension, Coverage.GAP, looked_for=why)
    return with_cell(form, dimension, lambda _now: gap)


def said(*parts: str | None) -> str:
    """What all of them say, one behind the other, each once."""
    found = list(dict.fromkeys(part for part in parts if part))
    return _APART.join([*(part.rstrip(".") for part in found[:-1]), *found[-1:]])


def claim_ids(form: ApproachForm) -> frozenset[str]:
    """Those that are taken in an approach."""
    return frozenset(claim.id for position in form.positions for claim in position.claims)
