"""A pane that hands the focus on."""

import pytest
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.ui.widgets.focus_proxy import FocusProxy
from tests.ears import listen


class Pane(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Field")
        self._focus_proxy = FocusProxy(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._focus_proxy.to(self.field, event.reason())


def test_the_field_has_the_focus_and_is_told_of_last(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = Pane()
    qtbot.addWidget(pane)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    heard = listen(monkeypatch)
    pane.setFocus()
    assert pane.field.hasFocus()
    qapp.processEvents()
    assert heard == ["Field"]
