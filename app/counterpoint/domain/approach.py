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
    """How the one who speaks stands to the approach; of an inferred link, what the words do to it
    though their speaker does not speak of it."""

    ADVOCATES = "advocates"
    DESCRIBES = "describes"
    CRITICISES = "criticises"
    CONCEDES = "concedes"
    TELLS_FOR = "tells for"
    TELLS_AGAINST = "tells against"
    BEARS_ON = "bears on"

    @property
    def inferred(self) -> bool:
        """Whether only an inferred link has it."""
        return self in (Stance.TELLS_FOR, Stance.TELLS_AGAINST, Stance.BEARS_ON)

    @property
    def in_inference(self) -> "Stance":
        """What stands for it where the link is inferred. Older files have there the words of direct
        links."""
        return _IN_INFERENCE.get(self, self)


_IN_INFERENCE = {
    Stance.ADVOCATES: Stance.TELLS_FOR,
    Stance.DESCRIBES: Stance.BEARS_ON,
    Stance.CRITICISES: Stance.TELLS_AGAINST,
    Stance.CONCEDES: Stance.BEARS_ON,
}


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


class ClaimStanding(StrEnum):
    """Whose a claim is, as its evidence tells."""

    OWN = "own"
    """The holder's voice, directly; of a government also what it does, described directly."""
    OTHERS = "others"
    """Critics, reporters and concessions, directly."""
    INFERENCE = "inference"
    """No direct evidence: the analyst alone makes the link, and it is nobody's support."""


class CellState(StrEnum):
    """Whether a cell has its answer."""

    ANSWERED = "answered"
    NOT_SAID = "not said"
    """The texts do not say what the holder answers; others may speak to it."""
    UNFINISHED = "unfinished"
    """Nobody has written the answer yet."""


class NamedAnswer(NamedTuple):
    """One of the answers to a question that the texts hold."""

    id: str
    name: str
    means: str


class Dimension(NamedTuple):
    """A row: one question that every approach is asked."""

    id: str
    title: str
    question: str
    tells_apart: str
    """How the question tells the approaches apart."""
    answers: tuple[NamedAnswer, ...] = ()
    """Empty in an older library."""
    of_anyone: bool = False
    """Whether it is put to whoever speaks, not to the holder alone."""
    ordered: bool = False
    """Whether the named answers have an order."""


class Proponent(NamedTuple):
    """A holder of an approach."""

    name: str
    note: str = ""
    voices: tuple[str, ...] = ()
    """The ends of voice chains that count as the holder's own; empty: the name."""
    government: bool = False
    """Whether what it does, described directly, counts as its own."""

    @property
    def own_voices(self) -> tuple[str, ...]:
        return self.voices or (self.name,)


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
    standing: ClaimStanding = ClaimStanding.OTHERS

    @property
    def by_inference(self) -> bool:
        return all(piece.link is Link.INFERRED for piece in self.evidence)


class Position(NamedTuple):
    """A cell: what one approach says on one dimension."""

    dimension: str
    coverage: Coverage
    why: str
    """For a partial position why it is partial; for a gap what was looked for; else ""."""
    claims: tuple[Claim, ...]
    left_out: int = 0
    """How much of it could not be read in the approach's file, and is missing here."""
    answer: str = ""
    """The holder's, in one sentence; "" where there is none."""
    holds: tuple[str, ...] = ()
    """The ids of the named answers that it states."""
    rests_on: tuple[str, ...] = ()
    """The ids of the claims that carry it, the one that carries it best first."""
    state: CellState = CellState.UNFINISHED
    looked_for: str = ""
    """What was looked for and not found, where the holder says nothing."""

    def standing(self, standing: ClaimStanding) -> tuple[Claim, ...]:
        """The claims of one standing, in their order."""
        return tuple(claim for claim in self.claims if claim.standing is standing)


class Tally(NamedTuple):
    """How much stands behind an approach, so that a thin column is seen to be thin. What is
    inferred is nobody's support and is counted nowhere but in `not_exact`."""

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
    not_said: int
    """Questions on which the texts do not say what the holder answers."""

    @classmethod
    def of(cls, positions: tuple[Position, ...]) -> Self:
        """Counts each passage once, however many claims rest on it."""
        every = [claim for position in positions for claim in position.claims]
        claims = [claim for claim in every if not claim.by_inference]
        linked = {
            (piece.source, piece.quotation.words, piece.stance): piece
            for claim in every
            for piece in claim.evidence
        }.values()
        passages = [piece for piece in linked if piece.link is Link.DIRECT]
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
            not_exact=sum(not piece.standing.stands for piece in linked),
            not_said=sum(position.state is CellState.NOT_SAID for position in positions),
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
