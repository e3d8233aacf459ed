"""A cell laid out: where each claim and each of its marks stands. Painting and clicking both
go by this."""

from collections import Counter
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from counterpoint.domain.approach import (
    CellState,
    Claim,
    ClaimStanding,
    Coverage,
    Evidence,
    Link,
    Position,
)
from counterpoint.domain.cell_marks import Group
from counterpoint.labels.answer import group_heading, inferred, replies, without_inferred
from counterpoint.labels.evidence import cited, pills, stance, whose
from counterpoint.labels.position import (
    filtered_lines,
    folded_line,
    looked_for,
    missing_line,
    nothing,
    part_line,
)
from counterpoint.labels.text import DOT, set_apart
from counterpoint.ui.painting.shapes import draw_chevron, draw_stance
from counterpoint.ui.painting.text_block import Run, TextBlock, pill

from .answer_block import AnswerBlock
from .answer_marks import GROUP_SHAPES
from .cell_content import MORE, CellContent
from .fold import Fold
from .spot import Spot, paint_chosen
from .style import Style


class _Mark(NamedTuple):
    """`piece` is None for the line that stands for all that is inferred beside what is direct."""

    piece: Evidence | None
    text: TextBlock
    top: float


class _Heading(NamedTuple):
    """Over the claims that a mark of the answer counts, with its shape."""

    group: Group
    words: str
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
        content: CellContent,
        width: int,
        style: Style,
        *,
        fold: Fold = Fold.OPEN,
        answered: bool = False,
    ) -> None:
        """`answered`: the answer stands on top, as the cell was opened from it."""
        self._style = style
        self._width = width
        self._inner = max(40, width - 2 * style.padding)
        self._indent = style.px(14)
        self._mark_ink = style.rule(content.colour)
        self._word_ink = style.text(content.colour)
        self._blocks: list[_Block] = []
        self._notes: list[tuple[TextBlock, float]] = []
        self._answer: AnswerBlock | None = None
        self._more: tuple[TextBlock, float] | None = None
        self._put_away = content.put_away
        self._replied = content.replied
        self._gathers = content.gathers
        self._headings: list[_Heading] = []
        self._top: float = style.above if answered else style.padding
        if fold is not Fold.OPEN:
            self._set_folded(content.position, fold)
            return
        if answered:
            self._answer = AnswerBlock(content, self._inner, style, opened=True)
            self._top += self._answer.height + 2 * style.between
            self._add_looked_for(content.position)
        self._add_claims(content)
        self._add_notes(content)
        self.height = round(self._top + style.padding)

    def _add_claims(self, content: CellContent) -> None:
        style = self._style
        headings = _headings(content) if self._answer is not None else []
        for number, claim in enumerate(content.shown):
            if number:
                self._top += 2 * style.between
            while headings and headings[0][0] <= Group.of(claim):
                self._add_heading(*headings.pop(0))
            self._add_claim(claim)
        for heading in headings:
            self._top += style.between if self._blocks else 0
            self._add_heading(*heading)
        if content.inferred:
            self._top += style.between if self._blocks else 0
            words = inferred if self._put_away else without_inferred
            run = Run(words(content.inferred), style.small, style.quiet)
            line = TextBlock([run], self._inner - self._indent, style.spacing)
            self._more = line, self._top
            self._top += line.height

    def _add_heading(self, group: Group, words: str) -> None:
        style = self._style
        line = TextBlock(
            [Run(words, style.small_bold, style.quiet)], self._inner - self._indent, style.spacing
        )
        self._headings.append(_Heading(group, words, line, self._top))
        self._top += line.height + style.between

    def _add_looked_for(self, position: Position) -> None:
        """In place of what a silent holder would say."""
        looked = looked_for(position) if position.state is CellState.NOT_SAID else ""
        if looked:
            self._note(looked, self._style.small)
            self._top += 2 * self._style.between

    def _add_notes(self, content: CellContent) -> None:
        position, style = content.position, self._style
        is_gap = position.coverage is Coverage.GAP and position.state is not CellState.ANSWERED
        if is_gap and self._answer is None:
            self._note(nothing(), style.body_italic)
        if not content.claims and style.filter and position.coverage is not Coverage.GAP:
            none, hidden = filtered_lines(style.only_stance, len(position.claims))
            self._note(none, style.body_italic)
            self._note(hidden, style.small)
        if position.coverage is Coverage.PARTIAL:
            self._top += style.between if self._blocks or self._notes else 0
            self._note(part_line(position), style.small)
        if position.left_out and self._answer is None:
            self._top += style.between if self._blocks or self._notes else 0
            self._note(missing_line(position), style.small, style.warning)

    def _set_folded(self, position: Position, fold: Fold) -> None:
        style = self._style
        if fold is Fold.AGREED:
            self.height = style.folded_height
            return
        run = Run(folded_line(position), style.small, style.quiet)
        line = TextBlock([run], self._inner, style.spacing)
        in_middle = (style.folded_height - line.pitch) / 2
        top = in_middle if fold is Fold.ROW else style.padding
        self._notes.append((line, top))
        self.height = max(style.folded_height, round(top + line.height + in_middle))

    def _add_claim(self, claim: Claim) -> None:
        style = self._style
        top = self._top
        run = Run(set_apart(claim.text), style.answer, style.ink)
        text = TextBlock([run], self._inner, style.spacing)
        self._top += text.height + style.px(2)
        gathered = self._gathered(claim)
        marks: dict[int, _Mark] = {}
        for at, piece in enumerate(claim.evidence):
            if at not in gathered:
                marks[at] = self._add_mark(piece, self._mark_text(piece))
        if gathered:
            run = Run(inferred(len(gathered)), style.small, style.quiet)
            words = TextBlock([run], self._inner - self._indent, style.spacing)
            marks |= dict.fromkeys(gathered, self._add_mark(None, words))
        self._blocks.append(_Block(text, top, self._top, [marks[at] for at in sorted(marks)]))

    def _gathered(self, claim: Claim) -> list[int]:
        """Which pieces of evidence stand together in one line: those that are only inferred, of a
        claim that something direct carries."""
        if not self._gathers or claim.standing is ClaimStanding.INFERENCE:
            return []
        return [at for at, piece in enumerate(claim.evidence) if piece.link is Link.INFERRED]

    def _add_mark(self, piece: Evidence | None, text: TextBlock) -> _Mark:
        mark = _Mark(piece, text, self._top)
        self._top += text.height + self._style.px(1)
        return mark

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
            if number == 0 and not piece.standing.stands:
                runs.append(
                    pill(word, style.small, style.warning, style.warning, style.warning_panel)
                )
            else:
                runs.append(pill(word, style.small, style.quiet, style.outline))
        if number_of := self._replied.get(piece.key):
            runs.append(Run("  ", style.small, style.quiet))
            runs.append(pill(replies(number_of), style.small, style.quiet, style.outline))
        return TextBlock(runs, self._inner - self._indent, style.spacing)

    def _note(self, text: str, font: QFont, ink: QColor | None = None) -> None:
        run = Run(text, font, ink or self._style.quiet)
        note = TextBlock([run], self._inner, self._style.spacing)
        self._notes.append((note, self._top))
        self._top += note.height

    def hit(self, point: QPointF) -> Spot:
        """What stands at a point: a mark, a claim, or else the position as a whole."""
        reach = self._style.between / 2
        if self._more is not None:
            line, top = self._more
            if top - reach <= point.y() <= top + line.height + reach:
                return Spot(MORE)
        for number, block in enumerate(self._blocks):
            if not block.top - reach <= point.y() <= block.bottom + reach:
                continue
            for which, mark in enumerate(block.marks):
                if mark.top <= point.y() < mark.top + mark.text.height:
                    return Spot(number, which)
            return Spot(number)
        return Spot()

    def is_gathered(self, spot: Spot) -> bool:
        """Whether a mark is the line that stands for what is inferred beside what is direct."""
        if spot.claim is None or spot.evidence is None or spot.claim == MORE:
            return False
        return self._blocks[spot.claim].marks[spot.evidence].piece is None

    def rect(self, spot: Spot) -> QRectF:
        """Where a spot stands; the position is the whole cell as far as it is filled."""
        if spot.claim == MORE and self._more is not None:
            return self._beside(self._more[1], self._more[1] + self._more[0].height)
        if spot.claim is None or not 0 <= spot.claim < len(self._blocks):
            bottom = self.height if self._answer is None else self._answer_bottom
            return QRectF(0, 0, self._width, bottom)
        block = self._blocks[spot.claim]
        if spot.evidence is None or spot.evidence >= len(block.marks):
            return self._beside(block.top, block.bottom)
        mark = block.marks[spot.evidence]
        left = self._style.padding - self._style.px(4)
        width = min(self._indent + mark.text.natural + self._style.px(8), self._width - 2 * left)
        return QRectF(left, mark.top, width, mark.text.height)

    def words(self, spot: Spot) -> tuple[QRectF, QFont, int] | None:
        """Where the very words of a claim stand, with their font and the height of their lines."""
        if spot.evidence is not None or spot.claim is None:
            return None
        if not 0 <= spot.claim < len(self._blocks):
            return None
        block, style = self._blocks[spot.claim], self._style
        box = QRectF(style.padding, block.top, self._inner, block.text.height)
        return box, style.answer, block.text.pitch

    def _beside(self, top: float, bottom: float) -> QRectF:
        """What is chosen with the words between these."""
        reach = self._style.between / 2
        left = max(0, self._style.padding - self._style.px(8))
        return QRectF(left, top - reach, self._width - 2 * left, bottom - top + 2 * reach)

    @property
    def _answer_bottom(self) -> float:
        height = 0.0 if self._answer is None else self._answer.height
        return self._style.above + height + self._style.between

    @property
    def headings(self) -> tuple[str, ...]:
        """Over its claims, from the top."""
        return tuple(each.words for each in self._headings)

    def on_sign(self, point: QPointF) -> bool:
        """Whether a click closes the cell that was opened from its answer."""
        inside = point - QPointF(self._style.padding, self._style.above)
        return self._answer is not None and self._answer.on_sign(inside)

    def sign(self) -> QRectF:
        """Where that is clicked; nowhere in a cell that was not opened."""
        if self._answer is None:
            return QRectF()
        return self._answer.sign().translated(self._style.padding, self._style.above)

    def note_box(self, spot: Spot) -> QRectF:
        """Where the sign of a note on a spot stands: beside the first line of a claim or a mark, or
        of a cell without claims; else in the cell's corner."""
        style = self._style
        if spot.claim is not None and 0 <= spot.claim < len(self._blocks):
            block = self._blocks[spot.claim]
            top, line = block.top, block.text
            if spot.evidence is not None and spot.evidence < len(block.marks):
                top, line = block.marks[spot.evidence].top, block.marks[spot.evidence].text
            return style.note_box(self._width, top + line.pitch / 2)
        if self._answer is not None:
            return style.note_box(self._width, style.above + self._answer.pitch / 2)
        if self._blocks or not self._notes:
            return style.note_box(self._width, style.padding / 2)
        line, top = self._notes[0]
        return style.note_box(self._width, top + line.pitch / 2)

    def paint(
        self,
        painter: QPainter,
        cell: QRectF,
        selected: Spot | None,
        *,
        focused: bool,
        pointed: bool = False,
    ) -> None:
        """Paints into `cell`, whose height may be more than this layout needs; `pointed` while the
        mouse is on it."""
        if selected is not None:
            self._paint_selection(painter, cell, selected, focused)
        left, top = cell.left() + self._style.padding, cell.top()
        if self._answer is not None:
            self._answer.paint(painter, left, top + self._style.above, pointed=pointed)
        if self._more is not None:
            self._paint_more(painter, *self._more, left, top)
        for block in self._blocks:
            block.text.paint(painter, left, top + block.top)
            for number, mark in enumerate(block.marks):
                if mark not in block.marks[:number]:
                    self._paint_mark(painter, mark, left, top + mark.top)
        for heading in self._headings:
            self._paint_heading(painter, heading, left, top + heading.top)
        for note, note_top in self._notes:
            note.paint(painter, left, top + note_top)

    def _paint_more(
        self, painter: QPainter, line: TextBlock, at: float, left: float, top: float
    ) -> None:
        size = self._style.px(8)
        box = QRectF(left + self._style.px(1), top + at + (line.pitch - size) / 2, size, size)
        draw_chevron(painter, box, self._style.quiet, closed=self._put_away)
        line.paint(painter, left + self._indent, top + at)

    def _paint_mark(self, painter: QPainter, mark: _Mark, left: float, top: float) -> None:
        if mark.piece is not None:
            shape = self._shape_box(mark.text, left, top)
            draw_stance(painter, mark.piece.stance, shape, self._mark_ink)
        mark.text.paint(painter, left + self._indent, top)

    def _paint_heading(self, painter: QPainter, heading: _Heading, left: float, top: float) -> None:
        ink = self._mark_ink if heading.group is Group.OWN else self._style.quiet
        shape = self._shape_box(heading.text, left, top)
        draw_stance(painter, GROUP_SHAPES[heading.group], shape, ink)
        heading.text.paint(painter, left + self._indent, top)

    def _shape_box(self, text: TextBlock, left: float, top: float) -> QRectF:
        size = self._style.px(8)
        return QRectF(left + self._style.px(1), top + (text.pitch - size) / 2, size, size)

    def _paint_selection(
        self, painter: QPainter, cell: QRectF, selected: Spot, focused: bool
    ) -> None:
        style = self._style
        box = QRectF(cell)
        if selected.claim is not None:
            box = self.rect(Spot(selected.claim)).translated(cell.topLeft())
        elif self._answer is not None:
            box.setHeight(self._answer_bottom)
        elif not self._blocks:
            box.setHeight(self.height)
        paint_chosen(painter, box, style, focused=focused)
        if selected.evidence is not None:
            ring = self.rect(selected).translated(cell.topLeft())
            _paint_ring(painter, ring, style.accent if focused else style.control, style.px(4))


def _headings(content: CellContent) -> list[tuple[Group, str]]:
    """One for each mark that the answer has, with the same number."""
    counted = zip(GROUP_SHAPES, content.marks, strict=False)
    under = Counter(map(Group.of, content.claims))
    return [
        (group, group_heading(group, number, number - under[group]))
        for group, number in counted
        if number
    ]


def _paint_ring(painter: QPainter, box: QRectF, colour: QColor, radius: int) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    painter.drawRoundedRect(box.adjusted(0.5, 0, -0.5, 0), radius, radius)
    painter.restore()
