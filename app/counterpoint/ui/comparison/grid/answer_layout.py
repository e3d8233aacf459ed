"""A closed cell laid out: its answer alone. Painting and clicking both go by this."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from counterpoint.labels.position import filtered_lines
from counterpoint.ui.painting.text_block import Run, TextBlock

from .answer_block import AnswerBlock
from .cell_content import CellContent
from .spot import Spot, paint_chosen
from .style import Style


class AnswerLayout:
    """One cell in `width` pixels, as `CellLayout` is; its one spot is the answer."""

    def __init__(self, content: CellContent, width: int, style: Style) -> None:
        self._style = style
        self._width = width
        inner = max(40, width - 2 * style.padding)
        opened = False if content.opens else None
        self._block = AnswerBlock(content, inner, style, opened=opened)
        self._hidden: list[TextBlock] = []
        if content.hidden:
            none, hidden = filtered_lines(style.only_stance, len(content.position.claims))
            runs = (
                Run(none, style.answer_italic, style.quiet),
                Run(hidden, style.small, style.quiet),
            )
            self._hidden = [TextBlock([run], inner, style.spacing) for run in runs]
        inside = sum(line.height for line in self._hidden) or self._block.height
        self.height = round(inside + 2 * style.above)

    def hit(self, _point: QPointF) -> Spot:
        """Always the answer."""
        return Spot()

    def is_gathered(self, _spot: Spot) -> bool:
        """A closed cell has no marks of claims."""
        return False

    def on_sign(self, point: QPointF) -> bool:
        """Whether a click opens the cell."""
        return self._block.on_sign(point - QPointF(self._style.padding, self._style.above))

    def sign(self) -> QRectF:
        """Where that is clicked."""
        return self._block.sign().translated(self._style.padding, self._style.above)

    def rect(self, _spot: Spot) -> QRectF:
        return QRectF(0, 0, self._width, self.height)

    def words(self, _spot: Spot) -> tuple[QRectF, QFont, int] | None:
        """Nothing: with a sentence more is asked than its words."""
        return None

    def note_box(self, _spot: Spot) -> QRectF:
        """In the padding, beside the first line."""
        middle = self._style.above + self._block.pitch / 2
        return self._style.note_box(self._width, middle)

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
            paint_chosen(painter, cell, self._style, focused=focused)
        left, top = cell.left() + self._style.padding, cell.top() + self._style.above
        if not self._hidden:
            self._block.paint(painter, left, top, pointed=pointed)
        for line in self._hidden:
            line.paint(painter, left, top)
            top += line.height
