"""A report as blocks: what every writer writes, and the preview shows.

A text in it is never changed by a writer. Line ends, page widths and styles are the writers'.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from counterpoint.domain.span import Span


@dataclass(frozen=True, slots=True)
class Text:
    words: str
    """On one line."""


@dataclass(frozen=True, slots=True)
class Strong:
    inside: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    inside: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Raised:
    """Set a little higher and smaller, as the mark of a note."""

    inside: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Code:
    words: str


class Place(NamedTuple):
    """Where words stand: in the source of this id."""

    source: str
    span: Span | None
    """In code points of its text; None where they do not stand in it."""


@dataclass(frozen=True, slots=True)
class Link:
    """`target` is `#id` of what is in the report, or an address."""

    target: str
    inside: tuple["Inline", ...]
    places: tuple[Place, ...] = ()
    """What it names, for a preview, which has the texts at hand. Files have the target alone."""


@dataclass(frozen=True, slots=True)
class Named:
    """Words that can be linked to by their id."""

    id: str
    inside: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Cite:
    """A place in a source, still to be written as the style of citation has it."""

    source: str
    paragraph: str
    """As the library cites it ("¶4", "p. 12", "§9"), or ""."""


@dataclass(frozen=True, slots=True)
class Footnote:
    inside: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class LineBreak:
    pass


Inline = Text | Strong | Emphasis | Raised | Code | Link | Named | Cite | Footnote | LineBreak


class Role(StrEnum):
    """What a paragraph is, beside an ordinary one; writers give each a style of its own."""

    BODY = "body"
    LEAD = "lead"
    """Says in a sentence or two what follows."""
    CLAIM = "claim"
    ATTRIBUTION = "attribution"
    """Who says the words above, and where."""
    DETAIL = "detail"
    """Small: a remark, a date, what is behind a table."""
    REFERENCE = "reference"
    """An entry in a list of sources."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    """From 1; the title of the report is none."""
    inside: tuple[Inline, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    inside: tuple[Inline, ...]
    role: Role = Role.BODY
    id: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A source's words, with whatever says whose they are and where they stand."""

    words: str
    """Word for word, without quotation marks round them."""
    attribution: tuple[Inline, ...]
    id: str = ""
    doubt: str = ""
    """Why they may not be the source's, in words; "" where they are."""
    apart: str = ""
    """What sets them apart from those above, of which they are no part, in words: "Against the
    approach"; "" for nothing. Every writer gives them another shape besides."""

    @property
    def marks(self) -> tuple[str, str]:
        """What stands before and after the words: quotation marks, of a kind that the words have
        not; none where nobody is named, as in the analyst's own notes."""
        if not self.attribution:
            return "", ""
        return ("‘", "’") if any(mark in self.words for mark in '“”"') else ("“", "”")


@dataclass(frozen=True, slots=True)
class Listing:
    items: tuple[tuple["Block", ...], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    heading: tuple[Inline, ...]
    share: float
    """Of the table's width; all together are 1."""


Cell = tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The first cell of each row heads it. The head comes again on every page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Words of the analyst or of a colleague, told apart from everything that rests on a source."""

    label: str
    """ "Judgement", "Assumption · on A, Diagnosis" """
    inside: tuple["Block", ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines that are kept as they stand."""

    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    name: str
    """The name of its file, without a folder."""
    data: bytes
    """PNG or SVG."""
    alternative: str
    """What it shows, for whoever does not see it."""
    width: float
    """In millimetres."""


@dataclass(frozen=True, slots=True)
class Landscape:
    """Pages laid across."""

    inside: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = (
    Heading
    | Paragraph
    | Quotation
    | Listing
    | Table
    | Remark
    | Verbatim
    | Picture
    | Landscape
    | PageBreak
)


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Report:
    title: str
    subtitle: str
    language: str
    """A BCP 47 tag: "en-GB"."""
    date: str
    """As it is printed: "30 November 2026"; "" where there is none."""
    marking: str
    """At the head and the foot of each page; "" for none."""
    blocks: tuple[Block, ...]
    paper: Paper = Paper.A4
    small: bool = False
    """Set closely, so that much comes on few pages."""
    landscape: bool = False
    """All of it."""
    scale: float = 1.0
    """Of letters and what is between them, against what they usually are: less where it is to come
    on so many pages."""


def ids(blocks: Iterable[Block]) -> Iterator[str]:
    """Of all that can be linked to, in the order of reading."""
    for block in blocks:
        match block:
            case Heading() | Paragraph() | Quotation() | Table() | Remark() if block.id:
                yield block.id
        match block:
            case Listing():
                for item in block.items:
                    yield from ids(item)
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from ids(cell)
            case Remark() | Landscape():
                yield from ids(block.inside)


def inlines(block: Block) -> Iterator[tuple[Inline, ...]]:
    """The runs of words in `block` and in all blocks within it, in the order of reading."""
    match block:
        case Heading(_, inside) | Paragraph(inside):
            yield inside
        case Quotation():
            yield (Text(block.words),)
            yield block.attribution
        case Listing():
            for item in block.items:
                yield from _all(item)
        case Table():
            yield from (column.heading for column in block.columns)
            for row in block.rows:
                for cell in row:
                    yield from _all(cell)
        case Remark():
            yield (Text(block.label),)
            yield from _all(block.inside)
        case Landscape():
            yield from _all(block.inside)
        case Verbatim():
            yield (Text(block.words),)
        case Picture() | PageBreak():
            return


def _all(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks:
        yield from inlines(block)


def plain(inside: Iterable[Inline]) -> str:
    """The words alone, without what stands in footnotes."""
    words = []
    for piece in inside:
        match piece:
            case Text() | Code():
                words.append(piece.words)
            case Strong() | Emphasis() | Raised() | Link() | Named():
                words.append(plain(piece.inside))
            case LineBreak():
                words.append(" ")
            case Cite() | Footnote():
                continue
    return "".join(words)


def word_count(blocks: Iterable[Block]) -> int:
    """Words in all blocks, as a word processor counts them: what stands between white space."""
    return sum(len(plain(run).split()) for run in _all(blocks))
