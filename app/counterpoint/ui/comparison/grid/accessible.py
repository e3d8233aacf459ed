"""The grid for screen readers: a table of headers and cells, with claims in the cells and evidence
in the claims, each an object of its own."""

from weakref import proxy

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTableCellInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from counterpoint.application.library.sheet import Sheet
from counterpoint.domain.approach import ApproachSummary, Dimension
from counterpoint.labels.answer import asked
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.node import Node, Nodes
from counterpoint.ui.accessibility.press import Press

from . import spoken
from .cell_content import MORE
from .grid import Grid
from .model import GridModel
from .navigation import GridPosition

_Kind = QAccessible.InterfaceType
_Role = QAccessible.Role


class GridNode(Node):
    """What stands at a place of the grid, until another sheet is shown."""

    def __init__(self, root: "GridInterface", place: GridPosition) -> None:
        super().__init__(root)
        self.root = root
        self.place = place
        self._press = Press(self.go, self.press, self.deed())

    @property
    def model(self) -> GridModel:
        return self.root.grid.grid_model

    def deed(self) -> str:
        """What a press does, in a few words."""
        return ""

    def with_notes(self, description: str) -> str:
        """The description, and how many notes are on this."""
        return spoken.with_notes(description, self.model.notes_at(self.place))

    def press(self) -> None:
        """Does it."""
        self.go()

    def go(self) -> None:
        """Puts the cursor here."""
        self.root.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.root.grid.go(self.place, by_person=True)

    def is_there(self) -> bool:
        return self.root.holds(self)

    def part(self, kind: QAccessible.InterfaceType) -> Shiboken.Object | None:
        return self._press if kind == _Kind.ActionInterface else None

    def rect(self) -> QRect:
        return self.root.grid.rect_on_screen(self.place) if self.isValid() else QRect()

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        here = self.root.grid.place() == self.place
        state.focusable = state.selectable = True
        state.focused, state.selected = here and self.root.grid.hasFocus(), here
        state.offscreen = self.rect().isEmpty()
        return state


class ApproachNode(GridNode):
    """The header of an approach."""

    def _head(self) -> ApproachSummary:
        return self.model.approach(max(0, self.place.row), max(0, self.place.column)).head

    def deed(self) -> str:
        return tr("Chooses this approach")

    def role(self) -> QAccessible.Role:
        return _Role.ColumnHeader if self.place.row < 0 else _Role.RowHeader

    def name(self) -> str:
        return spoken.approach_name(self._head())

    def description(self) -> str:
        return self.with_notes(spoken.about_approach(self._head()))


class DimensionNode(GridNode):
    """The header of a question."""

    def _dimension(self) -> Dimension:
        return self.model.dimension(max(0, self.place.row), max(0, self.place.column))

    def deed(self) -> str:
        return tr("Chooses this question, and folds or unfolds it")

    def press(self) -> None:
        self.go()
        across = self.place.row < 0
        header = self.root.grid.columns_header if across else self.root.grid.rows_header
        header.fold_clicked.emit(self.place.column if across else self.place.row)

    def role(self) -> QAccessible.Role:
        return _Role.ColumnHeader if self.place.row < 0 else _Role.RowHeader

    def name(self) -> str:
        return self._dimension().title

    def description(self) -> str:
        dimension = self._dimension()
        question, remark = asked(dimension), self.model.remark(dimension)
        return self.with_notes(f"{question} {remark}." if remark else question)

    def state(self) -> QAccessible.State:
        state = super().state()
        if self.isValid():
            folded = self._dimension().id in self.model.arrangement.folded
            state.expandable, state.expanded, state.collapsed = True, not folded, folded
        return state


class CellNode(GridNode):
    """What one approach says on one question."""

    def __init__(self, root: "GridInterface", place: GridPosition) -> None:
        super().__init__(root, place)
        self._cell = _Cell(self)

    def deed(self) -> str:
        return tr("Chooses this position, and opens, closes or unfolds it")

    def press(self) -> None:
        self.go()
        if self.model.is_folded(self.place.row, self.place.column):
            dimension = self.model.dimension(self.place.row, self.place.column)
            self.root.grid.unfold_wanted.emit(dimension.id)
        elif self.model.is_answer(self.place.row, self.place.column):
            self.root.grid.sign_clicked.emit(self.place)

    def nodes(self) -> list[Node]:
        stops = self.model.stops(self.place.row, self.place.column)
        inside = (self.place._replace(claim=stop) for stop in stops if stop is not None)
        return [self.root.node(place) for place in inside]

    def state(self) -> QAccessible.State:
        state = super().state()
        if self.isValid() and self.model.is_answer(self.place.row, self.place.column):
            closed = self.model.is_closed(self.place.row, self.place.column)
            state.expandable = self.model.content(*self.place[:2]).opens
            state.expanded, state.collapsed = not closed, closed
        return state

    def part(self, kind: QAccessible.InterfaceType) -> Shiboken.Object | None:
        return self._cell if kind == _Kind.TableCellInterface else super().part(kind)

    def role(self) -> QAccessible.Role:
        return _Role.Cell

    def name(self) -> str:
        row, column = self.place.row, self.place.column
        head = self.model.approach(row, column).head
        if self.model.is_answer(row, column):
            return spoken.answered_cell_name(head, self.model.content(row, column))
        return spoken.cell_name(head, self.model.dimension(row, column))

    def description(self) -> str:
        row, column = self.place.row, self.place.column
        if self.model.is_answer(row, column):
            opened = not self.model.is_closed(row, column)
            content = self.model.content(row, column)
            return self.with_notes(spoken.about_answer(content, opened=opened))
        about = spoken.about_cell(
            self.model.position(row, column),
            self.model.shown_claims(row, column),
            self.model.arrangement.filter,
            folded=self.model.is_folded(row, column),
        )
        return self.with_notes(about)


class _Cell(QAccessibleTableCellInterface):
    """Where a cell is in the table, and under which headers."""

    def __init__(self, node: CellNode) -> None:
        super().__init__()
        self._node = node

    def rowIndex(self) -> int:
        return self._node.place.row

    def columnIndex(self) -> int:
        return self._node.place.column

    def rowExtent(self) -> int:
        return 1

    def columnExtent(self) -> int:
        return 1

    def rowHeaderCells(self) -> list[QAccessibleInterface]:
        return [self._node.root.node(GridPosition(self._node.place.row, -1))]

    def columnHeaderCells(self) -> list[QAccessibleInterface]:
        return [self._node.root.node(GridPosition(-1, self._node.place.column))]

    def isSelected(self) -> bool:
        return bool(self._node.state().selected)

    def table(self) -> QAccessibleInterface:
        return self._node.root


class ClaimNode(GridNode):
    """A claim; its pieces of evidence are within it, and what describes it."""

    def __init__(self, root: "GridInterface", place: GridPosition, claim: int) -> None:
        super().__init__(root, place)
        self._claim = claim

    def deed(self) -> str:
        return tr("Jumps to the passage")

    def press(self) -> None:
        self.go()
        evidence = self.place.evidence
        self.root.grid.activated_evidence.emit(-1 if evidence is None else evidence)

    def parent(self) -> QAccessibleInterface:
        return self.root.node(GridPosition(self.place.row, self.place.column))

    def nodes(self) -> list[Node]:
        row, column, claim, _ = self.place
        pieces = range(self.model.evidence(row, column, self._claim))
        return [self.root.node(GridPosition(row, column, claim, piece)) for piece in pieces]

    def role(self) -> QAccessible.Role:
        return _Role.ListItem

    def name(self) -> str:
        claims = self.model.shown_claims(self.place.row, self.place.column)
        return spoken.claim_name(claims[self._claim], self._claim + 1, len(claims))

    def description(self) -> str:
        row, column = self.place.row, self.place.column
        cell = spoken.cell_name(
            self.model.approach(row, column).head, self.model.dimension(row, column)
        )
        claim = self.model.shown_claims(row, column)[self._claim]
        grouped = self.model.is_answer(row, column)
        about = spoken.about_claim(claim, cell, self.model.short, grouped=grouped)
        return self.with_notes(about)


class EvidenceNode(ClaimNode):
    """One piece of evidence of a claim."""

    def parent(self) -> QAccessibleInterface:
        return self.root.node(self.place._replace(evidence=None))

    def nodes(self) -> list[Node]:
        return []

    def role(self) -> QAccessible.Role:
        return _Role.Link

    def name(self) -> str:
        piece = self.model.piece(self.place)
        return "" if piece is None else spoken.evidence_name(piece, self.model.short)

    def description(self) -> str:
        return self.with_notes("")


class InferredNode(GridNode):
    """The line that stands for the claims of a cell that are only inferred."""

    def deed(self) -> str:
        return tr("Shows what is inferred, or puts it away")

    def press(self) -> None:
        self.go()
        self.root.grid.more_clicked.emit(self.place)

    def parent(self) -> QAccessibleInterface:
        return self.root.node(GridPosition(self.place.row, self.place.column))

    def role(self) -> QAccessible.Role:
        return _Role.Button

    def name(self) -> str:
        return spoken.inferred_name(self.model.content(self.place.row, self.place.column))

    def state(self) -> QAccessible.State:
        state = super().state()
        if self.isValid():
            away = self.model.content(self.place.row, self.place.column).put_away
            state.expandable, state.expanded, state.collapsed = True, not away, away
        return state


class GridInterface(QAccessibleWidget):
    """The table. Its children go row by row, headers with them, from the corner, as in Qt's own."""

    def __init__(self, grid: Grid) -> None:
        super().__init__(grid, _Role.Table)
        self.grid: Grid = proxy(grid)
        """Not the grid itself: Qt for Python keeps what it was given until the program ends."""
        self._nodes: Nodes[GridPosition, GridNode] = Nodes()
        self._sheet: Sheet | None = None

    def node(self, place: GridPosition) -> GridNode:
        """The object at a place, which is there."""
        if self._sheet is not self.grid.grid_model.sheet:
            self._sheet = self.grid.grid_model.sheet
            self._nodes.forget()
        return self._nodes.find(place) or self._nodes.keep(place, self._make(place))

    def holds(self, node: GridNode) -> bool:
        """Whether what the object stands for is still shown."""
        same = self._sheet is self.grid.grid_model.sheet
        return same and self._nodes.find(node.place) is node and self._is_there(node.place)

    def _make(self, place: GridPosition) -> GridNode:
        if place.on_head:
            is_approach = (place.row < 0) == self.grid.grid_model.headers_across
            return ApproachNode(self, place) if is_approach else DimensionNode(self, place)
        if place.claim is None:
            return CellNode(self, place)
        if place.claim == MORE:
            return InferredNode(self, place)
        made = ClaimNode if place.evidence is None else EvidenceNode
        return made(self, place, place.claim)

    def _is_there(self, place: GridPosition) -> bool:
        model = self.grid.grid_model
        if place.row >= model.rows or place.column >= model.columns:
            return False
        if place.claim is None:
            return True
        if place.claim not in model.stops(place.row, place.column):
            return False
        if place.claim == MORE:
            return True
        pieces = model.evidence(place.row, place.column, place.claim)
        return place.evidence is None or place.evidence < pieces

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        place = self.grid.place()
        return self.node(place) if place is not None and self.grid.hasFocus() else None

    def childCount(self) -> int:
        model = self.grid.grid_model
        return (model.rows + 1) * (model.columns + 1)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if index == 0:
            return QAccessible.queryAccessibleInterface(self.grid.corner_header)
        if not 0 < index < self.childCount():
            return None
        row, column = divmod(index, self.grid.grid_model.columns + 1)
        return self.node(GridPosition(row - 1, column - 1))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, ApproachNode | DimensionNode | CellNode):
            columns = self.grid.grid_model.columns + 1
            return (child.place.row + 1) * columns + child.place.column + 1
        return 0 if child.object() is self.grid.corner_header else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        found = (self.child(index) for index in range(self.childCount()))
        return next((each for each in found if each and each.rect().contains(x, y)), None)
