"""The map for screen readers: what was counted, the legend, and each question with its named
answers and letters, each an object of its own."""

from weakref import proxy

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from counterpoint.application.library.held_map import HeldMap
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.node import Node, Nodes
from counterpoint.ui.accessibility.press import Press

from . import spoken
from .map_layout import MapLayout
from .place import Kind, Place, places_of
from .view import MapView

_ROLES = {
    Kind.COUNT: QAccessible.Role.Link,
    Kind.LEGEND: QAccessible.Role.CheckBox,
    Kind.QUESTION: QAccessible.Role.ListItem,
    Kind.NAME: QAccessible.Role.ListItem,
    Kind.LETTER: QAccessible.Role.Link,
}


class MapNode(Node):
    """What stands at a place of the map, until it is laid out anew."""

    def __init__(self, root: "MapInterface", place: Place) -> None:
        super().__init__(root)
        self.root, self.place = root, place
        self._press = Press(self.go, self.press, _deed(place))

    def go(self) -> None:
        """Puts the cursor here."""
        self.root.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.root.view.go(self.place, by_person=True)

    def press(self) -> None:
        self.go()
        self.root.view.activate(self.place)

    def is_there(self) -> bool:
        return self.root.holds(self)

    def part(self, kind: QAccessible.InterfaceType) -> Shiboken.Object | None:
        return self._press if kind == QAccessible.InterfaceType.ActionInterface else None

    def parent(self) -> QAccessibleInterface:
        if self.place.kind in (Kind.NAME, Kind.LETTER):
            return self.root.node(Place(Kind.QUESTION, self.place.question))
        return self.root

    def nodes(self) -> list[Node]:
        if self.place.kind is not Kind.QUESTION:
            return []
        at = self.root.view.layout_now().row_of(self.place)
        places = [] if at is None else places_of(self.held.holders[at])
        return [self.root.node(place) for place in places if place != self.place]

    def role(self) -> QAccessible.Role:
        return _ROLES[self.place.kind]

    def name(self) -> str:
        return spoken.name(self.held, self.root.view.layout_now().head, self.place)

    def description(self) -> str:
        view = self.root.view
        return spoken.description(self.held, self.place, view.pair(), view.notes_at(self.place))

    @property
    def held(self) -> HeldMap:
        return self.root.view.held

    def rect(self) -> QRect:
        return self.root.view.rect_on_screen(self.place) if self.isValid() else QRect()

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        here = self.root.view.place() == self.place
        state.focusable = state.selectable = True
        state.focused, state.selected = here and self.root.view.hasFocus(), here
        state.offscreen = self.rect().isEmpty()
        if self.place.kind is Kind.LEGEND:
            state.checkable = True
            state.checked = self.place.approach in self.root.view.pair()
        return state


class MapInterface(QAccessibleWidget):
    """The map: what was counted, the legend, the questions, from top to bottom."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self.view: MapView = proxy(view)
        """Not the map itself: Qt for Python keeps what it was given until the program ends."""
        self._nodes: Nodes[Place, MapNode] = Nodes()
        self._held: HeldMap | None = None
        self._there: set[Place] = set()
        self._layout: MapLayout | None = None

    def node(self, place: Place) -> MapNode:
        """The object at a place, which is there."""
        if self._held is not self.view.held:
            self._held = self.view.held
            self._nodes.forget()
        return self._nodes.find(place) or self._nodes.keep(place, MapNode(self, place))

    def holds(self, node: MapNode) -> bool:
        """Whether what the object stands for is still shown."""
        layout = self.view.layout_now()
        if layout is not self._layout:
            self._layout = layout
            self._there = {place for line in layout.lines for place in line}
        same = self._held is self.view.held and self._nodes.find(node.place) is node
        return same and node.place in self._there

    def _children(self) -> list[Place]:
        lines = self.view.layout_now().lines
        return [
            place
            for line in lines
            for place in line
            if place.kind in (Kind.COUNT, Kind.LEGEND, Kind.QUESTION)
        ]

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        place = self.view.place()
        return self.node(place) if place is not None and self.view.hasFocus() else None

    def childCount(self) -> int:
        return len(self._children())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        places = self._children()
        return self.node(places[index]) if 0 <= index < len(places) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if not isinstance(child, MapNode):
            return -1
        places = self._children()
        return places.index(child.place) if child.place in places else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        found = (self.child(index) for index in range(self.childCount()))
        return next((each for each in found if each and each.rect().contains(x, y)), None)


def _deed(place: Place) -> str:
    """What a press does, in a few words."""
    match place.kind:
        case Kind.COUNT:
            return tr("Goes to what was counted")
        case Kind.LEGEND:
            return tr("Compares this approach with another")
        case Kind.LETTER:
            return tr("Goes to the answer")
    return tr("Says what it means")
