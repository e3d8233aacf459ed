"""A source: what it is, how it is laid out, and where its text comes from."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from .span import Span
from .text_map import Heading, Line, Page, SetIn

UNDATED = "undated"
"""What a description says of a source that has no date."""
NOT_STATED = "not stated"
"""What a description says of anything that its writer does not know."""


class Numbering(StrEnum):
    """How the paragraphs of a source are numbered, and so how a citation names them."""

    PILCROW = "pilcrow"
    """The text numbers them itself as `¶4.`; cited as ¶4."""
    NUMBER = "number"
    """The text numbers them itself as `144.`; cited as para 144."""
    COUNT = "count"
    """The text does not number them: they are counted from the top; cited as §4."""
    PAGE = "page"
    """The document has pages, and paragraphs are counted on each; cited as p. 12 ¶3."""
    LINE = "line"
    """The document is cited by its lines; cited as l. 40, or p. 12 l. 4."""


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
    HYPHEN = "hyphen"
    """At a line's end, where nothing tells whether the word has it elsewhere: a quotation may
    have it or not. It is shown as part of its word."""


OF_PAGES = frozenset(
    {
        FurnitureKind.HEADER,
        FurnitureKind.PAGE_NUMBER,
        FurnitureKind.PAGE_BREAK,
        FurnitureKind.FOOTNOTE,
    }
)
"""What stands between the last words of a page and the first of the next."""


class Furniture(NamedTuple):
    """A stretch that is not the author's argument; `interrupts` where it breaks a sentence."""

    span: Span
    kind: FurnitureKind
    interrupts: bool


class Unlinked(NamedTuple):
    """A paragraph that somebody has read and found to bear on no approach."""

    paragraph: str
    why: str


class Original(NamedTuple):
    """The document that a text was taken from, kept beside it as it came."""

    file: str
    """Relative to the library, with forward slashes."""
    name: str
    """What the file was called when it was imported."""
    kind: str
    digest: str


class Source(NamedTuple):
    """The description of one document. Its words are in a `SourceText`.

    `date` is ISO 8601 as far as it is known ("2008-10-20", "2020-10"), "undated" where the text
    bears none, or "not stated" where nobody has looked. Fields that nothing in the text or its
    delivery supports say so in words; they are never invented.
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
    language: str = ""
    """A BCP 47 tag ("en-GB"), or "" where it is not stated."""
    original: Original | None = None
    lost: tuple[str, ...] = ()
    """What the original has and the text has not, in words."""
    pages: tuple[Page, ...] = ()
    headings: tuple[Heading, ...] = ()
    lines: tuple[Line, ...] = ()
    """Only where it is numbered by lines."""
    set_in: tuple[SetIn, ...] = ()
    """What stands in from the margin."""
    address: str = ""
    """Where it can be read on the web (URL), or "" where that is not stated; so the next two."""
    accessed: str = ""
    """When it was read there."""
    doi: str = ""

    @property
    def named(self) -> str:
        """Its title, with the name of the file that it came from, as several of a kind may have the
        same title."""
        name = "" if self.original is None else self.original.name
        return (
            self.title if name.rpartition(".")[0] in ("", self.title) else f"{self.title} ({name})"
        )

    @property
    def from_pdf(self) -> bool:
        """Whether it was taken from a PDF, whose pages can be shown."""
        return self.original is not None and self.original.kind == "pdf"

    @property
    def breaks(self) -> tuple[Span, ...]:
        """What interrupts a sentence and is shown as no part of it: not a doubtful hyphen."""
        return tuple(
            piece.span
            for piece in self.furniture
            if piece.interrupts and piece.kind is not FurnitureKind.HYPHEN
        )

    @property
    def interruptions(self) -> tuple[Span, ...]:
        return tuple(piece.span for piece in self.furniture if piece.interrupts)

    @property
    def passed_over(self) -> tuple[Span, ...]:
        """What is no part of a quotation that goes over it: also what stands between two pages
        where a paragraph ends with the page. In order and apart."""
        return passed_over(self.furniture)


def passed_over(furniture: Sequence[Furniture]) -> tuple[Span, ...]:
    """See `Source.passed_over`. A note that is itself interrupted is not passed over: what is
    quoted of it goes over its own interruptions."""
    broken = sorted(piece.span for piece in furniture if piece.interrupts)
    furthest = [*accumulate((span.end for span in broken), max)]
    spans: list[Span] = []
    for piece in sorted(furniture):
        start = max(piece.span.start, spans[-1].end if spans else 0)
        if start < piece.span.end and (
            piece.interrupts
            or (piece.kind in OF_PAGES and not _overlaps(piece.span, broken, furthest))
        ):
            spans.append(Span(start, piece.span.end))
    return tuple(spans)


def _overlaps(span: Span, others: Sequence[Span], furthest: Sequence[int]) -> bool:
    """Whether it does any of them, which are in order; `furthest` is how far they reach up to each:
    a book has thousands."""
    at = bisect_left(others, span.end, key=itemgetter(0))
    return at > 0 and furthest[at - 1] > span.start


class SourceText(NamedTuple):
    """The canonical text of one source, exactly as its file holds it, and its digest."""

    source: str
    text: str
    digest: str
    """sha256 of the file's bytes, in hexadecimal."""


_MOST_TOLD_APART = 5_000


def told_apart(sources: Iterable[Source]) -> dict[str, str]:
    """For the id of each whose short name another has too: the file that it came from, or its id
    where that is not known, or is the same. Of very many none is told, as the window waits."""
    sources = tuple(sources)
    if len(sources) > _MOST_TOLD_APART:
        return {}
    names = Counter(source.short for source in sources)
    twins = [source for source in sources if names[source.short] > 1]
    files = Counter((source.short, _file(source)) for source in twins)
    return {
        each.id: _file(each) if _file(each) and files[each.short, _file(each)] == 1 else each.id
        for each in twins
    }


def short_names(sources: Iterable[Source]) -> dict[str, str]:
    """The short name of each, by its id, with what tells it from another of that name."""
    sources = tuple(sources)
    apart = told_apart(sources)
    return {
        each.id: f"{each.short} ({apart[each.id]})" if each.id in apart else each.short
        for each in sources
    }


def _file(source: Source) -> str:
    return "" if source.original is None else source.original.name
