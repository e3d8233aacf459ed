"""The line of marks below an answer: shapes with numbers."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from counterpoint.domain.approach import CellState, Stance
from counterpoint.domain.cell_marks import Group
from counterpoint.labels import answer
from counterpoint.ui.painting.shapes import draw_reply, draw_stance

from .cell_content import CellContent
from .style import Style

GROUP_SHAPES = {
    Group.OWN: Stance.ADVOCATES,
    Group.AGAINST: Stance.CRITICISES,
    Group.CONCEDED: Stance.CONCEDES,
    Group.TOLD: Stance.DESCRIBES,
}
"""Of the first marks in their order, and of the headings over what they count."""


class _Item(NamedTuple):
    """A shape with a text beside it; either may be missing."""

    draw: Callable[[QPainter, QRectF], None] | None
    text: str
    font: QFont
    ink: QColor
    width: int


class AnswerMarks:
    """One line, or as many as `width` pixels make it; none where there is nothing to mark.
    `natural` is the width of the longest; `words` is what stands beside the shapes, or alone.

    What is the holder's own is in the approach's colour, what is others' in the quiet ink of all
    approaches, so that the one is told from the other before the shapes are read.
    """

    def __init__(self, content: CellContent, width: float, style: Style) -> None:
        self._style = style
        self._size = style.px(7)
        self._gap = style.px(5)
        self._metrics = QFontMetrics(style.small)
        self.pitch = style.px(14)
        self._lines: list[list[tuple[float, _Item]]] = [[]]
        left, self.natural = 0.0, 0.0
        items = self._items(content)
        self.words = tuple(item.text for item in items)
        for item in items:
            if left and left + item.width > width:
                self._lines.append([])
                left = 0.0
            self._lines[-1].append((left, item))
            self.natural = max(self.natural, left + item.width)
            left += item.width + self._gap
        self.lines = len(self._lines) if self._lines[0] else 0
        self.height = self.pitch * self.lines

    def _items(self, content: CellContent) -> list[_Item]:
        style, marks = self._style, content.marks
        items: list[_Item] = []
        for (group, stance), number in zip(GROUP_SHAPES.items(), marks, strict=False):
            own = group is Group.OWN
            shape = style.rule(content.colour) if own else style.quiet
            ink = style.text(content.colour) if own else style.quiet
            if number:
                items.append(self._item(_stance(stance, shape), str(number), ink))
        silent = content.position.state is CellState.NOT_SAID
        if silent and items:
            items.insert(0, self._item(None, answer.others_on_it(), style.quiet))
        if marks.inferred:
            alone = silent and not items
            words = answer.only_inferred if alone else answer.inferred
            items.append(self._item(None, words(marks.inferred), style.quiet))
        if content.replies:
            items.append(self._item(_reply(style.quiet), str(content.replies), style.quiet))
        if content.position.state is CellState.ANSWERED and content.passages == 1:
            items.append(self._item(None, answer.one_passage(), style.quiet))
        return items

    def _item(
        self, draw: Callable[[QPainter, QRectF], None] | None, text: str, ink: QColor
    ) -> _Item:
        shape = self._size + self._style.px(2) if draw is not None else 0
        width = shape + self._metrics.horizontalAdvance(text)
        return _Item(draw, text, self._style.small, ink, width)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        for line in self._lines:
            base = top + (self.pitch + self._metrics.ascent() - self._metrics.descent()) / 2
            for at, item in line:
                x = left + at
                if item.draw is not None:
                    box = QRectF(x, top + (self.pitch - self._size) / 2, self._size, self._size)
                    item.draw(painter, box)
                    x += self._size + self._style.px(2)
                painter.setPen(item.ink)
                painter.setFont(item.font)
                painter.drawText(QPointF(x, round(base)), item.text)
            top += self.pitch


def _stance(stance: Stance, ink: QColor) -> Callable[[QPainter, QRectF], None]:
    return lambda painter, box: draw_stance(painter, stance, box, ink)


def _reply(ink: QColor) -> Callable[[QPainter, QRectF], None]:
    return lambda painter, box: draw_reply(painter, box, ink)
