"""The map with a cursor, walked by keys and mouse."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from counterpoint.domain.note import Target
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.comparison.grid.announcer import GridAnnouncer
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.widgets.composing import Composing

from . import steps
from .page import MapPage
from .place import Count, Kind, Place

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class MapView(MapPage):
    """Shows who holds what, with a cursor. Two approaches can be chosen to be compared."""

    chosen = Signal(object)
    """The person put the cursor on something: its Target, or None for what has none."""
    opened = Signal(object)
    """The cell of a letter is wanted: its Target."""
    peek_wanted = Signal(object)
    """A Place that is to be looked at, on purpose."""
    hovered = Signal(object)
    """The Place under the mouse, or None."""
    pair_wanted = Signal()
    """The two that are compared are to be opened as a page."""
    menu_wanted = Signal(object, QPoint)
    """Place and point on the screen for a menu."""
    said = Signal(str)
    """What was counted, for the ears: it stands at the top."""
    interface: "Callable[[MapView], QAccessibleInterface] | None" = None
    """Makes the object by which a screen reader knows the map."""
    composing: Composing | None = None
    """Where what an input method composes here goes, as a letter begins a note."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self._pressed: Place | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("Map"))
        self.setAccessibleDescription(
            tr(
                "Arrows walk from letter to letter and from question to question, {go} goes to the "
                "answer, {peek} says it",
                go=in_pane(Context.MAP, "activate"),
                peek=in_pane(Context.MAP, "peek"),
            )
        )

    # The cursor

    def place(self) -> Place | None:
        return self._place

    def target(self) -> Target | None:
        """What the cursor is on, or None."""
        return None if self._place is None else self._place.target

    def go(self, place: Place, *, by_person: bool) -> None:
        """Puts the cursor somewhere and makes it visible."""
        if self.composing is not None:
            self.composing.leave()
        before, self._place = self._place, place
        self.disturbed.emit()
        self.reveal(place)
        self.viewport().update()
        if place == before:
            return
        self._tell()
        if by_person:
            self.chosen.emit(place.target)

    def select(self, target: Target) -> bool:
        """Puts the cursor where a target is seen; False if it is not shown. Emits nothing."""
        if self._place is not None and self._place.stands_for(target):
            return True
        every = (place for line in self.layout_now().lines for place in line)
        found = next((place for place in every if place.stands_for(target)), None)
        if found is None:
            return False
        self.go(found, by_person=False)
        return True

    # Two approaches

    def pair(self) -> tuple[str, ...]:
        """The approaches that are chosen to be compared: none, one or two."""
        return self._pair

    def choose_pair(self, *approaches: str) -> None:
        """Compares two approaches; with none, ends it."""
        known = (each for each in dict.fromkeys(approaches) if each in self.held.heads)
        self._pair = tuple(known)[-2:]
        self._relay()
        self._tell()
        if len(self._pair) == 2:
            self.said.emit(self.layout_now().head.words())

    def toggle_in_pair(self, approach: str) -> None:
        """Chooses an approach to be compared, or no longer; of three the first goes."""
        if approach in self._pair:
            self.choose_pair(*(each for each in self._pair if each != approach))
        else:
            self.choose_pair(*self._pair, approach)

    # What is done at a place

    def activate(self, place: Place) -> None:
        """Enter, or a click on what is a link."""
        match place.kind:
            case Kind.COUNT:
                self._follow(place.counted)
            case Kind.LEGEND:
                self.toggle_in_pair(place.approach)
            case Kind.LETTER:
                self.opened.emit(place.target)
            case _:
                self.peek_wanted.emit(place)

    def _follow(self, count: Count | None) -> None:
        """To what was counted."""
        most, near = self.held.most_parted, self.held.nearest
        if count is Count.PAIR:
            self.pair_wanted.emit()
        elif count is Count.MOST_PARTED and most is not None:
            question = self.held.dimensions[most.row].id
            self.go(Place(Kind.QUESTION, question), by_person=True)
        elif count is Count.NEAREST and near is not None:
            self.choose_pair(near.one, near.other)
            self.go(Place(Kind.LEGEND, approach=near.one), by_person=True)

    def escape(self) -> bool:
        """Ends the comparing of two; False where there is nothing to end."""
        if not self._pair:
            return False
        self.choose_pair()
        return True

    # For screen readers

    def make_accessible(self) -> "QAccessibleInterface | None":
        return None if self.interface is None else self.interface(self)

    @cached_property
    def voice(self) -> GridAnnouncer:
        return GridAnnouncer(self)

    def _tell(self) -> None:
        if self.hasFocus():
            self.voice.tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._place is None and event.reason() in _BY_KEY:
            self._begin()
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self.composing is not None)
        self.viewport().update()
        self._tell()

    def _begin(self) -> None:
        """Puts the cursor where it begins."""
        start = steps.first(self.layout_now())
        if start is not None:
            self.go(start, by_person=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.composing is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.composing.leave()
        super().focusOutEvent(event)
        self.disturbed.emit()
        self.viewport().update()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.composing is not None:
            self.composing.take(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802 (Qt's own)
        otherwise: object = super().inputMethodQuery(query)
        return otherwise if self.composing is None else self.composing.answer(query, otherwise)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._pressed = self.place_at(event.position())
        if place is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and place.approach:
            self._pressed = None
            self.toggle_in_pair(place.approach)
        else:
            self.go(place, by_person=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place, pressed = self.place_at(event.position()), self._pressed
        self._pressed = None
        if event.button() != Qt.MouseButton.LeftButton or place is None or place != pressed:
            return
        if place.kind in (Kind.LETTER, Kind.NAME, Kind.QUESTION):
            self.peek_wanted.emit(place)
        else:
            self.activate(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is not None and place.kind is Kind.LETTER:
            self.activate(place)
        else:
            self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.place_at(event.position()))

    def _point_at(self, place: Place | None) -> None:
        if place == self._under_mouse:
            return
        self._under_mouse = place
        shape = Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        self.viewport().update()
        self.hovered.emit(place)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._point_at(None)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self._place
            point = event.globalPos() if place is None else self.rect_on_screen(place).center()
        else:
            place, point = self.place_at(QPointF(event.pos())), event.globalPos()
        if place is not None:
            self.go(place, by_person=True)
            self.menu_wanted.emit(place, point)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        done, place = done_by(event, Context.MAP), self._place
        event.accept()
        if done in ("", "peek", "escape"):
            event.ignore()  # what concerns the peek too is the owner's
        elif place is None:
            self._begin()
        elif done == "activate":
            self.activate(place)
        elif done == "pair":
            if place.approach:
                self.toggle_in_pair(place.approach)
        else:
            self._walk(place, done)

    def _walk(self, place: Place, key: str) -> None:
        page = self.viewport().height() - self._above()
        there = steps.walk(self.layout_now(), place, key, page)
        self.go(there, by_person=True)
        if there == place:
            self.voice.tell_no_way()
