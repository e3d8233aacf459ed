"""The comparison as a table: what is in each cell, and what it is called."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from counterpoint.application.library.absent import Cell
from counterpoint.application.library.arrangement import Arrangement, Depth
from counterpoint.application.library.edited import Edited
from counterpoint.application.library.evidence_index import ReplyIndex
from counterpoint.application.library.sheet import Sheet
from counterpoint.domain.approach import (
    Approach,
    ApproachSummary,
    CellState,
    Claim,
    Dimension,
    Evidence,
    Position,
)
from counterpoint.domain.cell_marks import leading_passage
from counterpoint.domain.library import Reply
from counterpoint.domain.note import Target, TargetKind, question_target

from .cell_content import MORE, CellContent
from .cell_contents import CellContents
from .navigation import GridPosition
from .noted import Noted

if TYPE_CHECKING:
    from counterpoint.domain.row_parting import RowParting

_NOWHERE = QModelIndex()


class GridModel(QAbstractTableModel):
    """Rows and columns as they are seen: only what is shown, in the order shown.

    Its cells have no data to display, as they are painted.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet()
        self._arrangement = Arrangement()
        self._short: Mapping[str, str] = {}
        self._replies = ReplyIndex(())
        self._contents = CellContents(self._sheet, self._arrangement, self._replies)
        self.noted = Noted()
        """Which things have notes."""

    def show_sheet(self, sheet: Sheet, arrangement: Arrangement, short: Mapping[str, str]) -> None:
        """Resets the model. `short` gives the short names of sources."""
        self.beginResetModel()
        self._sheet, self._arrangement, self._short = sheet, arrangement, short
        self._contents = CellContents(sheet, arrangement, self._replies)
        self.endResetModel()

    def set_replies(self, replies: Iterable[Reply]) -> None:
        """All of the library, for the next sheet."""
        self._replies = ReplyIndex(replies)

    def exchange(self, sheet: Sheet, arrangement: Arrangement, edited: Edited) -> None:
        """Takes up a sheet with the same rows and columns, after a change."""
        self._contents = self._contents.exchanged(sheet, arrangement, edited)
        self._sheet, self._arrangement = sheet, arrangement

    def refold(self, arrangement: Arrangement) -> None:
        """Takes up an arrangement that differs in depth, folds, openings or widths only."""
        self._arrangement = arrangement
        self._contents.refold(arrangement)

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    @property
    def arrangement(self) -> Arrangement:
        return self._arrangement

    @property
    def short(self) -> Mapping[str, str]:
        """The short names of sources."""
        return self._short

    @property
    def headers_across(self) -> bool:
        return not self._arrangement.transposed

    def row_ids(self) -> tuple[str, ...]:
        """What the rows are, from the top."""
        if self.headers_across:
            return tuple(dimension.id for dimension in self._sheet.dimensions)
        return tuple(approach.head.id for approach in self._sheet.approaches)

    def rows_of(self, cells: Iterable[Cell]) -> set[int]:
        """Where those of the cells stand that are shown."""
        places = {id: row for row, id in enumerate(self.row_ids())}
        ids = (dimension if self.headers_across else approach for approach, dimension in cells)
        return {places[id] for id in ids if id in places}

    @property
    def rows(self) -> int:
        kept = self._sheet.dimensions if self.headers_across else self._sheet.approaches
        return len(kept)

    @property
    def columns(self) -> int:
        kept = self._sheet.approaches if self.headers_across else self._sheet.dimensions
        return len(kept)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.rows

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.columns

    def approach(self, row: int, column: int) -> Approach:
        return self._sheet.approaches[column if self.headers_across else row]

    def dimension(self, row: int, column: int) -> Dimension:
        return self._sheet.dimensions[row if self.headers_across else column]

    def head(self, orientation: Qt.Orientation, section: int) -> ApproachSummary | Dimension:
        """What a section of the header names."""
        if (orientation == Qt.Orientation.Horizontal) == self.headers_across:
            return self._sheet.approaches[section].head
        return self._sheet.dimensions[section]

    def cell(self, row: int, column: int) -> Cell:
        """The ids of a cell."""
        return self.approach(row, column).head.id, self.dimension(row, column).id

    def on_question(self, place: GridPosition) -> bool:
        """Whether a place is the header of a question."""
        return place.on_head and (place.column < 0) == self.headers_across

    def content(self, row: int, column: int) -> CellContent:
        """Everything that a cell may show."""
        return self._contents.of(self.approach(row, column), self.dimension(row, column))

    def position(self, row: int, column: int) -> Position:
        approach, dimension = self.approach(row, column), self.dimension(row, column)
        return self._contents.position(approach, dimension.id)

    def is_folded(self, row: int, column: int) -> bool:
        return self.dimension(row, column).id in self._arrangement.folded

    @property
    def at_a_glance(self) -> bool:
        """Whether cells show their answers. Of an older library, which has none, they show their
        claims at any depth."""
        return self._arrangement.depth is Depth.ANSWERS and self._contents.answered

    def is_answer(self, row: int, column: int) -> bool:
        """Whether a cell shows its answer, alone or on top of its claims. One that nobody has
        answered shows its claims instead, at any depth."""
        if self._arrangement.depth is not Depth.ANSWERS or self.is_folded(row, column):
            return False
        return self.position(row, column).state is not CellState.UNFINISHED

    def is_answered(self, row: int, column: int) -> bool:
        """Whether a cell shows an answer, and not that nothing is said."""
        answered = self.position(row, column).state is CellState.ANSWERED
        return answered and self.is_answer(row, column) and not self.hides(row, column)

    def leads(self, row: int, column: int) -> bool:
        """Whether a click on a cell leads on: to the passage of its answer, or to what was looked
        for where nothing is said."""
        if self.is_answered(row, column):
            return True
        return self.is_closed(row, column) and self.content(row, column).opens

    def hides(self, row: int, column: int) -> bool:
        """Whether the filter hides a cell."""
        return self._sheet.hides(self.position(row, column))

    def is_closed(self, row: int, column: int) -> bool:
        """Whether a cell shows its answer alone."""
        shows_claims = self._arrangement.shows_claims(*self.cell(row, column))
        return self.is_answer(row, column) and (not shows_claims or self.hides(row, column))

    def hides_claims(self, row: int, column: int) -> bool:
        """Whether a cell is folded or closed."""
        return self.is_folded(row, column) or self.is_closed(row, column)

    def shown_claims(self, row: int, column: int) -> tuple[Claim, ...]:
        """The claims that the filter lets through and that are not put away behind a line, whether
        the cell is folded or closed or not."""
        return self.content(row, column).shown

    def claims(self, row: int, column: int) -> int:
        if self.hides_claims(row, column):
            return 0
        return len(self.shown_claims(row, column))

    def stops(self, row: int, column: int) -> tuple[int | None, ...]:
        claims: tuple[int | None, ...] = tuple(range(self.claims(row, column)))
        if self.is_answer(row, column):
            claims = (None, *claims)
        if not self.hides_claims(row, column) and self.content(row, column).inferred:
            claims = (*claims, MORE)
        return claims or (None,)

    def evidence(self, row: int, column: int, claim: int) -> int:
        return len(self.shown_claims(row, column)[claim].evidence)

    def piece(self, place: GridPosition) -> Evidence | None:
        """The evidence at a place that is on one."""
        if place.claim is None or place.evidence is None:
            return None
        return self.shown_claims(place.row, place.column)[place.claim].evidence[place.evidence]

    def pieces(self, place: GridPosition) -> tuple[Evidence, ...]:
        """The evidence at a place: one piece, a claim's, or none for a position or a header."""
        piece = self.piece(place)
        if piece is not None:
            return (piece,)
        if place.claim is None or place.claim == MORE:
            return ()
        return self.shown_claims(place.row, place.column)[place.claim].evidence

    def leading(self, place: GridPosition) -> Evidence | None:
        """The words that carry the answer of a cell best; None where none is shown, or all is
        hidden."""
        row, column = place[:2]
        if place.on_head or not self.is_answer(row, column) or self.hides(row, column):
            return None
        head, dimension = self.approach(row, column).head, self.dimension(row, column)
        return leading_passage(head, dimension, self.position(row, column))

    def target(self, place: GridPosition) -> Target:
        """What a note on this place would be on."""
        if self.on_question(place):
            return question_target(self.dimension(*place[:2]).id)
        approach = self.approach(max(0, place.row), max(0, place.column)).head.id
        if place.on_head:
            return Target(TargetKind.APPROACH, approach=approach)
        dimension = self.dimension(place.row, place.column).id
        if place.claim is None or place.claim == MORE:
            return Target(TargetKind.POSITION, approach=approach, dimension=dimension)
        claim = self.shown_claims(place.row, place.column)[place.claim]
        piece = self.piece(place)
        if piece is None:
            return Target(TargetKind.CLAIM, approach=approach, dimension=dimension, claim=claim.id)
        return Target(
            TargetKind.EVIDENCE,
            approach=approach,
            dimension=dimension,
            claim=claim.id,
            evidence=piece.key,
            source=piece.source,
        )

    def place(self, target: Target) -> GridPosition | None:
        """Where a target is on the screen, or None if it is not shown."""
        approaches = [approach.head.id for approach in self._sheet.approaches]
        dimensions = [dimension.id for dimension in self._sheet.dimensions]
        if target.kind is TargetKind.QUESTION and target.dimension in dimensions:
            along = dimensions.index(target.dimension)
            return GridPosition(along, -1) if self.headers_across else GridPosition(-1, along)
        if target.approach not in approaches:
            return None
        across = approaches.index(target.approach)
        if target.kind is TargetKind.APPROACH:
            return GridPosition(-1, across) if self.headers_across else GridPosition(across, -1)
        if target.dimension not in dimensions:
            return None
        along = dimensions.index(target.dimension)
        row, column = (along, across) if self.headers_across else (across, along)
        if target.kind is TargetKind.POSITION or self.hides_claims(row, column):
            return GridPosition(row, column)
        for number, claim in enumerate(self.shown_claims(row, column)):
            if claim.id != target.claim:
                continue
            keys = [piece.key for piece in claim.evidence]
            if target.kind is TargetKind.EVIDENCE and target.evidence in keys:
                return GridPosition(row, column, number, keys.index(target.evidence))
            return GridPosition(row, column, number)
        return None

    def shows(self, target: Target) -> bool:
        """Whether a target itself is shown, not only the folded or closed cell that it is in."""
        place = self.place(target)
        inside = target.kind in (TargetKind.CLAIM, TargetKind.EVIDENCE)
        return place is not None and (place.claim is not None or not inside)

    def notes_at(self, place: GridPosition) -> int:
        """How many notes are on what stands at a place; on a folded or closed cell, on all that is
        in it."""
        if place.claim is None and not place.on_head and self.hides_claims(*place[:2]):
            inside = self.noted.in_cell(*self.cell(*place[:2]))
            return sum(self.noted.on(target) for target in inside)
        return self.noted.on(self.target(place))

    def noted_places(self, row: int, column: int) -> list[GridPosition]:
        """Where in a cell there are notes; those on what is not shown are the cell's own."""
        targets = self.noted.in_cell(*self.cell(row, column))
        return list({self.place(target) or GridPosition(row, column) for target in targets})

    def agreed(self, row: int) -> str:
        """What all hold on the question of a folded row on which they agree; else ""."""
        sheet = self._sheet
        if not self.headers_across or row >= len(sheet.parting) or not self.is_folded(row, 0):
            return ""
        return _in_words(sheet.parting[row]) if sheet.parting[row].agree else ""

    def remark(self, dimension: Dimension) -> str:
        """How far the approaches part on a question, where the questions are ordered by it; else
        ""."""
        for shown, parting in zip(self._sheet.dimensions, self._sheet.parting, strict=False):
            if shown.id == dimension.id:
                return _in_words(parting)
        return ""

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        return None


def _in_words(parting: "RowParting") -> str:
    from counterpoint.labels.row_parting import row_parting  # not before rows are ordered by it

    return row_parting(parting)
