"""Three approaches with answers, where two hold the same, one is silent, and some is inferred."""

from collections.abc import Callable

from counterpoint.domain.approach import (
    Approach,
    CellState,
    Claim,
    ClaimStanding,
    Coverage,
    Evidence,
    NamedAnswer,
    Position,
    Proponent,
)
from counterpoint.domain.library import Library, Passage, Reply, ReplyKind
from tests.ui.comparison import material
from tests.ui.comparison.material import CRITICISES, DESCRIBES, piece

FIRM = NamedAnswer("firm", "Firm throughout", "Pressure does not cease.")
BESIDE = NamedAnswer("beside", "Beside talks", "Pressure and talks go side by side.")
DIMENSIONS = tuple(each._replace(answers=(FIRM, BESIDE)) for each in material.DIMENSIONS[:3])
HOLDER = "the holder"


def _claim(id: str, standing: ClaimStanding, *evidence: Evidence) -> Claim:
    return material.claim(id, f"Claim {id} of the texts.", *evidence)._replace(standing=standing)


def position(
    approach: str, dimension: str, answer: str = "Pressure goes on.", holds: str = "beside"
) -> Position:
    """Two claims of its own, one that is criticised, one by a critic, two by inference."""
    key = f"{approach}/{dimension}"
    own, other, inferred = ClaimStanding.OWN, ClaimStanding.OTHERS, ClaimStanding.INFERENCE
    claims = (
        _claim("guessed", inferred, piece(f"{key}/guessed", why="It bears on it")),
        _claim("critic", other, piece(f"{key}/critic", "letters", "§2", CRITICISES, ("a critic",))),
        _claim(
            "second",
            own,
            piece(f"{key}/told", "report", "7", DESCRIBES, ("a witness",), words="They press on."),
            piece(f"{key}/own", voice=("the cable", HOLDER), words="We press on."),
        ),
        _claim("first", own, piece(f"{key}/first", voice=(HOLDER,), words="We go on.")),
        _claim("likely", inferred, piece(f"{key}/likely", why="It is like it")),
    )
    return Position(
        dimension,
        Coverage.FULL,
        "",
        claims,
        answer=answer,
        holds=(holds,),
        rests_on=("second",),
        state=CellState.ANSWERED,
    )


def not_said(approach: str, dimension: str) -> Position:
    """Others speak to it."""
    made = position(approach, dimension)
    others = tuple(claim for claim in made.claims if claim.standing is not ClaimStanding.OWN)
    return Position(
        dimension,
        Coverage.PARTIAL,
        "",
        others,
        state=CellState.NOT_SAID,
        looked_for="any word of the holder’s",
    )


def three() -> tuple[Approach, ...]:
    """A and B hold the same on every question; C is silent on the second, and nobody has answered
    its third."""
    made = []
    for old, holds in zip(material.six()[:3], ("beside", "beside", "firm"), strict=True):
        id = old.head.id
        positions = [position(id, one.id, holds=holds) for one in DIMENSIONS]
        if id == "c":
            positions[1] = not_said(id, DIMENSIONS[1].id)
            positions[2] = positions[2]._replace(
                answer="", holds=(), rests_on=(), state=CellState.UNFINISHED
            )
        head = old.head._replace(proponents=(Proponent(HOLDER),))
        made.append(Approach(head, tuple(positions)))
    return tuple(made)


def library() -> tuple[Library, Callable[[str], Approach]]:
    """The library of the three, with one reply to what A's holder says on the first question."""
    held, approach = material.library(three())
    said = three()[0].positions[0].claims[2].evidence[0]
    passages = [
        Passage(source, quoted.quotation, quoted.standing, "1", ("somebody",))
        for source, quoted in (("reprint", said), ("report", said))
    ]
    reply = Reply(ReplyKind.REBUTS, passages[0], passages[1], "")
    return held._replace(dimensions=DIMENSIONS, replies=(reply,)), approach
