"""What is found by a search: rows, each a stretch of words with what they belong to."""

from enum import StrEnum
from typing import NamedTuple

from counterpoint.domain.span import Span


class RowKind(StrEnum):
    SOURCE = "source"
    """The description of a source, with its title and author."""
    PASSAGE = "passage"
    """A paragraph of a source's text."""
    QUOTATION = "quotation"
    CLAIM = "claim"
    ANSWER = "answer"
    APPROACH = "approach"
    QUESTION = "question"
    REPLY = "reply"
    """Why one passage replies to another."""
    NOTE = "note"


class Row(NamedTuple):
    """One thing that can be found."""

    kind: RowKind
    id: str
    """A source's, an approach's, a question's or a note's id; a claim's or an answer's place as
    `approach/question/claim`, a quotation's key, a passage's `source/number`, from 0; a reply's
    number in the library, from 0."""
    words: str
    """All that is searched of it; of a passage without what interrupts it."""
    source: str = ""
    span: Span | None = None
    """Where it stands in the text of `source`, in code points."""
    bytes: tuple[int, int] = (0, 0)
    """Where a passage stands in the file of its text, as its words are not kept."""
    approach: str = ""
    named: str = ""
    """Other words by which a source or an approach is meant: its title, its letter."""
    author: str = ""
    date: str = ""
    """Of a source, ISO 8601 as far as it is known, or words that say that it is not."""
    stance: str = ""
    voice: str = ""
    tags: tuple[str, ...] = ()
    linked: bool = False
    """Whether evidence rests on a passage."""
    linked_by: tuple[str, ...] = ()
    """The approaches whose evidence that is."""
    language: str = ""
    """Of a source, its BCP 47 tag."""
    voices: tuple[str, ...] = ()
    """Whose words that evidence, or a quotation, is: of each chain the last."""


class Unit(NamedTuple):
    """What is put into the index, and taken out, together: the rows of one file."""

    name: str
    stamp: str
    """Stands for all that the rows were made of."""
    rows: tuple[Row, ...]


class Hit(NamedTuple):
    """A row that was found. A passage comes without its words: they are read in its file."""

    row: Row
    score: float


class Found(NamedTuple):
    total: int
    """How many rows there are, of which `hits` are the best."""
    hits: tuple[Hit, ...]
