"""Widgets that make an accessible object of their own, and those that do not."""

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.ui.accessibility.factory import install


class Clock(QWidget):
    def make_accessible(self) -> QAccessibleInterface:
        return QAccessibleWidget(self, QAccessible.Role.Clock, "Noon")


def test_a_widget_makes_its_own(qtbot: QtBot) -> None:
    install()
    clock, label = Clock(), QLabel("Words")
    qtbot.addWidget(clock)
    qtbot.addWidget(label)
    assert QAccessible.queryAccessibleInterface(clock).role() == QAccessible.Role.Clock
    assert QAccessible.queryAccessibleInterface(label).role() == QAccessible.Role.StaticText


def test_what_qt_made_before_is_thrown_away(qtbot: QtBot) -> None:
    class Late(QWidget):
        pass

    late = Late()
    qtbot.addWidget(late)
    assert QAccessible.queryAccessibleInterface(late).role() == QAccessible.Role.Client
    Late.make_accessible = Clock.make_accessible  # type: ignore[attr-defined]
    assert QAccessible.queryAccessibleInterface(late).role() == QAccessible.Role.Client
    install(late)
    assert QAccessible.queryAccessibleInterface(late).role() == QAccessible.Role.Clock
