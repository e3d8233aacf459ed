"""Where everything of one question stands: its words, a card for each named answer with the letters
of those who hold it, and a card for those who are silent."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from counterpoint.domain.approach import Dimension, NamedAnswer
from counterpoint.domain.parting import Between, Holders
from counterpoint.labels import held_map as words
from counterpoint.labels.answer import asked
from counterpoint.labels.text import set_apart

from .measures import Measures
from .place import Kind, Place
from .wrapping import in_two, widest, wrapped

_IN_A_LINE = 8
"""So many letters stand in one line of a card before they are broken into several."""
_LINES = 4
"""Of letters in a card, where there is room for it to be so wide."""


class Mark(Enum):
    """How the letters of a card are drawn."""

    HOLDS = auto()
    SILENT = auto()
    UNFINISHED = auto()
    HIDDEN = auto()


class Card(NamedTuple):
    """Letters under a name. Boxes are relative to the row."""

    mark: Mark
    answer: NamedAnswer | None
    lines: tuple[str, ...]
    """Of the name."""
    approaches: tuple[str, ...]
    box: QRectF
    per_line: int
    """How many letters stand in a line."""

    def name_box(self, m: Measures) -> QRectF:
        inner = self.box.width() - 2 * m.pad_x
        height = len(self.lines) * m.of_name(len(self.approaches))[1]
        return QRectF(self.box.left() + m.pad_x, self.box.top() + m.pad_y, inner, height)

    def letter_box(self, m: Measures, number: int) -> QRectF:
        line, at = divmod(number, self.per_line)
        top = self.box.top() + m.pad_y + len(self.lines) * m.line + m.above_letters
        return QRectF(
            self.box.left() + m.pad_x + at * m.step,
            top + line * (m.letter_height + m.letter_gap),
            m.letter_width,
            m.letter_height,
        )

    def letter_at(self, m: Measures, point: QPointF) -> int | None:
        """The number of the letter at a point, by reckoning: there may be hundreds."""
        if not self.approaches:
            return None
        first = self.letter_box(m, 0)
        column = int((point.x() - first.left()) // m.step)
        line = int((point.y() - first.top()) // (m.letter_height + m.letter_gap))
        number = line * self.per_line + column
        if not 0 <= column < self.per_line or line < 0 or number >= len(self.approaches):
            return None
        return number if self.letter_box(m, number).contains(point) else None


class _Wanted(NamedTuple):
    """A card before it has its place."""

    mark: Mark
    answer: NamedAnswer | None
    lines: tuple[str, ...]
    approaches: tuple[str, ...]
    width: float
    per_line: int

    def height(self, m: Measures) -> int:
        height = 2 * m.pad_y + len(self.lines) * m.of_name(len(self.approaches))[1]
        if self.approaches:
            rows = -(-len(self.approaches) // self.per_line)
            height += m.above_letters + rows * (m.letter_height + m.letter_gap) - m.letter_gap
        return height


class RowLayout:
    """One question in a width; `height` in pixels, all boxes from its own top left corner."""

    def __init__(
        self,
        m: Measures,
        question: Dimension,
        held: Holders,
        silent_width: int,
        between: Between | None,
    ) -> None:
        """`silent_width` is that of the column at the right edge, the same for all rows. `between`
        says how the two approaches that are chosen stand, or None."""
        self.m = m
        self.question = question
        self.between = between
        self.title = wrapped(set_apart(question.title), m.bold, m.question, 2)
        self.asked = wrapped(asked(question), m.small, m.question, 2)
        self.cards: list[Card] = []
        self.arrows: list[QRectF] = []
        """Between answers that have an order."""
        said = len(self.title) * m.line + len(self.asked) * m.small_line
        self.question_box = QRectF(m.margin, m.row_pad + m.pad_y / 2, m.question, said)
        if between is not None:  # in the room of the question, so that no row moves
            self.asked = (words.between(between),)
        left = 2 * m.margin + m.question if m.beside else m.margin
        top = m.row_pad if m.beside else self.question_box.bottom() + m.gap
        quiet = [
            self._wanted(mark, None, name, who, silent_width)
            for mark, name, who in (
                (Mark.SILENT, words.not_said(), held.silent),
                (Mark.UNFINISHED, words.not_yet_answered(), held.unfinished),
                (Mark.HIDDEN, words.hidden(), held.hidden),
            )
            if who
        ]
        right = m.width - m.margin
        if m.at_right:
            right -= silent_width + m.gap
        cards = [
            self._wanted(Mark.HOLDS, answer, answer.name, who, right - left)
            for answer, who in held.held
        ]
        bottom = top
        if m.at_right:
            below = top
            for wanted in quiet:
                self._put(wanted, right + m.gap, below, silent_width, wanted.height(m))
                below += wanted.height(m) + m.gap
            bottom = below - m.gap if quiet else top
        else:
            cards += quiet
        bottom = max(bottom, self._flow(cards, left, top, right - left))
        self.height = max(bottom, self.question_box.bottom()) + m.row_pad + 1

    def _wanted(
        self,
        mark: Mark,
        answer: NamedAnswer | None,
        name: str,
        who: tuple[str, ...],
        room: float,
    ) -> _Wanted:
        """Of an answer that nobody holds the name alone, small and in two lines, so that it takes
        little room from those that are held."""
        m, inner = self.m, room - 2 * self.m.pad_x
        letters, _ = m.of_name(len(who))
        lines: tuple[str, ...] = (name,) if who else in_two(name, letters)
        if widest(lines, letters) > inner:
            lines = wrapped(name, letters, inner)
        return self._sized(_Wanted(mark, answer, lines, who, 0, 1), inner)

    def _sized(self, wanted: _Wanted, inner: float) -> _Wanted:
        """As wide as its name and its letters need, within `inner`."""
        m, number = self.m, len(wanted.approaches)
        name = widest(wanted.lines, m.of_name(number)[0])
        most = min(number, max(_IN_A_LINE, -(-number // _LINES)), m.letters_in(inner))
        per_line = max(1, most, min(number, m.letters_in(name)) if number else 1)
        wide = max(name, m.letters_wide(min(number, per_line)))
        return wanted._replace(width=min(wide, inner) + 2 * m.pad_x + 1, per_line=per_line)

    def _flow(self, cards: list[_Wanted], left: float, top: float, room: float) -> float:
        """Side by side, with names in two lines if that makes them fit; else in several lines.
        Gives the bottom."""
        m = self.m
        gap = m.gap + (m.arrow if self.question.ordered else 0)
        cards = self._narrowed(cards, room - gap * (len(cards) - 1))
        x, line = left, list[tuple[_Wanted, float]]()
        bottom = top
        for card in cards:
            if line and x + card.width > left + room + 0.5:
                bottom = self._put_line(line, bottom) + m.gap
                x, line = left, []
            line.append((card, x))
            x += card.width + gap
        return self._put_line(line, bottom) if line else bottom

    def _narrowed(self, cards: list[_Wanted], room: float) -> list[_Wanted]:
        """With as many names in two lines as are needed for all to fit `room`, the widest first; as
        they were where that does not help."""
        m, whole = self.m, sum(card.width for card in cards)
        if whole <= room:
            return cards
        found = list(cards)
        for at in sorted(range(len(cards)), key=lambda at: -cards[at].width):
            card = found[at]
            if len(card.lines) == 1:
                narrow = self._sized(card._replace(lines=in_two(card.lines[0], m.body)), room)
                whole -= card.width - narrow.width
                found[at] = narrow
            if whole <= room:
                return found
        return cards

    def _put_line(self, line: Sequence[tuple[_Wanted, float]], top: float) -> float:
        m = self.m
        height = max(card.height(m) for card, _ in line)
        for card, x in line:
            if self.question.ordered and card.answer is not None and self.cards:
                box = QRectF(x - m.arrow - m.gap / 2, top, m.arrow, m.pad_y * 2 + m.line)
                if x > line[0][1]:
                    self.arrows.append(box)
            self._put(card, x, top, card.width, height)
        return top + height

    def _put(self, card: _Wanted, x: float, y: float, width: float, height: float) -> None:
        box = QRectF(round(x), y, round(width), height)
        self.cards.append(
            Card(card.mark, card.answer, card.lines, card.approaches, box, card.per_line)
        )

    # What stands where

    def box(self, place: Place) -> QRectF | None:
        """Where a place of this row is; None if it is not there."""
        if place.kind is Kind.QUESTION:
            return self.question_box
        for card in self.cards:
            if ("" if card.answer is None else card.answer.id) != place.answer:
                continue
            if place.kind is Kind.NAME:
                return card.name_box(self.m)
            if place.approach in card.approaches:
                return card.letter_box(self.m, card.approaches.index(place.approach))
        return None

    def place_at(self, point: QPointF) -> Place | None:
        id = self.question.id
        for card in self.cards:
            if not card.box.contains(point):
                continue
            number = card.letter_at(self.m, point)
            answer = "" if card.answer is None else card.answer.id
            if number is not None:
                return Place(Kind.LETTER, id, answer, card.approaches[number])
            return Place(Kind.NAME, id, answer) if answer else None
        return Place(Kind.QUESTION, id) if self.question_box.contains(point) else None
