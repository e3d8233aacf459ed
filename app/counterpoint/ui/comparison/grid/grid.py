"""The grid: the table with a cursor, walked by keys and mouse, claim by claim."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from counterpoint.application.library.arrangement import Arrangement
from counterpoint.application.library.edited import Edited
from counterpoint.application.library.sheet import Sheet
from counterpoint.domain.note import Target
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.widgets.composing import Composing

from . import navigation
from .cell_content import MORE
from .dragging import Dragging
from .navigation import GridPosition, Step
from .noted import Noted
from .sheet_table import SheetTable
from .style import Style

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QAccessibleInterface,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
    )

    from counterpoint.ui.widgets.passage_mime import Dragged

    from .announcer import GridAnnouncer


class Grid(SheetTable):
    """Keeps the cursor and emits what is chosen. Its keys are those of `navigation`; what
    rearranges the comparison is left to the owner."""

    place_changed = Signal()
    """The cursor went elsewhere, by key, click or call."""
    chosen = Signal(object)
    """The person chose something: its Target."""
    activated_evidence = Signal(int)
    """A click: which piece of the current claim, or -1 for the claim itself."""
    cell_clicked = Signal()
    """A click on the current cell, not on a claim."""
    more_clicked = Signal(object)
    """A click on the line that stands for what is inferred: its place."""
    gathered_clicked = Signal(object)
    """A click on the line of a claim that stands for what is inferred beside what is direct: its
    place."""
    sign_clicked = Signal(object)
    """A click on the sign that opens and closes a cell: its place."""
    open_wanted = Signal(object)
    """A key goes into a closed cell: its place."""
    unfold_wanted = Signal(str)
    """A dimension's id."""
    edit_wanted = Signal()
    """A double click on words: they are to be changed."""
    dropped = Signal(object, object, bool)
    """What the mouse took along, what it was put on (two Targets), and whether a copy is meant."""
    hovered = Signal(object)
    """The Place under the mouse, or None."""
    menu_wanted = Signal(object, QPoint)
    """Place and point on the screen for a menu."""
    passage_dropped = Signal(object, object)
    """Words were dropped that were dragged out of a source: the Dragged, and the place."""
    interface: "Callable[[Grid], QAccessibleInterface] | None" = None
    """Makes the object by which a screen reader knows the grid."""
    composing: Composing | None = None
    """Where what an input method composes here goes, as a letter begins a note."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setAcceptDrops(True)
        self._is_dragged_over = False
        self._before_drag: GridPosition | None = None
        """The cursor, until words are dropped."""
        self._pressed: GridPosition | None = None
        self._on_sign = False
        """Whether what is pressed is the sign of a cell."""
        self._under_mouse: GridPosition | None = None
        self._dragging = Dragging()
        self._steps = self._make_steps()

    def show_sheet(self, sheet: Sheet, arrangement: Arrangement, short: Mapping[str, str]) -> None:
        self._under_mouse = self._pressed = None
        super().show_sheet(sheet, arrangement, short)
        self._tell()

    def exchange(self, sheet: Sheet, arrangement: Arrangement, edited: Edited) -> None:
        self._under_mouse = self._pressed = None
        super().exchange(sheet, arrangement, edited)
        self._tell()

    def refold(self, arrangement: Arrangement) -> None:
        super().refold(arrangement)
        self._tell()

    # The cursor

    def place(self) -> GridPosition | None:
        return self._place

    def target(self) -> Target | None:
        """What the cursor is on, or None."""
        return None if self._place is None else self.grid_model.target(self._place)

    def go(self, place: GridPosition, *, by_person: bool) -> None:
        """Puts the cursor somewhere and makes it visible."""
        if self.composing is not None:
            self.composing.leave()
        before, self._place = self._place, place
        if place != before:
            self._hidden = None
        self.disturbed.emit()
        self.reveal(place)
        self.repaint_place(before)
        self.repaint_place(place)
        if place == before:
            return
        self._tell()
        self.place_changed.emit()
        if by_person:
            self.chosen.emit(self.grid_model.target(place))

    def select(self, target: Target) -> bool:
        """Puts the cursor on a target; False if it is not shown. Emits nothing."""
        place = self.grid_model.place(target)
        if place is None:
            return False
        self.go(place, by_person=False)
        return True

    # For screen readers

    def make_accessible(self) -> "QAccessibleInterface | None":
        return None if self.interface is None else self.interface(self)

    @cached_property
    def voice(self) -> "GridAnnouncer":
        """Made when there is first something to tell, so that the window is painted sooner."""
        from .announcer import GridAnnouncer

        return GridAnnouncer(self)

    def _tell(self) -> None:
        if self.hasFocus():
            self.voice.tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        if by_key and self._place is None and self.grid_model.rows and self.grid_model.columns:
            self.go(navigation.enter(self.grid_model, 0, 0), by_person=True)
        self.repaint_place(self._place)
        self._accept_input_methods()
        if self.was_seen:  # else it would be painted later
            self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.composing is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.composing.leave()
        super().focusOutEvent(event)
        self.disturbed.emit()
        self.repaint_place(self._place)

    # Input methods

    def _accept_input_methods(self) -> None:
        # Qt takes it back with the focus, as a cell cannot be edited.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self.composing is not None)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.composing is not None:
            self.composing.take(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802 (Qt's own)
        otherwise: object = super().inputMethodQuery(query)
        return otherwise if self.composing is None else self.composing.answer(query, otherwise)

    # Notes, and what floats beside the columns

    def set_noted(self, noted: Noted) -> None:
        """Shows which things have notes."""
        if noted == self.grid_model.noted:
            return
        self.grid_model.noted = noted
        for part in (self, self.columns_header, self.rows_header):
            part.viewport().update()

    def columns_on_screen(self) -> QRect:
        """All that is seen of the columns and their headers, in pixels of the screen."""
        beside = self.rows_header.width()
        corner = self.mapToGlobal(QPoint(beside, 0))
        return QRect(corner, QSize(self.width() - beside, self.height()))

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self._pressed = self.place_at(point)
        self._on_sign = self.on_sign(point)
        left = event.button() == Qt.MouseButton.LeftButton
        self._dragging.press(self._pressed if left and not self._on_sign else None, point)
        if self._pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            self.go(self._pressed, by_person=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place, point = self._place, event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        if self._dragging.what is not None and left:
            self._drop(copy=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return
        self._dragging.end()
        same = self.place_at(point) == self._pressed == place
        self._pressed = None
        if not left or not same or place is None:
            return
        if self._on_sign:
            if self.on_sign(point):
                self.sign_clicked.emit(place)
        elif place.claim is None:
            self.cell_clicked.emit()
        elif place.claim == MORE:
            self.more_clicked.emit(place)
        elif self.is_gathered(place):
            self.gathered_clicked.emit(place)
        else:
            self.activated_evidence.emit(-1 if place.evidence is None else place.evidence)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Of an answer as two clicks."""
        place = self.place_at(event.position().toPoint())
        if place is None:
            return
        if self.grid_model.is_folded(place.row, place.column):
            self.unfold_wanted.emit(self.grid_model.dimension(place.row, place.column).id)
        elif place.claim is None or place.claim == MORE:
            self.mousePressEvent(event)
        else:
            self.go(place, by_person=True)
            self.edit_wanted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        place = self.place_at(point)
        if event.buttons() & Qt.MouseButton.LeftButton and self._drags(place, point):
            return
        self.point_at(place)
        leads = place is not None and (
            place.claim is not None
            or self.on_sign(point)
            or self.grid_model.leads(place.row, place.column)
        )
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        if place != self._under_mouse:
            self._under_mouse = place
            self.hovered.emit(place)

    def _drags(self, place: GridPosition | None, point: QPoint) -> bool:
        """Whether a claim is taken along; where it would be put is marked."""
        drag = self._dragging
        if self._pressed is not None and drag.begins(point):
            drag.what = self.grid_model.target(self._pressed)
            self.disturbed.emit()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if drag.what is None:
            return False
        drag.over = None if place == self._pressed else place
        self.show_drop(drag.over)
        return True

    def _drop(self, *, copy: bool) -> None:
        drag = self._dragging
        what, over = drag.what, drag.over
        drag.end()
        self._pressed = None
        self.show_drop(None)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        if what is not None and over is not None:
            self.dropped.emit(what, self.grid_model.target(over), copy)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._under_mouse = None
            self.point_at(None)
            self.hovered.emit(None)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self._place
            point = self.rect_on_screen(place).center() if place is not None else event.globalPos()
        else:
            place, point = self.place_at(event.pos()), event.globalPos()
        if place is not None:
            self.go(place, by_person=True)
            self.menu_wanted.emit(place, point)

    # Words dragged out of a source

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        self._drag_over(event)

    def dragMoveEvent(self, event: "QDragMoveEvent") -> None:
        self._drag_over(event)

    def dragLeaveEvent(self, _event: "QDragLeaveEvent") -> None:
        self._mark_under(self._before_drag)
        self._is_dragged_over = False

    def _drag_over(self, event: "QDragMoveEvent") -> None:
        place = self.place_at(event.position().toPoint())
        if place is None or _passage_in(event) is None:
            event.ignore()
            return
        if not self._is_dragged_over:
            self._is_dragged_over, self._before_drag = True, self._place
        self._mark_under(place)
        event.acceptProposedAction()

    def _mark_under(self, place: GridPosition | None) -> None:
        """Marks what words would be dropped on, where it is; nothing scrolls under the mouse."""
        before, self._place = self._place, place
        for each in (before, place):
            self.repaint_place(each)

    def dropEvent(self, event: "QDropEvent") -> None:
        place, dragged = self.place_at(event.position().toPoint()), _passage_in(event)
        if place is None or dragged is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self._mark_under(place)
        self._is_dragged_over = False
        self.passage_dropped.emit(dragged, place)

    # Keys

    def _make_steps(self) -> dict[str, Step]:
        return {
            "down": navigation.down,
            "up": navigation.up,
            "left": navigation.left,
            "right": navigation.right,
            "home": navigation.home,
            "end": navigation.end,
            "first": navigation.first,
            "last": navigation.last,
            "page-down": self._page_down,
            "page-up": self._page_up,
            "into": navigation.into,
            "out": navigation.out,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._steps.get(done_by(event, Context.COMPARISON))
        if step is None or not self.grid_model.rows or not self.grid_model.columns:
            event.ignore()
            return
        event.accept()
        self.walk(step)

    def walk(self, step: Step) -> None:
        """A step of the person; where there is no way on, that is said."""
        if not self.grid_model.rows or not self.grid_model.columns:
            return
        if self._place is None:
            self.go(navigation.enter(self.grid_model, 0, 0), by_person=True)
        else:
            before = self._place
            if step is navigation.into and not before.on_head:
                self.open_wanted.emit(before)
            self.go(step(self.grid_model, before), by_person=True)
            if self._place == before:
                self.voice.tell_no_way()

    def _page_down(self, ground: navigation.Ground, at: GridPosition) -> GridPosition:
        return self._page(ground, at, self.viewport().height())

    def _page_up(self, ground: navigation.Ground, at: GridPosition) -> GridPosition:
        return self._page(ground, at, -self.viewport().height())

    def _page(self, ground: navigation.Ground, at: GridPosition, by: int) -> GridPosition:
        """The first claim of the row that is a screenful away, and at least one row."""
        here = max(0, at.row)
        row = self.rowAt(self.rowViewportPosition(here) + by)
        if row < 0:
            row = 0 if by < 0 else ground.rows - 1
        if row == here:
            row = max(0, min(ground.rows - 1, here + (1 if by > 0 else -1)))
        return navigation.enter(ground, row, at.column)


def _passage_in(event: "QDropEvent") -> "Dragged | None":
    from counterpoint.ui.widgets.passage_mime import passage_in  # not before something is dragged

    return passage_in(event.mimeData())
