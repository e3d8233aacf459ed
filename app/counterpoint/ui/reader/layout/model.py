"""What the reader shows: one source, cut into rows that are laid out one at a time."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from counterpoint.domain.layout import BlockKind, Layout, lay_out_source
from counterpoint.domain.source import Furniture, Source, SourceText
from counterpoint.domain.span import Span, without
from counterpoint.domain.text_map import SetIn, heading_path, set_in_at

LONGEST_ROW = 2000
"""Code points. A longer paragraph is shown as several rows, or a jump would have to wait for the
whole of it to be set."""
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\S")


class ReaderModel:
    """The text of one source and its rows. A row is a paragraph, or a part of a very long one.

    Everything asked of it takes a time that does not depend on the length of the text.
    """

    def __init__(self, source: Source, text: SourceText) -> None:
        self.source = source
        self.text = text.text
        self.digest = text.digest
        # An importer joins the lines that only the width of a page has parted; PDF's stay.
        self.keeps_line_ends = source.original is not None and not source.from_pdf
        self.layout: Layout = lay_out_source(text.text, source)
        self._rows = _rows(text.text, self.layout.starts)
        self._furniture = sorted(source.furniture, key=lambda piece: piece.span)
        self._furniture_starts = [piece.span.start for piece in self._furniture]
        self._breaks = sorted(source.breaks)
        self._break_starts = [span.start for span in self._breaks]

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def row_starts(self) -> Sequence[int]:
        return self._rows

    def row_at(self, position: int) -> int:
        """The row that holds a code point, or for white space the one before it; at least 0."""
        return max(0, bisect_right(self._rows, position) - 1)

    def span(self, row: int) -> Span:
        """The words of a row, without the white space after them."""
        start = self._rows[row]
        block = self.layout.span(self.layout.index_at(start))
        if row + 1 < len(self._rows) and self._rows[row + 1] < block.end:
            limit = self._rows[row + 1]
            words = self.text[start:limit]
            return Span(start, start + len(words.rstrip()))
        return Span(start, block.end)

    def kind(self, row: int) -> BlockKind:
        return self.layout.kind(self.layout.index_at(self._rows[row]))

    def label(self, row: int) -> str:
        """How the paragraph that begins with this row is cited; "" where none begins."""
        return self.layout.label_at(self._rows[row]) if self.begins_block(row) else ""

    def level(self, row: int) -> int:
        """That of the heading in this row; 0 for none, or where nobody knows it."""
        if self.kind(row) is not BlockKind.HEADING:
            return 0
        path = heading_path(self.source.headings, self._rows[row])
        return path[-1].level if path and path[-1].end > self._rows[row] else 0

    def set_in(self, row: int) -> SetIn:
        """How far the paragraph of this row stands in, and whether as another's words."""
        return set_in_at(self.source.set_in, self._rows[row])

    def begins_block(self, row: int) -> bool:
        start = self._rows[row]
        return self.layout.starts[self.layout.index_at(start)] == start

    def furniture_in(self, span: Span) -> list[Furniture]:
        first = max(0, bisect_right(self._furniture_starts, span.start) - 1)
        last = bisect_left(self._furniture_starts, span.end)
        return [piece for piece in self._furniture[first:last] if piece.span.overlaps(span)]

    def without_breaks(self, span: Span) -> tuple[Span, ...]:
        """`span` without the page breaks and the like that interrupt its sentence."""
        first = max(0, bisect_right(self._break_starts, span.start) - 1)
        last = bisect_left(self._break_starts, span.end)
        return without(span, tuple(self._breaks[first:last])) if last > first else (span,)

    def first_word(self, span: Span) -> int:
        """The first code point of `span` that is not white space, or its start."""
        head = self.text[span.start : min(span.end, span.start + LONGEST_ROW)]
        return span.start + len(head) - len(head.lstrip()) if head.strip() else span.start


def _rows(text: str, starts: Sequence[int]) -> Sequence[int]:
    """The starts of the paragraphs, and of the parts of those that are too long for a row."""
    if not starts:
        return starts
    long = [
        (start, end) for start, end in pairwise((*starts, len(text))) if end - start > LONGEST_ROW
    ]
    if not long:
        return starts
    more: list[int] = []
    for start, end in long:
        row = start
        while end - row > LONGEST_ROW:
            row += LONGEST_ROW
            cut = _SPACE.search(text, row, min(end, row + LONGEST_ROW // 4))
            if cut:
                word = _WORD.search(text, cut.end(), end)
                if not word:
                    break
                row = word.start()
            more.append(row)
    return array("q", sorted((*starts, *more)))
