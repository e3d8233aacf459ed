"""How wide the columns of a table are, and how much room its headers have."""

from bisect import bisect_left

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from counterpoint.ui.comparison.header.header_view import GridHeader
from counterpoint.ui.painting.text_block import Run, longest_word

from .column_sharing import MOST_CELLS, column_widths
from .layout_cache import LayoutCache
from .model import GridModel
from .shrinking_heads import ShrinkingHeads

FOLDED_COLUMN = 132
"""Pixels at zoom 1 of a folded dimension when the comparison is transposed."""
DIMENSION_HEAD, CLOSE_HEAD, APPROACH_HEAD = 156, 148, 240
"""Pixels at zoom 1 of the frozen column."""
HEADS = 0.4
"""The share of the height that the headers of columns may take."""
LEAST_HEAD = 140
"""Pixels at a zoom of 1 that they may take however low the grid is."""
SHARE_OF_ROW = 0.85
"""Of what a row has of the height on the average, what its header may take."""
HEAD_AT_A_GLANCE = 80
"""Pixels at zoom 1 that they take where answers are shown."""

_HORIZONTAL, _VERTICAL = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class ColumnFitting:
    """Sets the widths of a table's columns and of the headers of its rows; then `heads` fits those
    of its columns."""

    def __init__(
        self,
        table: QTableView,
        headers: tuple[GridHeader, GridHeader],
        model: GridModel,
        layouts: LayoutCache,
        heads: ShrinkingHeads,
    ) -> None:
        """`headers`: those of the columns, and of the rows."""
        self._table = table
        self._columns_header, self._rows_header = headers
        self._model = model
        self._layouts = layouts
        self._heads = heads

    def fit(self) -> None:
        """To the width that the table has."""
        style, model, table = self._layouts.style, self._model, self._table
        bar = table.verticalScrollBar().sizeHint().width()
        total = table.contentsRect().width() - bar
        self._rows_header.set_breadth(min(self._head_width(), total // 3))
        self._layouts.row_room = self._row_room()
        by_hand: list[int | None] = []
        for column in range(model.columns):
            head = model.head(_HORIZONTAL, column)
            folded = not model.headers_across and head.id in model.arrangement.folded
            by_hand.append(FOLDED_COLUMN if folded else model.arrangement.width(head.id))
        widths = column_widths(total - self._rows_header.breadth(), by_hand, style)
        if model.at_a_glance and model.headers_across:
            widths = self._layouts.share(
                widths, [each is None for each in by_hand], self._rows_header.breadth()
            )
        self._columns_header.setMinimumSectionSize(style.px(100))
        for column, width in enumerate(widths):
            table.setColumnWidth(column, width)
        self.fit_heads()
        self._layouts.row_room = self._room_left_over(widths)

    def fit_heads(self) -> None:
        """The headers of columns, to the widths that these have."""
        self._layouts.set_head_room(self._head_room())
        self._heads.fit()

    def has_other_room(self) -> bool:
        """Takes up the height that the table has; True if it makes one of the headers another."""
        return self._layouts.set_head_room(self._head_room())

    def _head_width(self) -> int:
        """Enough for the longest word of a question's title, so that none is broken."""
        style, model = self._layouts.style, self._model
        if not model.headers_across:
            return style.px(APPROACH_HEAD)
        titles = " ".join(dimension.title for dimension in model.sheet.dimensions)
        word = longest_word(Run(titles, style.answer_bold, style.ink))
        least = CLOSE_HEAD if model.at_a_glance else DIMENSION_HEAD
        return min(style.px(APPROACH_HEAD), max(style.px(least), word + style.px(30)))

    def _head_room(self) -> int:
        """The most that the headers of columns take of the height, so that rows are always seen; at
        a glance no more than titles and where they stand."""
        style = self._layouts.style
        if self._model.at_a_glance and self._model.headers_across:
            return style.px(HEAD_AT_A_GLANCE)
        return max(style.px(LEAST_HEAD), round(self._table.contentsRect().height() * HEADS))

    def _row_room(self) -> int:
        """What each row has of the height, where all are to be seen at once; a little less, as some
        need more."""
        height = self._table.contentsRect().height() - self._layouts.style.px(HEAD_AT_A_GLANCE)
        return round(max(0, height) * SHARE_OF_ROW / max(1, self._model.rows)) or 1

    def _room_left_over(self, widths: list[int]) -> int:
        """The same, or as much more as leaves all rows on the screen still: a question is left out
        of a header beside its remark for want of room alone."""
        model, layouts = self._model, self._layouts
        least, breadth = layouts.row_room, self._rows_header.breadth()
        if not model.sheet.parting or not model.at_a_glance or not model.headers_across:
            return least
        if model.rows * model.columns > MOST_CELLS:
            return least
        every = range(model.columns)
        rows = [layouts.row_height(row, widths, breadth, every) for row in range(model.rows)]
        heads = [
            height if model.is_folded(row, 0) else layouts.head(_VERTICAL, row, breadth).whole
            for row, height in enumerate(rows)
        ]
        area = self._table.contentsRect()
        height = area.height() - self._columns_header.height()
        if breadth + sum(widths) > area.width():
            height -= self._table.horizontalScrollBar().sizeHint().height()

        def outgrows(room: int) -> bool:
            taken = (max(row, min(head, room)) for row, head in zip(rows, heads, strict=True))
            return sum(taken) > height

        rooms = range(least, max([least, *heads]) + 1)
        return max(least, least - 1 + bisect_left(rooms, True, key=outgrows))

    def anchor(self) -> tuple[int, float] | None:
        """The row at the top, and the share of it that is scrolled away."""
        row = self._table.rowAt(0)
        if row < 0:
            return None
        return row, -self._table.rowViewportPosition(row) / max(1, self._table.rowHeight(row))

    def hold(self, anchor: tuple[int, float] | None) -> None:
        """Scrolls so that the same row is at the top as far."""
        if anchor is None or anchor[0] >= self._model.rows:
            return
        (row, share), bar = anchor, self._table.verticalScrollBar()
        at = self._table.rowViewportPosition(row) + bar.value()
        bar.setValue(round(at + share * self._table.rowHeight(row)))
