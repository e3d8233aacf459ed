"""Painting the map, by the layout that is hit: only what is in sight."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from counterpoint.domain.approach import NamedAnswer
from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.domain.parting import Between
from counterpoint.ui.comparison.grid.noted import Noted
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.painting.note_sign import draw_note

from .head_layout import HeadLayout, Sign
from .letters import Letters, draw_arrow, draw_outline
from .map_layout import MapLayout
from .place import Kind, Place
from .row_layout import Card, Mark, RowLayout


class Now(NamedTuple):
    """What changes from one painting to the next."""

    place: Place | None
    focused: bool
    hovered: Place | None
    noted: Noted


class MapPainter:
    """Of one layout."""

    def __init__(self, layout: MapLayout, ratio: float) -> None:
        self._layout = layout
        self._m = layout.m
        self._style = layout.m.style
        self._letters = Letters(layout.m, ratio)

    def paint(self, painter: QPainter, due: QRectF, scrolled: int, height: int, now: Now) -> None:
        """What is `due`, in pixels of a viewport of `height` that is scrolled so far."""
        layout = self._layout
        painter.fillRect(due, self._style.paper)
        frozen = layout.frozen(height)
        above = layout.head.height if frozen else 0
        painter.save()
        if frozen:
            painter.setClipRect(QRectF(0, above, layout.m.whole, height))
        first = max(0, layout.row_at(max(due.top(), above) + scrolled))
        for at in range(first, len(layout.tops)):
            row = layout.row(at)  # first: it says where the next begins
            top = layout.tops[at] - scrolled
            if top > due.bottom():
                break
            painter.translate(0, top)
            self._row(painter, row, now)
            painter.translate(0, -top)
        painter.restore()
        shift = 0 if frozen else -scrolled
        if layout.head.height + shift > due.top():
            painter.translate(0, shift)
            self._head(painter, layout.head, now)
            painter.translate(0, -shift)

    # The head

    def _head(self, painter: QPainter, head: HeadLayout, now: Now) -> None:
        m, style = self._m, self._style
        for each in head.sentences:
            place = Place(Kind.COUNT, counted=each.counted)
            if each.counted is not None:
                self._mark_place(painter, each.box, place, now)
            font = style.body
            if each.counted is not None and now.hovered == place:
                font = QFont(font)
                font.setUnderline(True)
            colour = style.ink if each.counted is None else style.accent
            self._lines(painter, each.lines, each.box, font, colour, m.line)
        for entry in head.legend:
            self._mark_place(painter, entry.box, Place(Kind.LEGEND, approach=entry.head.id), now)
            chosen = entry.head.id in self._layout.chosen
            dim = len(self._layout.chosen) == 2 and not chosen
            self._letters.draw(painter, entry.letter, entry.head, Mark.HOLDS, dim=dim)
            font = style.body_bold if chosen else style.body
            words = QRectF(entry.box)
            words.setLeft(entry.letter.right() + m.gap - 1)
            self._text(painter, entry.title, words, font, style.ink)
            if now.noted.on(Target(TargetKind.APPROACH, entry.head.id)):
                self._note(painter, entry.letter)
        for sign in head.signs:
            self._sign(painter, sign.sign, sign.mark)
            words = QRectF(sign.box)
            words.setLeft(sign.mark.right() + m.gap - 1)
            self._text(painter, sign.words, words, style.small, style.quiet)
        line = QRectF(0, head.height - 1, m.whole, 1)
        painter.fillRect(line, style.hairline)

    def _sign(self, painter: QPainter, sign: Sign, box: QRectF) -> None:
        style = self._style
        inner = box.adjusted(2, 2, -2, -2)
        if sign is Sign.ORDER:
            draw_arrow(painter, inner, QPen(style.quiet, 1.2))
        elif sign is Sign.NOBODY:
            painter.setPen(_nobody(style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = box.adjusted(0.5, 2.5, -0.5, -2.5)
            painter.drawRoundedRect(frame, self._m.gap / 2, self._m.gap / 2)
        elif sign is Sign.NOTE:
            draw_note(painter, self._note_box(box.center()), style.quiet)
        else:
            mark = Mark.SILENT if sign is Sign.SILENT else Mark.UNFINISHED
            draw_outline(painter, inner, mark, QPen(style.quiet, 1.2))

    # Rows

    def _row(self, painter: QPainter, row: RowLayout, now: Now) -> None:
        m, style = self._m, self._style
        painter.fillRect(QRectF(0, row.height - 1, m.whole, 1), style.hairline)
        box = row.question_box
        self._mark_place(painter, box, Place(Kind.QUESTION, row.question.id), now)
        self._lines(painter, row.title, box, style.body_bold, style.ink, m.line)
        below = box.adjusted(0, len(row.title) * m.line, 0, 0)
        font, colour = style.small, style.quiet
        if row.between in (Between.SHARED, Between.PARTED):
            font, colour = style.small_bold, style.ink
        self._lines(painter, row.asked, below, font, colour, m.small_line)
        if now.noted.on(question_target(row.question.id)):
            draw_note(
                painter, self._note_box(QPointF(style.px(5), box.top() + m.line / 2)), style.ink
            )
        for arrow in row.arrows:
            draw_arrow(painter, arrow, QPen(style.quiet, 1.2))
        for card in row.cards:
            self._card(painter, row, card, now)

    def _card(self, painter: QPainter, row: RowLayout, card: Card, now: Now) -> None:
        m, style, chosen = self._m, self._style, self._layout.chosen
        held = card.mark is Mark.HOLDS and bool(card.approaches)
        both = held and len(chosen) == 2 and all(each in card.approaches for each in chosen)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(style.accent, 2) if both else QPen(style.hairline, 1)
        if not card.approaches:
            pen = _nobody(style)
        painter.setPen(pen)
        painter.setBrush(style.panel if held else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(card.box.adjusted(0.5, 0.5, -0.5, -0.5), m.gap / 2, m.gap / 2)
        painter.restore()
        name = card.name_box(m)
        font = style.body if card.answer is not None else style.body_italic
        if not card.approaches:
            font = style.small
        if card.answer is not None:
            place = Place(Kind.NAME, row.question.id, card.answer.id)
            self._mark_place(painter, name.adjusted(-2, 0, 2, 0), place, now)
            if now.hovered == place:
                font = QFont(font)
                font.setUnderline(True)
        colour, (_, pitch) = style.ink if held else style.quiet, m.of_name(len(card.approaches))
        self._lines(painter, card.lines, name, font, colour, pitch)
        for number, approach in enumerate(card.approaches):
            self._letter(painter, row, card, number, approach, now)

    def _letter(
        self, painter: QPainter, row: RowLayout, card: Card, number: int, approach: str, now: Now
    ) -> None:
        chosen, question = self._layout.chosen, row.question.id
        box = card.letter_box(self._m, number)
        dim = len(chosen) == 2 and approach not in chosen
        self._letters.draw(painter, box, self._layout.held.head(approach), card.mark, dim=dim)
        place = Place(Kind.LETTER, question, _id(card.answer), approach)
        if place == now.place:
            self._ring(painter, box, now)
        if any(now.noted.in_cell(approach, question)):
            self._note(painter, box)

    # Marks

    def _mark_place(self, painter: QPainter, box: QRectF, place: Place, now: Now) -> None:
        """Behind words that the cursor is on."""
        if place != now.place:
            return
        around = box.adjusted(-3, -1, 3, 1)
        painter.fillRect(around, self._style.selection)
        painter.setPen(QPen(self._style.accent if now.focused else self._style.control, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(around.adjusted(0.5, 0.5, -0.5, -0.5))

    def _ring(self, painter: QPainter, box: QRectF, now: Now) -> None:
        """Round a letter that the cursor is on."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._style.accent if now.focused else self._style.control, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), box.height() / 4, box.height() / 4)
        painter.restore()

    def _note(self, painter: QPainter, letter: QRectF) -> None:
        """At the upper right corner of a letter, on paper of its own, so that it is seen."""
        box = self._note_box(letter.topRight() + QPointF(0, self._m.letter_gap / 2))
        painter.fillRect(box.adjusted(-1, -1, 1, 1), self._style.paper)
        draw_note(painter, box, self._style.ink)

    def _note_box(self, middle: QPointF) -> QRectF:
        high = self._style.px(9)
        wide = round(high * 0.85)
        return QRectF(round(middle.x() - wide / 2), round(middle.y() - high / 2), wide, high)

    # Words

    def _lines(
        self,
        painter: QPainter,
        lines: tuple[str, ...],
        box: QRectF,
        font: QFont,
        colour: QColor,
        pitch: int,
    ) -> None:
        for number, line in enumerate(lines):
            at = QRectF(box.left(), box.top() + number * pitch, box.width(), pitch)
            self._text(painter, line, at, font, colour)

    def _text(self, painter: QPainter, text: str, box: QRectF, font: QFont, colour: QColor) -> None:
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(colour)
        base = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(box.left(), round(base)), text)


def _nobody(style: Style) -> QPen:
    """The broken frame of what nobody holds: it is told by this alone, so it has a mark's contrast,
    in the legend too."""
    return QPen(style.control, 1, Qt.PenStyle.DashLine)


def _id(answer: NamedAnswer | None) -> str:
    return "" if answer is None else answer.id
