"""How a result is set: what it is and where, and two lines of its words around those sought."""

import re

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from counterpoint.application.search.searching import Result
from counterpoint.domain.invisible_characters import made_visible
from counterpoint.domain.search.rows import RowKind
from counterpoint.domain.span import Span
from counterpoint.domain.utf16 import Utf16Index
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.grouped_rows import GroupedRows
from counterpoint.ui.widgets.painted_rows import Index

from .rows import PLACE, RESULT

_LINES = 2
_BEFORE = 60
"""Code points that are kept before the first words sought, where all of it is too long."""
_SPACE = re.compile(r"\s")
_QUOTED = (RowKind.PASSAGE, RowKind.QUOTATION)
_MARGIN, _AIR = 16, 10
"""Pixels at zoom 1."""


class ResultRow(GroupedRows):
    """What was sought stands in heavy letters: not by its colour alone."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px, width = self.theme.fonts.px, self._view.viewport().width()
        result: Result | None = index.data(RESULT)
        if result is None:
            return super().sizeHint(option, index)
        room = width - 2 * px(_MARGIN)
        one = QFontMetrics(self._font(result)).horizontalAdvance(result.words) <= room
        height = self.pitch(Size.SMALL) + (1 if one else _LINES) * self.pitch(Size.BODY)
        return QSize(width, height + 2 * px(_AIR))

    def _font(self, result: Result) -> QFont:
        fonts = self.theme.fonts
        return fonts.theirs() if result.kind in _QUOTED else fonts.ours()

    def ground(self, *, hovered: bool) -> QColor:
        return QColor(self.theme.colours.panel if hovered else self.theme.colours.paper)

    def paint_row(self, painter: QPainter, box: QRect, index: Index, *, focused: bool) -> None:
        result: Result | None = index.data(RESULT)
        if result is None:
            super().paint_row(painter, box, index, focused=focused)
            return
        colours, fonts, px = self.theme.colours, self.theme.fonts, self.theme.fonts.px
        painter.setPen(QColor(colours.hairline))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = box.adjusted(px(_MARGIN), px(_AIR), -px(_MARGIN), -px(_AIR))
        small, place = fonts.ours(Size.SMALL), str(index.data(PLACE))
        top = self.line(painter, room, room.top(), place, small, Size.SMALL, colours.ink_quiet)
        self._words(painter, room, top, result, self._font(result))

    def _words(self, painter: QPainter, room: QRect, top: int, result: Result, font: QFont) -> None:
        """As many of the words as two lines hold, from a little before the first that was sought
        on where that would else be out of sight."""
        metrics = QFontMetrics(font)
        fitting = int(_LINES * room.width() / max(1, metrics.averageCharWidth()))
        words, found = _shown(result, fitting)
        layout = QTextLayout(words, font)
        units = Utf16Index(words)
        formats = []
        for span in found:
            hit = QTextLayout.FormatRange()
            hit.start = units.unit(span.start)
            hit.length = units.unit(span.end) - hit.start
            form = QTextCharFormat()
            form.setFontWeight(QFont.Weight.Bold)
            form.setForeground(QColor(self.theme.colours.accent))
            hit.format = form
            formats.append(hit)
        layout.setFormats(formats)
        pitch = self.pitch(Size.BODY)
        layout.beginLayout()
        for number in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room.width())
            line.setPosition(QPointF(0, number * pitch + (pitch - metrics.height()) / 2))
        layout.endLayout()
        painter.setPen(QColor(self.theme.colours.ink))
        layout.draw(painter, QPointF(room.left(), top))


def _shown(result: Result, fitting: int) -> tuple[str, list[Span]]:
    """The words on one line, from where on they are shown, and where in them those sought are."""
    words = _SPACE.sub(" ", made_visible(result.words)) + ("…" if result.cut[1] else "")
    start = 0
    first = result.found[0].start if result.found else 0
    if len(words) > fitting and first > fitting // 2:
        start = words.find(" ", max(0, first - _BEFORE)) + 1
        start = start if start <= first else first
    cut = "…" if start or result.cut[0] else ""
    moved = len(cut) - start
    found = [Span(a + moved, b + moved) for a, b in result.found if a >= start]
    return cut + words[start:], found
