"""A cell laid out: where each claim and each of its marks stands. Painting and clicking both
go by this."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from counterpoint.domain.approach import Claim, Colour, Coverage, Evidence, Position
from counterpoint.labels.evidence import cited, pills, stance, whose
from counterpoint.labels.position import (
    filtered_lines,
    folded_line,
    missing_line,
    nothing,
    part_line,
)
from counterpoint.labels.text import DOT, in_one_line
from counterpoint.ui.painting.shapes import draw_stance
from counterpoint.ui.painting.text_block import Run, TextBlock, pill

from .style import Style


class Fold(Enum):
    """Whether a cell is folded, and which way its dimension runs."""

    OPEN = auto()
    ROW = auto()
    COLUMN = auto()


class Spot(NamedTuple):
    """A place in a cell, by numbers from 0: the whole position, a claim, or one of its marks."""

    claim: int | None = None
    evidence: int | None = None


class _Mark(NamedTuple):
    piece: Evidence
    text: TextBlock
    top: float


class _Block(NamedTuple):
    text: TextBlock
    top: float
    bottom: float
    marks: list[_Mark]


class CellLayout:
    """One cell in `width` pixels. `height` is what it needs, padding and all.

    All points and rectangles are relative to the cell's top left corner.
    """

    def __init__(
        self,
        position: Position,
        claims: Sequence[Claim],
        colour: Colour,
        width: int,
        style: Style,
        *,
        fold: Fold = Fold.OPEN,
    ) -> None:
        self._style = style
        self._width = width
        self._inner = max(40, width - 2 * style.padding)
        self._indent = style.px(14)
        self._mark_ink = style.rule(colour)
        self._word_ink = style.text(colour)
        self._blocks: list[_Block] = []
        self._notes: list[tuple[TextBlock, float]] = []
        self._top = style.padding
        if fold is not Fold.OPEN:
            self._set_folded(position, fold)
            return
        for number, claim in enumerate(claims):
            if number:
                self._top += 2 * style.between
            self._add_claim(claim)
        if position.coverage is Coverage.GAP:
            self._note(nothing(), style.body_italic)
        elif not claims and style.stance is not None:
            none, hidden = filtered_lines(style.stance, len(position.claims))
            self._note(none, style.body_italic)
            self._note(hidden, style.small)
        if position.coverage is Coverage.PARTIAL:
            self._top += style.between if self._blocks or self._notes else 0
            self._note(part_line(position), style.small)
        if position.left_out:
            self._top += style.between if self._blocks or self._notes else 0
            self._note(missing_line(position), style.small, style.warning)
        self.height = round(self._top + style.padding)

    def _set_folded(self, position: Position, fold: Fold) -> None:
        style = self._style
        run = Run(folded_line(position), style.small, style.quiet)
        line = TextBlock([run], self._inner, style.spacing)
        in_middle = (style.folded_height - line.pitch) / 2
        top = in_middle if fold is Fold.ROW else style.padding
        self._notes.append((line, top))
        self.height = max(style.folded_height, round(top + line.height + in_middle))

    def _add_claim(self, claim: Claim) -> None:
        style = self._style
        top = self._top
        run = Run(in_one_line(claim.text), style.body, style.ink)
        text = TextBlock([run], self._inner, style.spacing)
        self._top += text.height + style.px(2)
        marks = []
        for piece in claim.evidence:
            mark = _Mark(piece, self._mark_text(piece), self._top)
            self._top += mark.text.height + style.px(1)
            marks.append(mark)
        self._blocks.append(_Block(text, top, self._top, marks))

    def _mark_text(self, piece: Evidence) -> TextBlock:
        style = self._style
        said_by = whose(piece)
        tail = f" {cited(piece, style.short)}" + (f"{DOT}{said_by}" if said_by else "")
        runs = [
            Run(stance(piece.stance), style.small, self._word_ink),
            Run(tail, style.small, style.quiet),
        ]
        for number, word in enumerate(pills(piece)):
            runs.append(Run("  ", style.small, style.quiet))
            if number == 0 and not piece.standing.exact:
                runs.append(
                    pill(word, style.small, style.warning, style.warning, style.warning_panel)
                )
            else:
                runs.append(pill(word, style.small, style.quiet, style.outline))
        return TextBlock(runs, self._inner - self._indent, style.spacing)

    def _note(self, text: str, font: QFont, ink: QColor | None = None) -> None:
        run = Run(text, font, ink or self._style.quiet)
        note = TextBlock([run], self._inner, self._style.spacing)
        self._notes.append((note, self._top))
        self._top += note.height

    def hit(self, point: QPointF) -> Spot:
        """What stands at a point: a mark, a claim, or else the position as a whole."""
        reach = self._style.between / 2
        for number, block in enumerate(self._blocks):
            if not block.top - reach <= point.y() <= block.bottom + reach:
                continue
            for which, mark in enumerate(block.marks):
                if mark.top <= point.y() < mark.top + mark.text.height:
                    return Spot(number, which)
            return Spot(number)
        return Spot()

    def rect(self, spot: Spot) -> QRectF:
        """Where a spot stands; the position is the whole cell as far as it is filled."""
        if spot.claim is None or spot.claim >= len(self._blocks):
            return QRectF(0, 0, self._width, self.height)
        block = self._blocks[spot.claim]
        if spot.evidence is None or spot.evidence >= len(block.marks):
            reach = self._style.between / 2
            left = self._style.padding - self._style.px(8)
            return QRectF(
                left,
                block.top - reach,
                self._width - 2 * left,
                block.bottom - block.top + 2 * reach,
            )
        mark = block.marks[spot.evidence]
        left = self._style.padding - self._style.px(4)
        width = min(self._indent + mark.text.natural + self._style.px(8), self._width - 2 * left)
        return QRectF(left, mark.top, width, mark.text.height)

    def note_box(self, spot: Spot) -> QRectF:
        """Where the sign of a note on a spot stands: beside the first line of a claim or a mark, or
        of a cell without claims; else in the cell's corner."""
        style = self._style
        if spot.claim is not None and spot.claim < len(self._blocks):
            block = self._blocks[spot.claim]
            top, line = block.top, block.text
            if spot.evidence is not None and spot.evidence < len(block.marks):
                top, line = block.marks[spot.evidence].top, block.marks[spot.evidence].text
            return style.note_box(self._width, top + line.pitch / 2)
        if self._blocks or not self._notes:
            return style.note_box(self._width, style.padding / 2)
        line, top = self._notes[0]
        return style.note_box(self._width, top + line.pitch / 2)

    def paint(
        self, painter: QPainter, cell: QRectF, selected: Spot | None, *, focused: bool
    ) -> None:
        """Paints into `cell`, whose height may be more than this layout needs."""
        if selected is not None:
            self._paint_selection(painter, cell, selected, focused)
        left, top = cell.left() + self._style.padding, cell.top()
        for block in self._blocks:
            block.text.paint(painter, left, top + block.top)
            for mark in block.marks:
                self._paint_mark(painter, mark, left, top + mark.top)
        for note, note_top in self._notes:
            note.paint(painter, left, top + note_top)

    def _paint_mark(self, painter: QPainter, mark: _Mark, left: float, top: float) -> None:
        size = self._style.px(8)
        shape = QRectF(left + self._style.px(1), top + (mark.text.pitch - size) / 2, size, size)
        draw_stance(painter, mark.piece.stance, shape, self._mark_ink)
        mark.text.paint(painter, left + self._indent, top)

    def _paint_selection(
        self, painter: QPainter, cell: QRectF, selected: Spot, focused: bool
    ) -> None:
        style = self._style
        box = QRectF(cell)
        if selected.claim is not None:
            box = self.rect(Spot(selected.claim)).translated(cell.topLeft())
        elif not self._blocks:
            box.setHeight(self.height)
        painter.fillRect(box, style.selection)
        rule = QRectF(box.left(), box.top(), style.px(3 if focused else 2), box.height())
        painter.fillRect(rule, style.accent if focused else style.control)
        if selected.evidence is not None:
            ring = self.rect(selected).translated(cell.topLeft())
            _paint_ring(painter, ring, style.accent if focused else style.control, style.px(4))


def _paint_ring(painter: QPainter, box: QRectF, colour: QColor, radius: int) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    painter.drawRoundedRect(box.adjusted(0.5, 0, -0.5, 0), radius, radius)
    painter.restore()
