"""The layouts of cells and headers, kept so that each is made once for its width and theme."""

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from counterpoint.application.library.edited import Edited
from counterpoint.domain.approach import ApproachSummary, Coverage, Dimension
from counterpoint.labels.answer import names_held, one_passage, same_as
from counterpoint.labels.text import DOT
from counterpoint.ui.comparison.header.header_layout import (
    ApproachHeadLayout,
    DimensionHeaderLayout,
    HeaderLayout,
)
from counterpoint.ui.painting.text_block import Run, longest_word

from .answer_layout import AnswerLayout
from .cell_content import CellContent
from .column_sharing import MOST_CELLS, Row, shared_by_need
from .fold import Fold
from .model import GridModel
from .style import Style

if TYPE_CHECKING:
    from .cell_layout import CellLayout

_RECKONED = 8
"""Columns by which a row out of sight is reckoned."""
_LENGTH_OF_MARKS = 50
"""Pixels at zoom 1 that the shapes of an answer and their numbers are about long."""
_BESIDE_TITLE = 26
"""Pixels at zoom 1 that the letter of an approach takes beside its title."""
_HALF_OF_TITLE = 0.6
"""The share of a title that the longer of two lines has, about."""
_HEAD_AT_A_GLANCE = 84
"""Pixels at zoom 1 that the header of a row may take where answers are shown, if its cells do not
take more; the rest of a question is in its peek."""

AnyCellLayout: TypeAlias = "AnswerLayout | CellLayout"

_CellKey = tuple[str, str, bool]
_State = tuple[int, Fold, bool, bool]
"""Of a cell: its width, how it is folded, whether it is closed, and what is inferred put away."""
_HeadKey = tuple[str, str, bool, bool]
"""The kind and the id of what is named, whether at a glance, and whether short."""


class _Head(NamedTuple):
    """A header as it was laid out; `room` is how tall it could be, 0 for any height."""

    width: int
    room: int
    folded: bool
    layout: HeaderLayout

    def serves(self, width: int, room: int, *, folded: bool) -> bool:
        """Whether it would be laid out the same again."""
        if self.width != width or self.folded != folded:
            return False
        whole = self.layout.whole
        return self.room == room or (whole <= (self.room or whole) and whole <= (room or whole))


_Asked = tuple[tuple[int, ...], tuple[bool, ...], int, int]
"""By what columns were shared last."""


class LayoutCache:
    """Keeps one layout for each cell and head, at a glance and not: the last width and state asked
    for.

    Widths and heights are in pixels. A new style, or `forget`, throws everything away.
    """

    def __init__(self, model: GridModel, style: Style) -> None:
        self._model = model
        self._style = style
        self._cells: dict[_CellKey, tuple[_State, AnyCellLayout]] = {}
        self._heads: dict[_HeadKey, _Head] = {}
        self._room = 0
        self.short_heads = False
        """Whether the headers of columns are titles alone."""
        self.row_room = 0
        """Pixels that the header of a row which says how far approaches part may take, even where
        its cells take less: few enough that all rows stand on the screen with it as without."""
        self.row_room = 0
        """Pixels that the header of a row which says how far approaches part may take, if its cells
        do not take more, so that the whole comparison does not outgrow the screen for that."""
        self._shared: tuple[_Asked, list[int]] | None = None

    @property
    def style(self) -> Style:
        """The one for the depth that is shown: answers are set closer than claims."""
        return self._style.closer if self._model.at_a_glance else self._style

    def restyle(self, style: Style) -> None:
        self._style = style
        self.forget()

    def forget(self) -> None:
        self._shared = None
        self._cells.clear()
        self._heads.clear()

    def forget_edited(self, edited: Edited) -> None:
        """Throws away what was laid out of cells and heads that are others after a change. The
        widths of the columns stay: nothing moves that was not changed."""
        self._cells = {k: kept for k, kept in self._cells.items() if not edited.touches(k[0], k[1])}
        heads = edited.dimensions | edited.approaches
        self._heads = {k: kept for k, kept in self._heads.items() if k[1] not in heads}

    def set_head_room(self, room: int) -> bool:
        """How tall the headers of columns may be; True if that makes one of them another."""
        least, same = min(room, self._room), room == self._room
        self._room = room
        return not same and any(kept.layout.whole > least for kept in self._heads.values())

    def cell(self, row: int, column: int, width: int) -> AnyCellLayout:
        content = self._model.content(row, column)
        fold = Fold.OPEN
        if self._model.is_folded(row, column):
            fold = Fold.ROW if self._model.headers_across else Fold.COLUMN
            if self._model.agreed(row):
                fold = Fold.AGREED
        state = (width, fold, self._model.is_closed(row, column), content.put_away)
        key = (*self._model.cell(row, column), self._model.at_a_glance)
        kept = self._cells.get(key)
        if kept is not None and kept[0] == state:
            return kept[1]
        layout = self._lay_out(content, width, fold, row, column)
        self._cells[key] = (state, layout)
        return layout

    def _lay_out(
        self, content: CellContent, width: int, fold: Fold, row: int, column: int
    ) -> AnyCellLayout:
        if self._model.is_closed(row, column):
            return AnswerLayout(content, width, self.style)
        from .cell_layout import CellLayout  # not before a cell is open or folded

        answered = self._model.is_answer(row, column)
        return CellLayout(content, width, self.style, fold=fold, answered=answered)

    def head(
        self,
        orientation: Qt.Orientation,
        section: int,
        width: int,
        tall: int = 0,
        *,
        short: bool | None = None,
    ) -> HeaderLayout:
        """`tall` is the height that a row has anyhow, which its header may use up. The header of a
        column is as `short_heads` says, unless `short` says otherwise."""
        head = self._model.head(orientation, section)
        is_approach = isinstance(head, ApproachSummary)
        folded = not is_approach and head.id in self._model.arrangement.folded
        layout: HeaderLayout
        across = orientation == Qt.Orientation.Horizontal
        short = across and (self.short_heads if short is None else short)
        key = ("option" if is_approach else "dimension", head.id, self._model.at_a_glance, short)
        room = self._room if across else 0
        if not across and self._model.at_a_glance:
            remarked = isinstance(head, Dimension) and bool(self._model.remark(head))
            room = max(tall, self.row_room if remarked else self.style.px(_HEAD_AT_A_GLANCE))
        agreed = not across and bool(self._model.agreed(section))
        if agreed:
            room = self.style.folded_height
        kept = self._heads.get(key)
        if kept is not None and kept.serves(width, room, folded=folded):
            return kept.layout
        if isinstance(head, ApproachSummary):
            layout = ApproachHeadLayout(
                head, width, self.style, across=across, room=room, short=short
            )
        else:
            layout = DimensionHeaderLayout(
                head,
                width,
                self.style,
                folded=folded,
                across=across,
                room=room,
                remark="" if agreed else self._model.remark(head),
                short=short,
            )
        self._heads[key] = _Head(width, room, folded, layout)
        return layout

    def row_height(
        self, row: int, widths: Sequence[int], head_width: int, columns: Iterable[int]
    ) -> int:
        """What a row needs: the tallest of its cells in `columns`, or its header, whichever is
        more."""
        cells = max(
            (self.cell(row, column, widths[column]).height for column in columns), default=0
        )
        return max(cells, self.head(Qt.Orientation.Vertical, row, head_width, cells).height)

    def reckoned_height(self, row: int, widths: Sequence[int]) -> int:
        """About what a row needs, from the length of the words in its first columns, without laying
        it out."""
        if self._model.headers_across and self._model.is_folded(row, 0):
            return self.style.folded_height
        first = enumerate(widths[:_RECKONED])
        return max(
            (self._reckon_cell(row, column, width) for column, width in first),
            default=self.style.folded_height,
        )

    def share(self, widths: Sequence[int], free: Sequence[bool], head_width: int) -> list[int]:
        """The widths of columns of answers, shared by what they have to say; those that are not
        `free` stay, and titles keep to two lines. `head_width` is that of the headers of rows."""
        if len(widths) * self._model.rows > MOST_CELLS:
            return list(widths)
        asked = (tuple(widths), tuple(free), head_width, self.row_room)
        if self._shared is None or self._shared[0] != asked:
            self._shared = asked, self._share(widths, free, head_width)
        return self._shared[1]

    def _share(self, widths: Sequence[int], free: Sequence[bool], head_width: int) -> list[int]:
        pitch = self.style.small.pixelSize() * self.style.spacing
        heads = [
            self.head(Qt.Orientation.Vertical, row, head_width).height - 2 * self.style.above
            for row in range(self._model.rows)
        ]
        rows = [
            Row(head / pitch, [self._length(row, column) for column in range(len(widths))])
            for row, head in enumerate(heads)
        ]
        least = [self._least(column) if is_free else None for column, is_free in enumerate(free)]
        if self.style.least_column in widths:  # they go on beyond the edge anyhow
            return [max(width, most or width) for width, most in zip(widths, least, strict=True)]
        return shared_by_need(widths, rows, least, self.style)

    def _least(self, column: int) -> int:
        """So that the title of an approach has its longest word beside its letter, and two lines
        for all of them."""
        style, head = self.style, self._model.head(Qt.Orientation.Horizontal, column)
        title = QFontMetrics(style.body_bold).horizontalAdvance(head.title)
        word = longest_word(Run(head.title, style.body_bold, style.ink))
        beside = 2 * style.padding + style.px(_BESIDE_TITLE) + 1
        return max(style.least_column, max(word, round(title * _HALF_OF_TITLE)) + beside)

    def _length(self, row: int, column: int) -> int:
        """About how many pixels long a closed cell were on one line, its marks among them."""
        content, style = self._model.content(row, column), self.style
        position = content.position
        if not position.answer:
            return 0
        names = DOT.join(names_held(position, content.dimension))
        letters = " ".join(same_as(each) for each in content.shared.values())
        marks = style.px(_LENGTH_OF_MARKS)
        if content.passages == 1:
            marks += style.advance(one_passage())
        return style.advance_bold(names) + style.advance(letters + position.answer) + marks

    def _reckon_cell(self, row: int, column: int, width: int) -> int:
        style = self.style
        line = style.px(14 * style.spacing)
        letters = max(8, (width - 2 * style.padding) / style.letter_width)
        position = self._model.position(row, column)
        height, claims = 2 * style.padding, position.claims
        if self._model.is_answer(row, column):
            length = len(position.answer) * style.letter_width + style.px(2 * _LENGTH_OF_MARKS)
            lines = math.ceil(length / (width - 2 * style.padding))
            height = lines * line + 2 * style.above
            if self._model.is_closed(row, column):
                return height
        lines = 0
        for claim in claims:
            lines += math.ceil(len(claim.text) / letters) + 2 * len(claim.evidence)
        if position.coverage is not Coverage.FULL:
            lines += 1
        return height + lines * line + max(0, len(claims) - 1) * 2 * style.between
