"""The page of keys answers as the rest of the window does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.copies import NO_WORDS
from counterpoint.ui.window.frame.help_page import HelpPage, keys_html

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[HelpPage]:
    window = QWidget()
    qtbot.addWidget(window)
    theme = Theme()
    page = HelpPage(theme, "Keys", keys_html(theme), window)
    page.show()
    yield page


def test_ctrl_c_copies_what_is_chosen_or_says_that_nothing_is(page: HelpPage) -> None:
    QGuiApplication.clipboard().setText("kept")
    QTest.keyClick(page.text, Qt.Key.Key_C, CONTROL)
    assert page.said.text() == NO_WORDS
    assert QGuiApplication.clipboard().text() == "kept"
    page.text.selectAll()
    QTest.keyClick(page.text, Qt.Key.Key_C, CONTROL)
    assert page.said.text() == ""
    assert "Hide this approach" in QGuiApplication.clipboard().text()


def test_its_menu_is_that_of_every_field(page: HelpPage) -> None:
    point = QPoint(20, 20)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(
        page.text.viewport(), QContextMenuEvent(reason, point, page.text.mapToGlobal(point))
    )
    (menu,) = page.text.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["Copy", "Select all"]
    menu.close()


def test_it_names_what_one_writes_with(page: HelpPage) -> None:
    words = page.text.toPlainText()
    assert "bold: ** around the words" in words
    assert words.count("begin a note on what is chosen") == 2  # comparison, sources
