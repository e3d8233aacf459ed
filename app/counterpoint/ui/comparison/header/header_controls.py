"""What the mouse does on the headers: choose, fold, drag, widen, point and open menus."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from counterpoint.domain.approach import ApproachSummary, Dimension
from counterpoint.ui.comparison.grid.grid import Grid
from counterpoint.ui.comparison.grid.navigation import GridPosition

from .header_view import GridHeader

if TYPE_CHECKING:
    from .landing_line import LandingLine

_HORIZONTAL, _VERTICAL = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class HeaderControls(QObject):
    """Turns what happens on sections of the two headers into what is meant, by id."""

    fold_wanted = Signal(str)
    """Folds or unfolds a dimension."""
    width_wanted = Signal(str, int)
    """The width in screen pixels that a column was dragged to; 0 for the even share."""
    move_wanted = Signal(str, int)
    """An approach, and the place among those shown that it was dropped at."""
    question_move_wanted = Signal(str, str)
    """A question, and the one before which it was dropped; "" behind the last."""
    pointed_at = Signal(object)
    """The mouse is on an approach's Place or on a Dimension; None when it left."""
    approach_menu_wanted = Signal(object, QPoint)
    """The approach's Place, and a point on the screen."""
    dimension_menu_wanted = Signal(str, QPoint)

    def __init__(self, grid: Grid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._line: LandingLine | None = None
        across, down = grid.columns_header, grid.rows_header
        across.chosen.connect(self._on_column_chosen)
        down.chosen.connect(self._on_row_chosen)
        across.fold_clicked.connect(self._on_column_fold)
        down.fold_clicked.connect(self._on_row_fold)
        across.edit_clicked.connect(self._on_column_edit)
        down.edit_clicked.connect(self._on_row_edit)
        across.pointed_at.connect(self._on_column_pointed)
        down.pointed_at.connect(self._on_row_pointed)
        for header in (across, down):
            header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        across.moved_by_hand.connect(lambda section, to: self._on_moved(across, section, to))
        down.moved_by_hand.connect(lambda section, to: self._on_moved(down, section, to))
        across.landing.connect(lambda at: self._show_landing(across, at))
        down.landing.connect(lambda at: self._show_landing(down, at))
        across.customContextMenuRequested.connect(self._on_column_menu)
        down.customContextMenuRequested.connect(self._on_row_menu)
        across.resized_by_hand.connect(self._on_resized)
        across.sectionHandleDoubleClicked.connect(self._on_handle_double_clicked)

    def _place(self, orientation: Qt.Orientation, section: int) -> GridPosition:
        return (
            GridPosition(-1, section) if orientation == _HORIZONTAL else GridPosition(section, -1)
        )

    def _subject(self, orientation: Qt.Orientation, section: int) -> GridPosition | Dimension:
        head = self._grid.grid_model.head(orientation, section)
        return head if isinstance(head, Dimension) else self._place(orientation, section)

    def _on_column_chosen(self, section: int) -> None:
        self._choose(_HORIZONTAL, section)

    def _on_row_chosen(self, section: int) -> None:
        self._choose(_VERTICAL, section)

    def _choose(self, orientation: Qt.Orientation, section: int) -> None:
        self._grid.setFocus(Qt.FocusReason.MouseFocusReason)
        self._grid.go(self._place(orientation, section), by_person=True)

    def _on_column_edit(self, section: int) -> None:
        self._edit(_HORIZONTAL, section)

    def _on_row_edit(self, section: int) -> None:
        self._edit(_VERTICAL, section)

    def _edit(self, orientation: Qt.Orientation, section: int) -> None:
        self._choose(orientation, section)
        self._grid.edit_wanted.emit()

    def _on_column_fold(self, section: int) -> None:
        self.fold_wanted.emit(self._grid.grid_model.head(_HORIZONTAL, section).id)

    def _on_row_fold(self, section: int) -> None:
        self.fold_wanted.emit(self._grid.grid_model.head(_VERTICAL, section).id)

    def _on_column_pointed(self, section: int) -> None:
        self.pointed_at.emit(None if section < 0 else self._subject(_HORIZONTAL, section))

    def _on_row_pointed(self, section: int) -> None:
        self.pointed_at.emit(None if section < 0 else self._subject(_VERTICAL, section))

    def _on_resized(self, column: int, width: int) -> None:
        self.width_wanted.emit(self._grid.grid_model.head(_HORIZONTAL, column).id, width)

    def _on_handle_double_clicked(self, column: int) -> None:
        self.width_wanted.emit(self._grid.grid_model.head(_HORIZONTAL, column).id, 0)

    def _on_moved(self, header: GridHeader, section: int, to: int) -> None:
        head = self._grid.grid_model.head(header.orientation(), section)
        if isinstance(head, ApproachSummary):
            self.move_wanted.emit(head.id, to)
            return
        others = [each.id for each in self._grid.grid_model.sheet.dimensions if each != head]
        self.question_move_wanted.emit(head.id, others[to] if to < len(others) else "")

    def _show_landing(self, header: GridHeader, at: int) -> None:
        if at < 0:
            if self._line is not None:
                self._line.hide()
            return
        if self._line is None:
            from .landing_line import LandingLine  # not before something is dragged

            self._line = LandingLine(self._grid.head_style(), self._grid)
        point = header.viewport().mapTo(self._grid, QPoint(at, at))
        across = header.orientation() == _HORIZONTAL
        self._line.show_at(point.x() if across else point.y(), header.orientation())

    def _on_column_menu(self, point: QPoint) -> None:
        self._open_menu(self._grid.columns_header, point)

    def _on_row_menu(self, point: QPoint) -> None:
        self._open_menu(self._grid.rows_header, point)

    def _open_menu(self, header: GridHeader, point: QPoint) -> None:
        section = header.logicalIndexAt(point)
        if section < 0:
            return
        on_screen = header.viewport().mapToGlobal(point)
        head = self._grid.grid_model.head(header.orientation(), section)
        place = self._place(header.orientation(), section)
        self._grid.go(place, by_person=True)
        if isinstance(head, ApproachSummary):
            self.approach_menu_wanted.emit(place, on_screen)
        else:
            self.dimension_menu_wanted.emit(head.id, on_screen)
