"""What stands above the map: what was counted, the letters with their approaches, and the marks."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from counterpoint.domain.approach import ApproachSummary
from counterpoint.labels.text import set_apart

from .measures import Measures
from .place import Count, Kind, Place
from .wrapping import widest, wrapped

_NAMED = 24
"""Approaches up to which the legend has their titles; of more they are in the peek alone, or it
would fill the screen."""


class Sign(Enum):
    """Of the legend, in its order."""

    SILENT = auto()
    UNFINISHED = auto()
    NOBODY = auto()
    ORDER = auto()
    NOTE = auto()


class Sentence(NamedTuple):
    """Something counted; `count` is None for what leads nowhere."""

    counted: Count | None
    lines: tuple[str, ...]
    box: QRectF


class Entry(NamedTuple):
    """An approach in the legend."""

    head: ApproachSummary
    title: str
    letter: QRectF
    box: QRectF
    """With its letter."""


class SignEntry(NamedTuple):
    sign: Sign
    words: str
    mark: QRectF
    box: QRectF


class HeadLayout:
    """In a width; `height` in pixels."""

    def __init__(
        self,
        m: Measures,
        sentences: Sequence[tuple[Count | None, str]],
        heads: Sequence[ApproachSummary],
        signs: Sequence[tuple[Sign, str]],
        least: float,
        *,
        short: bool = False,
    ) -> None:
        """`least` is the least height of the sentences, so that nothing moves when others come. A
        `short` one has letters without their titles, which the peek has."""
        self.m = m
        self.sentences: list[Sentence] = []
        self.legend: list[Entry] = []
        self.signs: list[SignEntry] = []
        self._short = short
        self._left, self._room = float(m.margin), float(m.width - 2 * m.margin)
        self.said = max(least, self._set_sentences(sentences))
        top = m.gap + self.said + m.gap
        self.height = self._set_legend(heads, signs, top) + m.gap

    def _set_sentences(self, sentences: Sequence[tuple[Count | None, str]]) -> float:
        m = self.m
        x, top, bottom = self._left, float(m.gap), float(m.gap)
        for count, text in sentences:
            lines = wrapped(text, m.body, self._room)
            wide = widest(lines, m.body)
            if x > self._left and x + wide > self._left + self._room:
                x, top = self._left, bottom
            height = len(lines) * m.line
            self.sentences.append(Sentence(count, lines, QRectF(x, top, wide, height)))
            bottom = max(bottom, top + height)
            x += wide + 3 * m.gap
        return bottom - m.gap

    def _set_legend(
        self,
        heads: Sequence[ApproachSummary],
        signs: Sequence[tuple[Sign, str]],
        top: float,
    ) -> float:
        m = self.m
        x, line = self._left, m.letter_height + m.gap
        end = self._left + self._room
        beside = m.gap - 1
        named = len(heads) <= _NAMED and not self._short
        for head in heads:
            room = self._room - m.letter_width - beside
            title, wide = "", float(m.letter_width)
            if named:
                title = (wrapped(set_apart(head.title), m.bold, room, 1) or ("",))[0]
                wide += beside + m.bold.horizontalAdvance(title)
            if x > self._left and x + wide > end:
                x, top = self._left, top + line
            letter = QRectF(round(x), top, m.letter_width, m.letter_height)
            self.legend.append(
                Entry(head, title, letter, QRectF(round(x), top, wide, m.letter_height))
            )
            x += wide + m.gap
        wides = [m.letter_height + beside + m.small.horizontalAdvance(words) for _, words in signs]
        if (
            not self._short
            and x > self._left
            and x + sum(wides) + 2 * m.gap * (len(wides) - 1) > end
        ):
            x, top = self._left, top + line  # all of them on one line, rather than the last alone
        for (sign, words), wide in zip(signs, wides, strict=True):
            if x > self._left and x + wide > end:
                x, top = self._left, top + line
            mark = QRectF(round(x), top, m.letter_height, m.letter_height)
            self.signs.append(
                SignEntry(sign, words, mark, QRectF(round(x), top, wide, m.letter_height))
            )
            x += wide + 2 * m.gap
        return top + m.letter_height

    def words(self) -> str:
        """All that was counted."""
        return " ".join(" ".join(each.lines) for each in self.sentences)

    def lines(self) -> list[list[Place]]:
        """What the cursor comes to, from top to bottom."""
        said = [
            Place(Kind.COUNT, counted=each.counted)
            for each in self.sentences
            if each.counted is not None
        ]
        legend = [Place(Kind.LEGEND, approach=entry.head.id) for entry in self.legend]
        return [line for line in (said, legend) if line]

    def box(self, place: Place) -> QRectF | None:
        if place.kind is Kind.LEGEND:
            found = (entry.box for entry in self.legend if entry.head.id == place.approach)
            return next(found, None)
        said = (each.box for each in self.sentences if each.counted is place.counted)
        return next(said, None) if place.kind is Kind.COUNT else None

    def place_at(self, point: QPointF) -> Place | None:
        for entry in self.legend:
            if entry.box.contains(point):
                return Place(Kind.LEGEND, approach=entry.head.id)
        for each in self.sentences:
            if each.counted is not None and each.box.contains(point):
                return Place(Kind.COUNT, counted=each.counted)
        return None
