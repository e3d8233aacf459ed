"""What is done to the claims of an approach. Each function gives the approach as it is then, and
raises KeyError where it has no such claim."""

from collections.abc import Callable

from counterpoint.domain.approach import ClaimKind
from counterpoint.domain.forms import ApproachForm, ClaimForm, EvidenceForm

from .cells import cell, claim_in, place_of, said, with_cell, with_claims

LAST = -1
"""In the place of a number: behind all others."""


def make_claim(
    form: ApproachForm, dimension: str, claim: ClaimForm, number: int = LAST
) -> ApproachForm:
    """A new claim in a cell, before the one that is number `number` there."""

    def put(claims: tuple[ClaimForm, ...]) -> tuple[ClaimForm, ...]:
        at = len(claims) if number == LAST else number
        return (*claims[:at], claim, *claims[at:])

    return with_cell(form, dimension, lambda position: with_claims(position, put(position.claims)))


def change_claim(
    form: ApproachForm, id: str, change: Callable[[ClaimForm], ClaimForm]
) -> ApproachForm:
    """The claim is as `change` makes it. Its id stays, as notes name it."""
    at = place_of(form, id)
    claims = list(cell(form, at.dimension).claims)
    claims[at.number] = change(claims[at.number])._replace(id=id)
    return with_cell(form, at.dimension, lambda one: one._replace(claims=tuple(claims)))


def word_claim(form: ApproachForm, id: str, text: str) -> ApproachForm:
    return change_claim(form, id, lambda claim: claim._replace(text=" ".join(text.split())))


def set_claim_kind(form: ApproachForm, id: str, kind: ClaimKind) -> ApproachForm:
    return change_claim(form, id, lambda claim: claim._replace(kind=kind))


def delete_claim(form: ApproachForm, id: str) -> ApproachForm:
    """With its evidence. What answers rested on it rests on it no longer."""
    at = place_of(form, id)
    return with_cell(
        form,
        at.dimension,
        lambda one: with_claims(one, [claim for claim in one.claims if claim.id != id]),
    )


def move_claim(form: ApproachForm, id: str, dimension: str, number: int = LAST) -> ApproachForm:
    """To another place in its cell or to another cell, counted without it."""
    at, claim = place_of(form, id), claim_in(form, id)
    if dimension != at.dimension:
        return make_claim(delete_claim(form, id), dimension, claim, number)
    others = [each for each in cell(form, dimension).claims if each.id != id]
    others.insert(len(others) if number == LAST else number, claim)
    return with_cell(form, dimension, lambda one: one._replace(claims=tuple(others)))


def copy_claim(form: ApproachForm, id: str, new: str, dimension: str) -> ApproachForm:
    """A claim once more, under the id `new`, in the same cell or another."""
    return make_claim(form, dimension, claim_in(form, id)._replace(id=new))


def merge_claims(form: ApproachForm, id: str, into: str) -> ApproachForm:
    """The evidence of a claim becomes that of another, which it has not yet, its sentence stands
    behind the other's, and the claim goes."""
    if id == into:
        raise KeyError(into)
    gone, stays = claim_in(form, id), claim_in(form, into)
    more, there = gone.evidence, stays.evidence
    had = set(map(_unanchored, there))
    new = tuple(piece for piece in more if _unanchored(piece) not in had)
    text = said(stays.text, gone.text)
    at, to = place_of(form, id), place_of(form, into)
    rested = cell(form, at.dimension).rests_on or ()
    merged = change_claim(form, into, lambda one: one._replace(text=text, evidence=(*there, *new)))
    if at.dimension == to.dimension and id in rested:
        rests_on = tuple(dict.fromkeys(into if each == id else each for each in rested))
        merged = with_cell(merged, at.dimension, lambda one: one._replace(rests_on=rests_on))
    return delete_claim(merged, id)


def _unanchored(piece: EvidenceForm) -> EvidenceForm:
    """What it says, wherever it was found."""
    return piece._replace(passage=piece.passage._replace(anchor=None))


def split_claim(
    form: ApproachForm, id: str, new: str, text: str, evidence: frozenset[int]
) -> ApproachForm:
    """Some of the evidence of a claim, by its numbers, becomes that of a new claim `new`, which
    stands right behind it. Raises ValueError where either would be left with none."""
    at, claim = place_of(form, id), claim_in(form, id)
    goes = tuple(piece for number, piece in enumerate(claim.evidence) if number in evidence)
    stays = tuple(piece for number, piece in enumerate(claim.evidence) if number not in evidence)
    if not goes or not stays:
        raise ValueError("each of the two claims needs evidence")
    left = change_claim(form, id, lambda one: one._replace(evidence=stays))
    return make_claim(left, at.dimension, ClaimForm(new, text, claim.kind, goes), at.number + 1)


def give_claim(
    form: ApproachForm, id: str, to: ApproachForm, new: str, dimension: str
) -> tuple[ApproachForm, ApproachForm]:
    """A claim goes to a cell of another approach, under the id `new`: both as they are then."""
    claim = claim_in(form, id)._replace(id=new)
    return delete_claim(form, id), make_claim(to, dimension, claim)
