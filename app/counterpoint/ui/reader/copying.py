"""The words of a span as they are copied: line breaks as spaces, paragraphs kept apart."""

import re
from collections.abc import Iterable, Iterator

from counterpoint.domain.span import Span, without
from counterpoint.ui.reader.layout.model import ReaderModel

_LINE_END = re.compile(r"[^\S\n]*\n\s*")


def words_of(model: ReaderModel, span: Span) -> str:
    """The words of the file, as they are quoted: without what interrupts a sentence or stands
    between two pages, unless there is nothing else in the span. Only the white space round its line
    ends is another."""
    text, source = model.text, model.source
    if not len(model.layout):
        return ""
    pieces = without(span, source.passed_over)
    if not any(text[slice(*piece)].strip() for piece in pieces):
        pieces = (span,)
    words, last = "", None
    for index, part in _by_paragraph(model, pieces):
        if last is not None:
            before, end = last
            interrupted = any(
                end <= hole.start and hole.end <= part.start for hole in source.interruptions
            )
            gap = text[end : part.start]
            apart = "" if gap and not (gap[0].isspace() or gap[-1].isspace()) else " "
            words += apart if before == index or interrupted else "\n\n"
        words += _LINE_END.sub(" ", text[slice(*part)])
        last = index, part.end
    return words


def _by_paragraph(model: ReaderModel, pieces: Iterable[Span]) -> Iterator[tuple[int, Span]]:
    """`pieces` parted where paragraphs end, each with the number of its own."""
    layout = model.layout
    for piece in pieces:
        last = layout.index_at(max(piece.start, piece.end - 1))
        for index in range(layout.index_at(piece.start), last + 1):
            block = layout.span(index)
            part = Span(max(block.start, piece.start), min(block.end, piece.end))
            if part.start < part.end:
                yield index, part


def place_of(model: ReaderModel, span: Span) -> str:
    """The paragraphs that a span takes words from, as cited: "¶4", "¶4–¶6", or "" for none."""
    return model.layout.cited(span)
