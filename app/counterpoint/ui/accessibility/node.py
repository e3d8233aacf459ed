"""An object that screen readers find where there is no widget: a paragraph, a claim."""

from collections.abc import Hashable, Iterable
from functools import partial
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface

from .part import address


class Node(QAccessibleInterface):
    """Subclasses say what it is. Nothing here may raise, as Qt calls it and cannot be told."""

    def __init__(self, root: QAccessibleInterface) -> None:
        """`root` is that of the widget in which it is painted."""
        super().__init__()
        self._root = root

    # For subclasses.

    def is_there(self) -> bool:
        """Whether it still stands for something; nothing else is asked once it does not."""
        return True

    def name(self) -> str:
        return ""

    def description(self) -> str:
        return ""

    def nodes(self) -> "list[Node]":
        """What is within it, in order."""
        return []

    def part(self, kind: QAccessible.InterfaceType) -> shiboken6.Shiboken.Object | None:
        """The text, the actions or the like of it, kept by the node; None if it has none."""
        return None

    # What Qt asks.

    def isValid(self) -> bool:
        return shiboken6.isValid(self._root) and self.is_there()

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def parent(self) -> QAccessibleInterface:
        return self._root

    def childCount(self) -> int:
        return len(self.nodes()) if self.isValid() else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        nodes = self.nodes() if self.isValid() else []
        return nodes[index] if 0 <= index < len(nodes) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        nodes = self.nodes() if self.isValid() else []
        return next((at for at, node in enumerate(nodes) if node is child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        nodes = self.nodes() if self.isValid() else []
        return next((node for node in nodes if node.rect().contains(x, y)), None)

    def rect(self) -> QRect:
        return QRect()

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if kind == QAccessible.Text.Name:
            return self.name()
        return self.description() if kind == QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing is changed this way."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        return address(self.part(kind) if self.isValid() else None)


Key = TypeVar("Key", bound=Hashable)
AnyNode = TypeVar("AnyNode", bound=Node)


class Nodes(Generic[Key, AnyNode]):
    """The nodes of one widget. Qt holds only their C++ side, so they are kept until forgotten."""

    def __init__(self) -> None:
        self._made: dict[Key, AnyNode] = {}

    def find(self, key: Key) -> AnyNode | None:
        return self._made.get(key)

    def keep(self, key: Key, node: AnyNode) -> AnyNode:
        self._made[key] = node
        return node

    def forget(self) -> None:
        """Takes them all away from Qt, before Python does away with them: not at once, as Qt may
        be asking one of them just now."""
        made, self._made = self._made, {}
        if made:
            QTimer.singleShot(0, partial(_take_away, tuple(made.values())))


def _take_away(nodes: Iterable[Node]) -> None:
    for node in filter(shiboken6.isValid, nodes):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(node))
