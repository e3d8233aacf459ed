"""The cross in a field."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from counterpoint.ui.widgets.clear_button import add_clear_button


def test_it_has_a_name_and_empties_the_field(qtbot: QtBot) -> None:
    field = QLineEdit("words")
    qtbot.addWidget(field)
    add_clear_button(field)
    (button,) = field.findChildren(QToolButton)
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == "Clear"
    button.click()
    assert field.text() == ""
