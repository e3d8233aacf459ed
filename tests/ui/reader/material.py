"""Sources, texts and marks for the reader's tests."""

from collections.abc import Sequence

from counterpoint.domain.approach import Colour, Stance
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.source import (
    Furniture,
    FurnitureKind,
    Numbering,
    Source,
    SourceText,
)
from counterpoint.domain.span import Span
from counterpoint.ui.reader.highlights.highlight import Highlight
from counterpoint.ui.reader.layout.model import ReaderModel


def source_of(
    text: str,
    furniture: Sequence[Furniture] = (),
    numbering: Numbering = Numbering.COUNT,
    id: str = "cable",
    author: str = "Embassy London (United States); signed LEBARON",
    marking: str = "CONFIDENTIAL; SIPDIS",
) -> tuple[Source, SourceText]:
    source = Source(
        id=id,
        title="Hard-headed engagement",
        short="London cable",
        author=author,
        publisher="Embassy London, to Washington",
        date="2008-10-20",
        kind="diplomatic cable",
        marking=marking,
        about="",
        reached_us="",
        access="",
        rights="",
        numbering=numbering,
        digest=f"digest of {id} {len(text)}",
        statement="",
        furniture=tuple(furniture),
        bears_on_nothing=(),
        length=len(text),
    )
    return source, SourceText(id, text, source.digest)


def model_of(
    text: str, furniture: Sequence[Furniture] = (), numbering: Numbering = Numbering.COUNT
) -> ReaderModel:
    return ReaderModel(*source_of(text, furniture, numbering))


def span_of(text: str, words: str, until: str = "") -> Span:
    start = text.index(words)
    if not until:
        return Span(start, start + len(words))
    return Span(start, text.index(until, start) + len(until))


def piece(
    text: str, words: str, kind: FurnitureKind = FurnitureKind.HEADER, *, interrupts: bool = False
) -> Furniture:
    return Furniture(span_of(text, words), kind, interrupts)


def highlight(
    span: Span,
    key: str,
    cue: str = "A",
    colour: Colour = Colour.BLUE,
    state: QuotationState = QuotationState.EXACT,
) -> Highlight:
    return Highlight(
        span=span,
        approach_cue=cue,
        colour=colour,
        stance=Stance.DESCRIBES,
        key=key,
        title=f"Option {cue}",
        claim=f"The claim of {key}",
        voice=("Embassy London", "Michael Davenport"),
        state=state,
    )


def long_text(paragraphs: int) -> str:
    """Paragraphs of some 200 code points, each beginning with its number."""
    words = "seeks a pragmatic relationship with Moscow, firm where it must be, " * 3
    return "\n\n".join(f"Paragraph {number} {words.strip()}" for number in range(1, paragraphs + 1))
