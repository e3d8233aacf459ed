"""How much a reader has to read, and what it rests on, in numbers."""

from collections.abc import Iterable
from typing import NamedTuple

from .approach import Approach, CellState, ClaimStanding
from .resolve_answer import words_in


class Measures(NamedTuple):
    """Of some approaches. `words` are those between white space."""

    answer_words: int
    longest_answer: int
    """In words."""
    own_claims: int
    claims: int
    claims_by_inference_only: int
    cells_not_said: int

    @classmethod
    def of(cls, approaches: Iterable[Approach]) -> "Measures":
        cells = [position for approach in approaches for position in approach.positions]
        claims = [claim for cell in cells for claim in cell.claims]
        lengths = [words_in(cell.answer) for cell in cells]
        standings = [claim.standing for claim in claims]
        return cls(
            answer_words=sum(lengths),
            longest_answer=max(lengths, default=0),
            own_claims=standings.count(ClaimStanding.OWN),
            claims=len(claims),
            claims_by_inference_only=standings.count(ClaimStanding.INFERENCE),
            cells_not_said=sum(cell.state is CellState.NOT_SAID for cell in cells),
        )
