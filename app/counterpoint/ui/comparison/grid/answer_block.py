"""The answer of a cell: named answers in bold, the sentence running on after them, and its marks
at the far end of the last line, or of one more where they find no room there.

Alone in a cell that is closed, and on top of the claims in one that is opened.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from counterpoint.domain.approach import CellState
from counterpoint.labels.answer import not_said, same_as
from counterpoint.labels.position import missing_line
from counterpoint.labels.text import DOT, sentence, set_apart
from counterpoint.ui.painting.shapes import draw_chevron
from counterpoint.ui.painting.text_block import Run, TextBlock

from .answer_marks import AnswerMarks
from .cell_content import CellContent
from .style import Style

_APART = 8
"""Pixels at zoom 1 between the last word, the marks on its line, and the sign."""


class AnswerBlock:
    """Laid out in `width` pixels; `height` is without any padding. `opened` is None where there
    are no claims to open the cell to."""

    def __init__(
        self, content: CellContent, width: float, style: Style, *, opened: bool | None
    ) -> None:
        self._style = style
        self._width = width
        self._opened = opened
        self._sign = style.px(9)
        self._text = TextBlock(answer_runs(content, style), width, style.spacing)
        room = width - self._sign - style.px(_APART)
        self._marks = AnswerMarks(content, room, style)
        beside = self._text.last + style.px(_APART) + self._marks.natural <= room
        if beside and self._marks.lines == 1:
            self._marks_top: float = self._text.height - self._text.pitch
            self._marks_top += (self._text.pitch - self._marks.pitch) / 2
            self.height: float = self._text.height
        else:
            self._marks_top = self._text.height
            self.height = self._text.height + self._marks.height
        self._marks_left = room - self._marks.natural
        self._missing: TextBlock | None = None
        if content.position.left_out:
            run = Run(missing_line(content.position), style.small, style.warning)
            self._missing = TextBlock([run], width, style.spacing)
            self.height += style.px(2) + self._missing.height

    @property
    def pitch(self) -> float:
        """The height of its first line."""
        return self._text.pitch

    def sign(self) -> QRectF:
        """Where the sign that opens and closes the cell stands: at the end of the marks."""
        top = self._marks_top + self._marks.height - self._marks.pitch
        middle = top + self._marks.pitch / 2
        left = self._width - self._sign
        return QRectF(left, middle - self._sign / 2, self._sign, self._sign)

    def on_sign(self, point: QPointF) -> bool:
        """Whether a click there opens or closes the cell: a little beyond the sign itself."""
        reach = self._style.px(6)
        box = self.sign().adjusted(-reach, -reach / 2, reach, reach)
        return self._opened is not None and box.contains(point)

    def paint(self, painter: QPainter, left: float, top: float, *, pointed: bool) -> None:
        """The sign is seen while the mouse is on the cell, and always when it is open."""
        self._text.paint(painter, left, top)
        self._marks.paint(painter, left + self._marks_left, top + self._marks_top)
        if self._opened or (pointed and self._opened is not None):
            sign = self.sign().translated(left, top)
            draw_chevron(painter, sign, self._style.quiet, closed=not self._opened)
        if self._missing is not None:
            self._missing.paint(painter, left, top + self.height - self._missing.height)


def answer_runs(content: CellContent, style: Style) -> list[Run]:
    """What it says, in its letters."""
    position = content.position
    if position.state is not CellState.ANSWERED:
        return [Run(not_said(), style.answer_italic, style.quiet)]
    known = {answer.id: answer for answer in content.dimension.answers}
    runs: list[Run] = []
    for id in (each for each in position.holds if each in known):
        if runs:
            runs.append(Run(DOT, style.answer, style.quiet))
        runs += _name(set_apart(known[id].name), content.shared.get(id, ()), style)
    said = sentence(position.answer)
    runs.append(Run(f"  {said}" if runs else said, style.answer, style.ink))
    return runs


def _name(name: str, others: tuple[str, ...], style: Style) -> list[Run]:
    """On a ground of its own where others hold it too, their letters on the same line."""
    if not others:
        return [Run(name, style.answer_bold, style.ink)]
    return [
        Run(name, style.answer_bold, style.ink, fill=style.shared),
        Run(f"\u00a0{same_as(others)}", style.small, style.quiet),
    ]
