"""Widgets that can be pressed, for screen readers."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.ui.accessibility.pressable import Pressable
from counterpoint.ui.accessibility.radio import Radio


def test_a_widget_is_pressed_and_gone_to(qtbot: QtBot) -> None:
    widget, pressed = QWidget(), list[str]()
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    made = Pressable(widget, QAccessible.Role.Link, lambda: pressed.append("once"), "Goes there")
    actions = made.actionInterface()
    assert made.role() == QAccessible.Role.Link
    assert actions.actionNames() == ["Press", "SetFocus"]
    assert actions.localizedActionDescription("Press") == "Goes there"
    assert actions.localizedActionDescription("SetFocus") == "Sets the focus"
    assert actions.keyBindingsForAction("Press") == []
    actions.doAction("Press")
    actions.doAction("Something else")
    assert pressed == ["once"]
    actions.doAction("SetFocus")
    qtbot.waitUntil(widget.hasFocus)
    assert made.textInterface() is None


def test_one_of_several_is_on_or_not(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.setCheckable(True)
    radio = Radio(button)
    assert radio.role() == QAccessible.Role.RadioButton
    assert radio.state().checkable
    assert not radio.state().checked
    radio.actionInterface().doAction("Press")
    assert radio.state().checked
    assert button.isChecked()
