"""A source: what it is, how it is laid out, and where its text comes from."""

from enum import StrEnum
from typing import NamedTuple

from .span import Span


class Numbering(StrEnum):
    """How the paragraphs of a source are numbered, and so how a citation names them."""

    PILCROW = "pilcrow"
    """The text numbers them itself as `¶4.`; cited as ¶4."""
    NUMBER = "number"
    """The text numbers them itself as `144.`; cited as para 144."""
    COUNT = "count"
    """The text does not number them: they are counted from the top; cited as §4."""


class FurnitureKind(StrEnum):
    """What a stretch of text is when it is not the author's argument."""

    HEADER = "header"
    HEADING = "heading"
    PAGE_NUMBER = "page number"
    PAGE_BREAK = "page break"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    FOOTNOTE_MARK = "footnote mark"
    RELATED_ARTICLE = "related article"
    IMPRINT = "imprint"


class Furniture(NamedTuple):
    """A stretch that is not the author's argument; `interrupts` where it breaks a sentence."""

    span: Span
    kind: FurnitureKind
    interrupts: bool


class Unlinked(NamedTuple):
    """A paragraph that somebody has read and found to bear on no option."""

    paragraph: str
    why: str


class Source(NamedTuple):
    """The description of one document. Its words are in a `SourceText`.

    `date` is ISO 8601 as far as it is known ("2008-10-20", "2020-10") or "undated". Fields that
    nothing in the text or its delivery supports say so in words; they are never invented.
    """

    id: str
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
    numbering: Numbering
    digest: str
    statement: str
    """The source summary statement (ICD 206): nearness, completeness, date, what it cannot tell."""
    furniture: tuple[Furniture, ...]
    bears_on_nothing: tuple[Unlinked, ...]
    length: int
    """Code points in the text."""

    @property
    def interruptions(self) -> tuple[Span, ...]:
        return tuple(piece.span for piece in self.furniture if piece.interrupts)


class SourceText(NamedTuple):
    """The canonical text of one source, exactly as its file holds it, and its digest."""

    source: str
    text: str
    digest: str
    """sha256 of the file's bytes, in hexadecimal."""
