"""The layouts of cells and headers, kept so that each is made once for its width and theme."""

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt

from counterpoint.domain.approach import ApproachSummary, Coverage
from counterpoint.ui.comparison.header.header_layout import (
    ApproachHeadLayout,
    DimensionHeaderLayout,
    HeaderLayout,
)

from .cell_layout import CellLayout, Fold
from .model import GridModel
from .style import Style

_CellKey = tuple[str, str]
_HeadKey = tuple[str, str]


class LayoutCache:
    """Keeps one layout for each cell and head: the last width asked for.

    Widths and heights are in pixels. A new style, or `forget`, throws everything away.
    """

    def __init__(self, model: GridModel, style: Style) -> None:
        self._model = model
        self._style = style
        self._cells: dict[_CellKey, tuple[int, bool, CellLayout]] = {}
        self._heads: dict[_HeadKey, tuple[int, bool, HeaderLayout]] = {}
        self._room = 0

    @property
    def style(self) -> Style:
        return self._style

    def restyle(self, style: Style) -> None:
        self._style = style
        self.forget()

    def forget(self) -> None:
        self._cells.clear()
        self._heads.clear()

    def set_head_room(self, room: int) -> bool:
        """How tall the headers of columns may be; True if that makes one of them another."""
        least = min(room, self._room)
        self._room = room
        other = [key for key, (_, _, layout) in self._heads.items() if layout.whole > least]
        for key in other:
            del self._heads[key]
        return bool(other)

    def cell(self, row: int, column: int, width: int) -> CellLayout:
        approach, dimension = self._model.approach(row, column), self._model.dimension(row, column)
        key = (approach.head.id, dimension.id)
        folded = self._model.is_folded(row, column)
        fold = Fold.OPEN
        if folded:
            fold = Fold.ROW if self._model.headers_across else Fold.COLUMN
        kept = self._cells.get(key)
        if kept is not None and kept[0] == width and kept[1] == folded:
            return kept[2]
        layout = CellLayout(
            approach.position(dimension.id),
            self._model.shown_claims(row, column),
            approach.head.colour,
            width,
            self._style,
            fold=fold,
        )
        self._cells[key] = (width, folded, layout)
        return layout

    def head(self, orientation: Qt.Orientation, section: int, width: int) -> HeaderLayout:
        head = self._model.head(orientation, section)
        is_approach = isinstance(head, ApproachSummary)
        key = ("option" if is_approach else "dimension", head.id)
        folded = not is_approach and head.id in self._model.arrangement.folded
        kept = self._heads.get(key)
        if kept is not None and kept[0] == width and kept[1] == folded:
            return kept[2]
        layout: HeaderLayout
        across = orientation == Qt.Orientation.Horizontal
        room = self._room if across else 0
        if isinstance(head, ApproachSummary):
            layout = ApproachHeadLayout(head, width, self._style, across=across, room=room)
        else:
            layout = DimensionHeaderLayout(
                head, width, self._style, folded=folded, across=across, room=room
            )
        self._heads[key] = (width, folded, layout)
        return layout

    def row_height(self, row: int, widths: Sequence[int], head_width: int) -> int:
        """What a row needs: its tallest cell or its header, whichever is more."""
        cells = (self.cell(row, column, width).height for column, width in enumerate(widths))
        head = self.head(Qt.Orientation.Vertical, row, head_width).height
        return max(head, *cells) if widths else head

    def reckoned_height(self, row: int, widths: Sequence[int]) -> int:
        """About what a row needs, from the length of its words, without laying it out."""
        if self._model.headers_across and self._model.is_folded(row, 0):
            return self._style.folded_height
        return max(
            (self._reckon_cell(row, column, width) for column, width in enumerate(widths)),
            default=self._style.folded_height,
        )

    def _reckon_cell(self, row: int, column: int, width: int) -> int:
        style = self._style
        line = style.px(14 * style.spacing)
        letters = max(8, (width - 2 * style.padding) / style.letter_width)
        lines = 0
        claims = self._model.shown_claims(row, column)
        for claim in claims:
            lines += math.ceil(len(claim.text) / letters) + 2 * len(claim.evidence)
        if self._model.position(row, column).coverage is not Coverage.FULL:
            lines += 1
        return lines * line + 2 * style.padding + max(0, len(claims) - 1) * 2 * style.between


def column_widths(available: int, by_hand: Sequence[int | None], style: Style) -> list[int]:
    """Widths that fill `available` pixels where they can.

    A column widened by hand keeps its width (pixels at zoom 1); the others share what is left
    evenly, none below the least width.
    """
    fixed = [None if width is None else style.px(width) for width in by_hand]
    free = sum(width is None for width in fixed)
    left = available - sum(width for width in fixed if width is not None)
    widths = []
    for width in fixed:
        if width is not None:
            widths.append(width)
            continue
        share = max(style.least_column, left // free)
        widths.append(share)
        left, free = left - share, free - 1
    return widths
