"""The words of a span as they are copied: line breaks as spaces, paragraphs kept apart."""

import re

from counterpoint.domain.span import Span
from counterpoint.ui.reader.layout.model import ReaderModel

_LINE_END = re.compile(r"[^\S\n]*\n\s*")


def words_of(model: ReaderModel, span: Span) -> str:
    """The words of the file. Only the white space round its line ends is another."""
    layout = model.layout
    if not len(layout):
        return ""
    parts: list[str] = []
    for index in range(
        layout.index_at(span.start), layout.index_at(max(span.start, span.end - 1)) + 1
    ):
        block = layout.span(index)
        start, end = max(block.start, span.start), min(block.end, span.end)
        if start < end:
            parts.append(_LINE_END.sub(" ", model.text[start:end]))
    return "\n\n".join(parts)


def place_of(model: ReaderModel, span: Span) -> str:
    """The paragraphs that a span takes words from, as cited: "¶4", "¶4–¶6", or "" for none."""
    return model.layout.cited(span)
