"""Objects without a widget, as Qt asks them."""

import pytest
import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from counterpoint.ui.accessibility.node import Node, Nodes

ACTION = QAccessible.InterfaceType.ActionInterface


class Press(QAccessibleActionInterface):
    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        return ["Press"]


class Leaf(Node):
    def __init__(self, root: QAccessibleInterface, at: int = 0) -> None:
        super().__init__(root)
        self.there = True
        self._at = at
        self._press = Press()

    def is_there(self) -> bool:
        return self.there

    def name(self) -> str:
        return f"Leaf {self._at}"

    def description(self) -> str:
        return "green"

    def part(self, kind: QAccessible.InterfaceType) -> Shiboken.Object | None:
        return self._press if kind == ACTION else None

    def rect(self) -> QRect:
        return QRect(self._at * 10, 0, 10, 10)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        return QAccessible.State()


class Branch(Leaf):
    def __init__(self, root: QAccessibleInterface) -> None:
        super().__init__(root)
        self.leaves: list[Node] = [Leaf(root, at) for at in range(2)]

    def nodes(self) -> list[Node]:
        return self.leaves


@pytest.fixture
def root(qtbot: QtBot) -> QAccessibleWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return QAccessibleWidget(widget)


def test_it_has_a_name_a_description_and_nothing_else(root: QAccessibleWidget) -> None:
    leaf = Leaf(root)
    assert leaf.text(QAccessible.Text.Name) == "Leaf 0"
    assert leaf.text(QAccessible.Text.Description) == "green"
    assert leaf.text(QAccessible.Text.Value) == ""
    leaf.setText(QAccessible.Text.Name, "Other")
    assert leaf.text(QAccessible.Text.Name) == "Leaf 0"


def test_qt_is_given_the_parts_that_it_has(root: QAccessibleWidget) -> None:
    leaf = Leaf(root)
    assert leaf.actionInterface().actionNames() == ["Press"]
    assert leaf.textInterface() is None
    assert leaf.tableCellInterface() is None


def test_it_knows_what_is_within_it(root: QAccessibleWidget) -> None:
    branch = Branch(root)
    first, second = branch.leaves
    assert branch.childCount() == 2
    assert branch.child(1) is second
    assert branch.child(2) is None
    assert branch.indexOfChild(second) == 1
    assert branch.indexOfChild(branch) == -1
    assert branch.childAt(3, 3) is first
    assert branch.childAt(3, 30) is None


def test_one_that_is_gone_answers_with_nothing(root: QAccessibleWidget) -> None:
    branch = Branch(root)
    branch.there = False
    assert not branch.isValid()
    assert branch.text(QAccessible.Text.Name) == ""
    assert branch.childCount() == 0
    assert branch.child(0) is None
    assert branch.actionInterface() is None


def test_one_whose_widget_is_gone_is_gone(root: QAccessibleWidget) -> None:
    leaf = Leaf(root)
    shiboken6.delete(root)
    assert not leaf.isValid()


def test_nodes_that_are_forgotten_are_gone_for_qt(
    root: QAccessibleWidget, qapp: QApplication
) -> None:
    nodes: Nodes[int, Leaf] = Nodes()
    leaf = nodes.keep(7, Leaf(root))
    number = QAccessible.uniqueId(leaf)
    assert nodes.find(7) is leaf
    assert QAccessible.accessibleInterface(number) is leaf
    nodes.forget()
    assert nodes.find(7) is None
    assert QAccessible.accessibleInterface(number) is leaf, "Qt may be asking it just now"
    qapp.processEvents()
    assert QAccessible.accessibleInterface(number) is None
    nodes.forget()
