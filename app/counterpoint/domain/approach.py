"""An approach: what it says on each dimension, and the evidence for it."""

from enum import StrEnum
from typing import NamedTuple, Self

from .quotation import Quotation, Standing


class Status(StrEnum):
    ADOPTED = "adopted"
    DRAFTED = "drafted"
    ADVOCATED = "advocated"
    REJECTED = "rejected"


class RelationKind(StrEnum):
    OVERLAPS = "overlaps"
    SUBSUMES = "subsumes"
    ANSWERS = "answers"
    ABANDONED_FOR = "abandoned for"


class Coverage(StrEnum):
    FULL = "full"
    PARTIAL = "partial"
    GAP = "gap"
    NOT_CONSIDERED = "not considered"
    """The approach's file says nothing of the dimension: its writer has still to look."""


class ClaimKind(StrEnum):
    FACT = "fact"
    CAUSAL = "causal"
    FORECAST = "forecast"
    PRESCRIPTION = "prescription"


class Stance(StrEnum):
    """How the one who speaks stands to the approach."""

    ADVOCATES = "advocates"
    DESCRIBES = "describes"
    CRITICISES = "criticises"
    CONCEDES = "concedes"


class Link(StrEnum):
    DIRECT = "direct"
    """The text names the approach."""
    INFERRED = "inferred"
    """The analyst links the passage to the approach, and says why."""


class Colour(StrEnum):
    """The hue of an option: Okabe and Ito (2008), and four more that stay apart from them."""

    BLUE = "blue"
    ORANGE = "orange"
    GREEN = "green"
    PURPLE = "purple"
    SKY = "sky"
    VERMILION = "vermilion"
    OCHRE = "ochre"
    TEAL = "teal"
    PLUM = "plum"
    SLATE = "slate"
    OLIVE = "olive"
    ROSE = "rose"


class Dimension(NamedTuple):
    """A row: one question that every approach is asked."""

    id: str
    title: str
    question: str
    tells_apart: str
    """How the question tells the approaches apart."""


class Proponent(NamedTuple):
    name: str
    note: str = ""


class Relation(NamedTuple):
    kind: RelationKind
    approach: str
    why: str


class Evidence(NamedTuple):
    """A quotation, who says it, and how the speaker stands to the approach."""

    key: str
    """Names the evidence within its library: `approach/claim/first eight digits of a digest`."""
    source: str
    quotation: Quotation
    standing: Standing
    """Where the words are in the text as it is now."""
    paragraph: str
    """The paragraph in which the quotation begins, as cited: "¶4", "144", "§9"; "" if none."""
    stance: Stance
    voice: tuple[str, ...]
    """The chain of who says it, nearest to the reader first."""
    link: Link
    why: str
    """Why an inferred link was made; "" where it is direct and needs no word."""
    hedge: str
    """Words by which the text keeps its distance ("supposedly noted"), or ""."""
    tone: str
    """"irony" or "scare quotes" where the words are not meant at face value, else ""."""
    partial: str
    """Why the words bear the claim in part only; "" where they bear all of it."""


class Claim(NamedTuple):
    """One sentence in our words. It cannot exist without evidence."""

    id: str
    text: str
    kind: ClaimKind
    evidence: tuple[Evidence, ...]


class Position(NamedTuple):
    """A cell: what one approach says on one dimension."""

    dimension: str
    coverage: Coverage
    why: str
    """For a partial position why it is partial; for a gap what was looked for; else ""."""
    claims: tuple[Claim, ...]
    left_out: int = 0
    """How much of it could not be read in the approach's file, and is missing here."""


class Tally(NamedTuple):
    """How much stands behind an approach, so that a thin column is seen to be thin."""

    claims: int
    passages: int
    sources: int
    words: int
    advocates: int
    describes: int
    criticises: int
    concedes: int
    gaps: int
    not_exact: int

    @classmethod
    def of(cls, positions: tuple[Position, ...]) -> Self:
        """Counts each passage once, however many claims rest on it."""
        claims = [claim for position in positions for claim in position.claims]
        passages = {
            (piece.source, piece.quotation.words, piece.stance): piece
            for claim in claims
            for piece in claim.evidence
        }.values()
        stances = [piece.stance for piece in passages]
        quoted = {(piece.source, piece.quotation.words) for piece in passages}
        return cls(
            claims=len(claims),
            passages=len(quoted),
            sources=len({piece.source for piece in passages}),
            words=sum(len(words.split()) for _, words in quoted),
            advocates=stances.count(Stance.ADVOCATES),
            describes=stances.count(Stance.DESCRIBES),
            criticises=stances.count(Stance.CRITICISES),
            concedes=stances.count(Stance.CONCEDES),
            gaps=sum(position.coverage is Coverage.GAP for position in positions),
            not_exact=sum(not piece.standing.exact for piece in passages),
        )


class ApproachSummary(NamedTuple):
    """What a column's header shows; enough to list an approach without reading its positions."""

    id: str
    title: str
    gist: str
    cue: str
    """One to three characters that name the approach where colour alone would not do."""
    colour: Colour
    shown: bool
    """Whether the column is shown when the library is first opened."""
    status: Status | None
    """None if the approach's file does not say it rightly."""
    status_note: str
    """Whose status it is, and when, in a few words: "UK Foreign Office, 2008"."""
    status_detail: str
    """What else there is to say of it, or ""."""
    date: str
    proponents: tuple[Proponent, ...]
    relations: tuple[Relation, ...]
    tally: Tally
    left_out: int = 0
    """How much of its file could not be read, and is missing from the approach."""


class Approach(NamedTuple):
    """One approach, whole. `positions` has one entry for each dimension, in their order."""

    head: ApproachSummary
    positions: tuple[Position, ...]

    def position(self, dimension: str) -> Position:
        """The position on a dimension. Raises KeyError if the approach has none."""
        for position in self.positions:
            if position.dimension == dimension:
                return position
        raise KeyError(dimension)
