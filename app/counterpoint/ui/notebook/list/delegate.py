"""How a note looks in a list."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from counterpoint.domain.note import Note
from counterpoint.labels.note import note_kind, whose
from counterpoint.labels.translation import tr
from counterpoint.ui.painting.eliding import elided
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.painted_rows import Index, PaintedRows

from .model import DATE, EXCERPT, NOTE, QUOTE, TITLE

_LINES = 2
"""Of the note's own words."""


class Alike(NamedTuple):
    """What there is in any of the rows."""

    tags: bool
    quote: bool


class NoteRow(PaintedRows):
    """Kind and date, what it is on and the words of that, its first lines, its tags; a hairline
    below."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._view = view
        self.alike: Alike | None = None
        """Where every row is as high as the others, what they have room for."""

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        fonts = self.theme.fonts
        return fonts.ours(Size.SMALL), fonts.ours(Size.SMALL, bold=True), fonts.ours()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self.theme.fonts.px
        note: Note = index.data(NOTE)
        width = self._view.viewport().width()
        if self.alike is not None:
            return QSize(width, self._height(_LINES, *self.alike))
        excerpt = QFontMetrics(self._fonts()[2]).horizontalAdvance(index.data(EXCERPT))
        lines = 1 if excerpt <= width - px(32) else _LINES
        return QSize(width, self._height(lines, bool(note.tags), bool(index.data(QUOTE))))

    def _height(self, lines: int, tags: bool, quote: bool) -> int:
        small, _, body = self._fonts()
        px, of_small = self.theme.fonts.px, QFontMetrics(small).height()
        height = px(20) + 2 * of_small + lines * QFontMetrics(body).height() + px(6)
        if tags:
            height += of_small + px(4)
        return height + (self._quote_height() if quote else 0)

    def _quote_height(self) -> int:
        fonts = self.theme.fonts
        return QFontMetrics(fonts.theirs(Size.SMALL)).height() + fonts.px(2)

    def rule(self, *, focused: bool) -> None:
        """A chosen note has a frame where it has the focus."""

    def ground(self, *, hovered: bool) -> QColor | None:
        return QColor(self.theme.colours.panel) if hovered else None

    def paint_row(self, painter: QPainter, box: QRect, index: Index, *, focused: bool) -> None:
        colours, px = self.theme.colours, self.theme.fonts.px
        small, small_bold, body = self._fonts()
        note: Note = index.data(NOTE)
        whole = box
        painter.setPen(QColor(colours.hairline))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        if focused:
            painter.setPen(QPen(QColor(colours.accent), px(1)))
            painter.drawRect(whole.adjusted(0, 0, -1, -2))
        room = whole.adjusted(px(16), px(10), -px(16), -px(10))
        small_height = QFontMetrics(small).height()
        top = QRect(room.left(), room.top(), room.width(), small_height)
        date = str(index.data(DATE))
        date_width = QFontMetrics(small).horizontalAdvance(date)
        kind = note_kind(note.kind) + (tr(" · other version") if note.conflict_of else "")
        kind += f" {whose(note)}" if note.author else ""
        self._words(painter, top, date, small, colours.ink_quiet, Qt.AlignmentFlag.AlignRight)
        top.setRight(top.right() - date_width - px(12))
        self._words(painter, top, kind, small_bold, colours.ink)
        on = QRect(room.left(), top.bottom() + 1, room.width(), small_height)
        self._words(painter, on, str(index.data(TITLE)), small, colours.ink_quiet)
        y = on.bottom() + 1
        quote = str(index.data(QUOTE))
        if quote:
            line = QRect(room.left(), y + px(2), room.width(), self._quote_height() - px(2))
            theirs = self.theme.fonts.theirs(Size.SMALL)
            self._words(painter, line, quote, theirs, colours.ink_quiet)
            y = line.bottom() + 1
        y += px(6)
        for words in _lines(str(index.data(EXCERPT)), QFontMetrics(body), room.width()):
            line = QRect(room.left(), y, room.width(), QFontMetrics(body).height())
            self._words(painter, line, words, body, colours.ink)
            y = line.bottom() + 1
        if note.tags:
            line = QRect(room.left(), y + px(4), room.width(), small_height)
            self._words(painter, line, "  ·  ".join(note.tags), small, colours.accent)

    def _words(
        self,
        painter: QPainter,
        place: QRect,
        words: str,
        font: QFont,
        colour: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        cut = elided(words, QFontMetrics(font), place.width())
        painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, cut)


def _lines(words: str, metrics: QFontMetrics, width: int) -> list[str]:
    """One or two lines; the second is cut where it is painted."""
    if metrics.horizontalAdvance(words) <= width:
        return [words]
    first = ""
    rest = words
    for word in words.split(" "):
        longer = f"{first} {word}" if first else word
        if metrics.horizontalAdvance(longer) > width:
            break
        first = longer
    rest = words[len(first) :].strip()
    return [first, rest] if first else [words]
