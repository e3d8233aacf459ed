"""An approach of two cells and four claims, for changing."""

from counterpoint.domain.approach import ClaimKind, Colour, Coverage, Proponent, Stance, Status
from counterpoint.domain.forms import (
    ApproachForm,
    ClaimForm,
    EvidenceForm,
    PassageForm,
    PositionForm,
)


def piece(words: str) -> EvidenceForm:
    return EvidenceForm(PassageForm("letter", words, ("its author",)), Stance.ADVOCATES)


def claim(id: str, *words: str) -> ClaimForm:
    return ClaimForm(id, f"Of {id}.", ClaimKind.FACT, tuple(map(piece, words)))


APPROACH = ApproachForm(
    title="Talk",
    gist="Talk on.",
    cue="T",
    colour=Colour.BLUE,
    status=Status.ADVOCATED,
    status_note="its author",
    date="2020",
    proponents=(Proponent("its author"),),
    positions=(
        PositionForm(
            "aim",
            Coverage.FULL,
            claims=(claim("a", "one", "two"), claim("b", "two", "three"), claim("c", "four")),
            answer="Talk.",
            holds=("talk",),
            rests_on=("b", "a"),
        ),
        PositionForm("means", Coverage.FULL, claims=(claim("d", "five"),)),
    ),
)
