"""The words that best carry an answer, and those that best speak against it."""

from collections.abc import Iterable

from .approach import ApproachSummary, Claim, Evidence, Link, Position, Stance
from .holder import Holder


def best_words(head: ApproachSummary, position: Position, *, of_anyone: bool) -> Evidence | None:
    """The first direct quotation of the claim that carries the answer best, in the holder's voice
    where it can be; None where no claim carries an answer."""
    holder = Holder.of(head.proponents)
    claims = {claim.id: claim for claim in position.claims}
    direct = list(_direct(claims[id] for id in position.rests_on if id in claims))
    own = (piece for piece in direct if holder.carries([piece], of_anyone=of_anyone))
    return next(own, direct[0] if direct else None)


def objections(position: Position) -> tuple[Evidence, ...]:
    """What criticises directly, each passage once: first what bears its claim wholly and is meant
    at face value, without a hedge; else as the library has it."""
    found = {
        (piece.source, piece.quotation.words): piece
        for piece in reversed(list(_direct(position.claims)))
        if piece.stance is Stance.CRITICISES
    }
    in_order = list(found.values())[::-1]
    return tuple(
        sorted(in_order, key=lambda piece: bool(piece.partial or piece.tone or piece.hedge))
    )


def _direct(claims: Iterable[Claim]) -> Iterable[Evidence]:
    for claim in claims:
        for piece in claim.evidence:
            if piece.link is Link.DIRECT:
                yield piece
