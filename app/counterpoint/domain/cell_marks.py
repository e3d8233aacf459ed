"""What stands behind an answer, and against it, counted by claims and passages."""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from .approach import (
    ApproachSummary,
    Claim,
    ClaimStanding,
    Dimension,
    Evidence,
    Link,
    Position,
    Stance,
)
from .holder import Holder

_TAKING_SIDES = {Stance.CRITICISES, Stance.CONCEDES}


class Group(IntEnum):
    """Under what a claim stands in an opened cell, in the order of the marks."""

    OWN = 0
    AGAINST = 1
    CONCEDED = 2
    TOLD = 3
    INFERRED = 4

    @classmethod
    def of(cls, claim: Claim) -> "Group":
        """The first that fits: one of its own that somebody criticises is its own."""
        if claim.standing is ClaimStanding.INFERENCE:
            return cls.INFERRED
        if claim.standing is ClaimStanding.OWN:
            return cls.OWN
        stances = _direct_stances(claim)
        if Stance.CRITICISES in stances:
            return cls.AGAINST
        return cls.CONCEDED if Stance.CONCEDES in stances else cls.TOLD


class CellMarks(NamedTuple):
    """The claims of a cell. One of its own that somebody criticises counts among `against` too."""

    own: int = 0
    against: int = 0
    """Those that somebody criticises directly."""
    conceded: int = 0
    """Those that somebody grants directly."""
    told: int = 0
    """Others' that neither criticise nor grant anything."""
    inferred: int = 0

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> "CellMarks":
        own = against = conceded = told = inferred = 0
        for claim in claims:
            stances = _direct_stances(claim)
            own += claim.standing is ClaimStanding.OWN
            inferred += claim.standing is ClaimStanding.INFERENCE
            against += Stance.CRITICISES in stances
            conceded += Stance.CONCEDES in stances
            told += claim.standing is ClaimStanding.OTHERS and not stances & _TAKING_SIDES
        return cls(own, against, conceded, told, inferred)


def _direct_stances(claim: Claim) -> set[Stance]:
    return {piece.stance for piece in claim.evidence if piece.link is Link.DIRECT}


def passages_behind(position: Position) -> int:
    """How many different passages carry the answer, directly; 0 where there is none."""
    carrying = [claim for claim in position.claims if claim.id in position.rests_on]
    return len(
        {
            (piece.source, piece.quotation.words)
            for claim in carrying
            for piece in claim.evidence
            if piece.link is Link.DIRECT
        }
    )


def leading_passage(
    head: ApproachSummary, dimension: Dimension, position: Position
) -> Evidence | None:
    """The words that carry the answer best: of the first claim it rests on those of the holder, or,
    where the question is put to anyone, of whoever speaks first. None where nothing is answered."""
    holder = Holder.of(head.proponents)
    by_id = {claim.id: claim for claim in position.claims}
    for claim in (by_id[id] for id in position.rests_on if id in by_id):
        direct = [piece for piece in claim.evidence if piece.link is Link.DIRECT]
        own = (piece for piece in direct if holder.carries([piece], of_anyone=dimension.of_anyone))
        found = next(own, next(iter(direct), None))
        if found is not None:
            return found
    return None
