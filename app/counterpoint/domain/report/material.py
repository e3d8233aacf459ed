"""All that a hand-over may draw on, as it is at one moment. Every writer works from this alone."""

from enum import StrEnum
from typing import NamedTuple

from counterpoint.domain.approach import ClaimStanding, NamedAnswer
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.span import Span


class Answered(StrEnum):
    """How far an approach answers a question."""

    FULL = "full"
    PARTIAL = "partial"
    GAP = "gap"
    """Somebody has looked, and the texts say nothing."""
    NOT_CONSIDERED = "not considered"
    """Nobody has looked yet."""


class Question(NamedTuple):
    id: str
    title: str
    question: str
    tells_apart: str
    answers: tuple[NamedAnswer, ...] = ()
    ordered: bool = False
    of_anyone: bool = False
    """It is put to whoever speaks, not to the holder alone."""


class Person(NamedTuple):
    name: str
    note: str


class Relation(NamedTuple):
    kind: str
    approach: str
    why: str


class Approach(NamedTuple):
    id: str
    letter: str
    title: str
    gist: str
    colour: str
    """RRGGBB, for a light background."""
    status: str
    """ "adopted", … or ""."""
    status_note: str
    status_detail: str
    date: str
    proponents: tuple[Person, ...]
    relations: tuple[Relation, ...]


class Passage(NamedTuple):
    """Words in a source."""

    source: str
    words: str
    """Word for word, on one line, without what interrupts them (a page's end, a footnote's mark);
    where they are not exact, as the library has them."""
    span: Span | None
    """In code points of the source's text; None if they are not exact."""
    raw: str
    """The text of `span` as it stands in the source; "" where there is no span."""
    before: str
    after: str
    paragraph: str
    voice: tuple[str, ...]
    """Nearest to the reader first."""
    state: QuotationState = QuotationState.EXACT

    @property
    def exact(self) -> bool:
        return self.span is not None


class Evidence(NamedTuple):
    key: str
    passage: Passage
    stance: str
    inferred: bool
    why: str
    hedge: str
    tone: str
    partial: str
    of_holder: bool
    """The words are in the end those of whoever holds the approach."""


class Claim(NamedTuple):
    id: str
    text: str
    kind: str
    standing: ClaimStanding
    evidence: tuple[Evidence, ...]


class Cell(NamedTuple):
    """What one approach says on one question."""

    approach: str
    question: str
    answered: Answered
    why: str
    answer: str
    """The holder's own, in a sentence; "" where it is not said, or not yet written."""
    holds: tuple[str, ...]
    rests_on: tuple[str, ...]
    claims: tuple[Claim, ...]

    @property
    def silent(self) -> bool:
        """True if the holder is not heard at all."""
        return not self.answer and not any(
            claim.standing is ClaimStanding.OWN for claim in self.claims
        )

    def tellers(self) -> tuple[str, ...]:
        """Who says what the answer rests on, where the holder does not: the ends of the chains of
        voices, each once."""
        found: dict[str, None] = {}
        for claim in self.carrying():
            direct = [piece for piece in claim.evidence if not piece.inferred]
            if not any(piece.of_holder for piece in direct):
                ends = (next(iter(piece.passage.voice[-1:]), "") for piece in direct)
                found.update(dict.fromkeys(ends))
        return tuple(found)

    def carrying(self) -> tuple[Claim, ...]:
        """The claims that the answer rests on; where none are named, the holder's own."""
        named = tuple(claim for claim in self.claims if claim.id in self.rests_on)
        return named or tuple(c for c in self.claims if c.standing is ClaimStanding.OWN)


class Reply(NamedTuple):
    kind: str
    by: Passage
    to: Passage
    why: str
    inferred: bool
    """ "Set beside it by us": the later text does not take up the earlier."""

    @property
    def beside(self) -> str:
        """How two that we set together stand to each other, in a word."""
        return "against" if self.kind == "rebuts" else "beside"

    @property
    def how(self) -> str:
        """ "rebuts"; where we set the two together, and neither did anything, "set against it by
        us"."""
        return f"set {self.beside} it by us" if self.inferred else self.kind


class Source(NamedTuple):
    id: str
    number: int
    """From 1, in the order in which the library has them."""
    title: str
    short: str
    author: str
    publisher: str
    date: str
    kind: str
    marking: str
    about: str
    reached_us: str
    access: str
    rights: str
    statement: str
    language: str
    digest: str
    original: str
    """Where the document is that the text was taken from, relative to the library; "" for none."""
    original_name: str
    address: str = ""
    """URL; "" where it is not stated, as the next two."""
    accessed: str = ""
    doi: str = ""

    @property
    def link(self) -> str:
        """Where it can be read on the web, by its address or else its DOI; "" for nowhere."""
        if self.address.casefold().startswith(("https://", "http://")):
            return self.address
        return f"https://doi.org/{self.doi}" if self.doi.startswith("10.") else ""


class Note(NamedTuple):
    id: str
    kind: str
    tags: tuple[str, ...]
    created: str
    changed: str
    body: str
    quote: str
    on: str
    """What it is on, in words."""
    place: str
    """ "comparison", "option", "position", "claim", "evidence", "source", "passage", "question" or
    "pair"."""
    approach: str = ""
    question: str = ""
    claim: str = ""
    evidence: str = ""
    source: str = ""
    span: Span | None = None
    other: str = ""
    """Of a pair of approaches the second."""
    author: str = ""
    """Whose it is; "" for the analyst's own."""

    @property
    def marked(self) -> bool:
        """Whether the analyst wants it in the brief."""
        return any(tag.casefold() == FOR_THE_BRIEF for tag in self.tags)


FOR_THE_BRIEF = "brief"
"""The tag of a note that goes into the brief."""


class Material(NamedTuple):
    """Only what was asked for: approaches and questions in their order; the replies between them,
    and the sources of the library, in its numbers."""

    title: str
    statement: str
    language: str
    questions: tuple[Question, ...]
    approaches: tuple[Approach, ...]
    cells: dict[tuple[str, str], Cell]
    """By approach and question; one for each pair."""
    replies: tuple[Reply, ...]
    sources: tuple[Source, ...]
    notes: tuple[Note, ...]
    date: str
    """ISO 8601: of the last thing in the library that has a date."""
    left_out_approaches: int = 0
    """How many more the library has."""

    def cell(self, approach: str, question: str) -> Cell:
        return self.cells[approach, question]

    def quoted_sources(self) -> frozenset[str]:
        """The ids of those that a claim rests on."""
        return frozenset(
            piece.passage.source
            for cell in self.cells.values()
            for claim in cell.claims
            for piece in claim.evidence
        )

    def source(self, id: str) -> Source:
        """Raises KeyError."""
        for source in self.sources:
            if source.id == id:
                return source
        raise KeyError(id)

    def approach(self, id: str) -> Approach:
        """Raises KeyError."""
        for approach in self.approaches:
            if approach.id == id:
                return approach
        raise KeyError(id)

    def question(self, id: str) -> Question:
        """Raises KeyError."""
        for question in self.questions:
            if question.id == id:
                return question
        raise KeyError(id)
