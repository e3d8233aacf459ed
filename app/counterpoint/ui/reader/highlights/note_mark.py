"""A note on a passage as the reader marks it in the margin, and all of those in one source."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from counterpoint.domain.span import Span
from counterpoint.ui.reader.layout.measures import Measures
from counterpoint.ui.reader.layout.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class NoteMark:
    """One note."""

    span: Span
    """The passage that it is on."""
    id: str
    words: str
    """The first of the note's own."""


class NoteMarks:
    """The notes on one source, in the order of the text."""

    def __init__(self, marks: Iterable[NoteMark] = ()) -> None:
        self._marks = sorted(marks, key=lambda mark: (mark.span.start, mark.span.end, mark.id))
        self._starts = [mark.span.start for mark in self._marks]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NoteMarks) and self._marks == other._marks

    def __hash__(self) -> int:
        return hash(tuple(self._marks))

    def begun_in(self, span: Span) -> list[NoteMark]:
        """Those whose passage begins in `span`."""
        return self._marks[bisect_left(self._starts, span.start) : self._starts_before(span.end)]

    def _starts_before(self, position: int) -> int:
        return bisect_left(self._starts, position)


def sign_box(paragraph: Paragraph, measures: Measures, line: int, *, below: bool) -> QRectF:
    """The sign beside a line, in the right margin; in pixels of the viewport and of the row.
    `below`: another sign stands there, and this one goes so far below it that they are two."""
    px = measures.fonts.px
    middle = paragraph.line_top(line) + paragraph.line.pitch / 2 + (px(15) if below else 0)
    left = measures.text_left + measures.text_width + px(5)
    return QRectF(left, middle - px(5), px(8), px(10))
