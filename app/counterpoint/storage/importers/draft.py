"""What an importer makes of a document, before anybody has looked at it."""

from enum import StrEnum
from typing import NamedTuple

from counterpoint.domain.because import Because
from counterpoint.domain.source import Furniture, Numbering
from counterpoint.domain.text_map import TextMap


class Kind(StrEnum):
    """What a document is, told from its content."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    EPUB = "epub"
    PDF = "pdf"


class Paragraphing(StrEnum):
    """How paragraphs are told apart in a plain text."""

    EMPTY_LINES = "empty lines"
    """Empty lines part them; other line ends are those of the page."""
    EACH_LINE = "each line"
    """Each line is a paragraph."""
    SENTENCES = "sentences"
    """Lines are broken and nothing parts paragraphs: one ends with a sentence whose line is
    short."""
    AS_IT_IS = "as it is"
    """Empty lines part them, and each line end is kept, as in verse."""


class PageNumbers(StrEnum):
    """Where the numbers of pages stand on them."""

    TOP = "top"
    FOOT = "foot"


class RunningHeads(StrEnum):
    """What becomes of lines that come back at the edges of pages."""

    ASIDE = "aside"
    """Running heads: no part of the text."""
    KEPT = "kept"
    """They are the author's."""


class Choices(NamedTuple):
    """What a person has decided of what would else be guessed. None: guess."""

    paragraphs: Paragraphing | None = None
    numbering: Numbering | None = None
    encoding: str | None = None
    whole_page: bool = False
    """Of a web page: menus and all, not its main text alone."""
    page_numbers: PageNumbers | None = None
    """Of a plain text whose pages only their numbers tell."""
    running_heads: RunningHeads | None = None


class Guess(NamedTuple):
    """One thing that was guessed and may be decided otherwise; `what` is a field of Choices."""

    what: str
    chosen: str
    others: tuple[str, ...]
    why: Because
    sure: bool = True
    """Whether it is plain from the document, so that nobody need look at it."""


class Proposal(NamedTuple):
    """What the document says of itself. "" is not stated. `sure` where it says so of its content,
    not of the file: the day on which a file was saved is not the date of a document."""

    title: str = ""
    author: str = ""
    date: str = ""
    file_date: str = ""
    """When the file was made, for a person to judge; never stored unasked."""
    language: str = ""
    publisher: str = ""


class Draft(NamedTuple):
    """A document read. `lost` says what it has and the text has not, each a phrase."""

    kind: Kind
    text: str
    map: TextMap
    furniture: tuple[Furniture, ...]
    numbering: Numbering
    proposal: Proposal
    pages: int | None
    """How many pages the document has; None if it has none."""
    paragraphs: int
    """Those of the author's argument."""
    lost: tuple[str, ...]
    noticed: tuple[str, ...]
    """What a person should know that is not a loss, each a phrase."""
    guesses: tuple[Guess, ...]
    sketch: tuple[int, ...] = ()
    """What tells whether it is another version of a text (`domain/text_sketch.py`)."""
