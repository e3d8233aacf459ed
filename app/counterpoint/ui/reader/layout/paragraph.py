"""One row of the reader, set in lines; and where each of its code points stands."""

import re
from bisect import bisect_right
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from counterpoint.domain.invisible_characters import made_visible
from counterpoint.domain.layout import BlockKind
from counterpoint.domain.source import Numbering
from counterpoint.domain.span import Span
from counterpoint.domain.utf16 import Utf16Index
from counterpoint.ui.theme.fonts import Size

from .display import shown, shown_in_lines, shown_with_line_ends, without_number
from .measures import Measures
from .model import ReaderModel

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


class Paragraph:
    """Laid out once for one width and theme. Positions are code points of the whole text; pixels
    are from the left of the text column and the top of the row, the space above it included."""

    def __init__(self, model: ReaderModel, row: int, measures: Measures, faint: QColor) -> None:
        """`faint` is for the furniture within a line."""
        self.row = row
        self.span = model.span(row)
        self.kind = model.kind(row)
        self.line = measures.line(self.kind, model.level(row))
        stands = model.set_in(row)
        self.quoted = stands.quoted
        self.quotation_goes_on = row + 1 < len(model) and model.set_in(row + 1).quoted
        self.indent = measures.indent(stands.depth, quoted=stands.quoted)
        """From the left of the text column."""
        self.words = _words_shown(model, row, self.span, self.kind)
        self._units = Utf16Index(self.words)
        self._mixed = _RIGHT_TO_LEFT.search(self.words) is not None
        self.above = self.line.above if row else measures.top
        self._layout = QTextLayout(self.words, self.line.font)
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(_wrapping())
        if self.kind is BlockKind.TEXT:
            self._layout.setFormats(self._asides(model, measures, faint))
        self.breaks = self._set(measures.text_width - self.indent)
        """The first code point of each line."""
        self.height = self.above + len(self.breaks) * self.line.pitch + self._below(model)

    def _below(self, model: ReaderModel) -> int:
        following = self.row + 1
        if following == len(model):
            return self.line.below
        if not model.begins_block(following):
            return 0
        if self.kind is BlockKind.HEADING and model.kind(following) is BlockKind.RULE:
            return 0
        return self.line.below

    def _asides(
        self, model: ReaderModel, measures: Measures, faint: QColor
    ) -> list[QTextLayout.FormatRange]:
        """Footnote marks, page numbers and the like amid the text: smaller and fainter."""
        ranges: list[QTextLayout.FormatRange] = []
        for piece in model.furniture_in(self.span):
            aside = QTextLayout.FormatRange()
            aside.start = self._unit(piece.span.start)
            aside.length = self._unit(piece.span.end) - aside.start
            theme = QTextCharFormat()
            theme.setForeground(faint)
            theme.setFont(
                measures.fonts.theirs(Size.SMALL),
                QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly,
            )
            aside.format = theme
            ranges.append(aside)
        return ranges

    def _set(self, width: float) -> list[int]:
        breaks: list[int] = []
        top = float(self.above)
        self._layout.beginLayout()
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(self.indent, top + self.line.baseline - line.ascent()))
            breaks.append(self.span.start + self._units.point(line.textStart()))
            top += self.line.pitch
        self._layout.endLayout()
        return breaks

    @property
    def layout(self) -> QTextLayout:
        return self._layout

    def line_of(self, position: int) -> int:
        """Which line holds a code point; those outside the row count to its nearest line."""
        return max(0, bisect_right(self.breaks, position) - 1)

    def line_top(self, line: int) -> int:
        return self.above + line * self.line.pitch

    def line_span(self, line: int) -> Span:
        end = self.breaks[line + 1] if line + 1 < len(self.breaks) else self.span.end
        return Span(self.breaks[line], end)

    def x_of(self, position: int, line: int | None = None) -> float:
        """Where a caret before the code point stands, on its line or the one given."""
        where = self._line(self.line_of(position) if line is None else line)
        return _x(where, self._unit(position))

    def position_at(self, x: float, y: float) -> int:
        """The position between two code points that is nearest."""
        line = int((y - self.above) // self.line.pitch)
        line = min(max(line, 0), len(self.breaks) - 1)
        return self.position_on(line, x)

    def position_on(self, line: int, x: float) -> int:
        """The position on a line that is nearest to `x`."""
        unit = self._line(line).xToCursor(x)
        return self.span.start + self._units.point(unit)

    def holds(self, x: float, y: float) -> bool:
        """True if a letter, not the space beside or below it, is at the point."""
        line = int((y - self.above) // self.line.pitch)
        if not 0 <= line < len(self.breaks):
            return False
        return 0 <= x - self.indent <= self._line(line).naturalTextWidth()

    def letter_at(self, x: float, y: float) -> int:
        """The code point under the pointer (as `position_at`, but never the one after it)."""
        position = self.position_at(x, y)
        if position > self.span.start and self.x_of(position, self._at(y)) > x:
            return position - 1
        return min(position, self.span.end - 1)

    def _at(self, y: float) -> int:
        return min(max(int((y - self.above) // self.line.pitch), 0), len(self.breaks) - 1)

    def rectangles(self, span: Span) -> list[QRectF]:
        """The boxes of a span's words, line by line; ends outside the row are cut off."""
        start, end = max(span.start, self.span.start), min(span.end, self.span.end)
        if start >= end:
            return []
        boxes: list[QRectF] = []
        for line in range(self.line_of(start), self.line_of(end - 1) + 1):
            piece = self.line_span(line)
            first, last = max(start, piece.start), min(end, piece.end)
            for left, right in self._extents(line, first, last):
                top = self.line_top(line) + self.line.baseline - self.line.ascent
                height = self.line.ascent + self.line.descent
                boxes.append(QRectF(left, top, right - left, height))
        return boxes

    def _extents(self, line: int, first: int, last: int) -> list[tuple[float, float]]:
        where = self._line(line)
        if not self._mixed:
            left, right = _x(where, self._unit(first)), _x(where, self._unit(last))
            most = self.indent + where.naturalTextWidth()
            return [(left, min(right, most))] if right > left else []
        # Where directions mix, a caret's place says little about where a letter is painted.
        start, end = self._unit(first), self._unit(last)
        cells: list[tuple[float, float]] = []
        for run in where.glyphRuns(start, end - start):
            advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
            for left_end, advance in zip(run.positions(), advances, strict=True):
                cells.append((left_end.x(), left_end.x() + advance.x()))
        return _merged(cells)

    def next_position(self, position: int, *, forward: bool) -> int:
        """The neighbouring place for a caret: never within a letter and its accents."""
        unit = self._unit(position)
        step = self._layout.nextCursorPosition if forward else self._layout.previousCursorPosition
        return self.span.start + self._units.point(step(unit))

    def _line(self, line: int) -> QTextLine:
        return self._layout.lineAt(line)

    def _unit(self, position: int) -> int:
        inside = min(max(position, self.span.start), self.span.end) - self.span.start
        return self._units.unit(inside)


_PRINTED = (Numbering.PILCROW, Numbering.NUMBER)
"""Cited by the number with which a paragraph begins."""


def _words_shown(model: ReaderModel, row: int, span: Span, kind: BlockKind) -> str:
    words = made_visible(model.text[span.start : span.end])
    if kind is BlockKind.FURNITURE:
        return shown_in_lines(words)
    # The margin shows the number that the text gives a paragraph.
    own_number = model.label(row) if model.source.numbering in _PRINTED else ""
    show = shown_with_line_ends if model.keeps_line_ends else shown
    return show(without_number(words, own_number) if own_number else words)


def _x(line: QTextLine, unit: int) -> float:
    # PySide returns the x and the position that was meant, but types them as an object.
    return cast("tuple[float, int]", line.cursorToX(unit))[0]


def _merged(cells: list[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for left, right in sorted(cells):
        if merged and left <= merged[-1][1] + 0.5:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged


def _wrapping() -> QTextOption:
    approach = QTextOption(Qt.AlignmentFlag.AlignLeft)
    approach.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return approach
