"""The button in the top bar that looks like a field."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counterpoint.ui.actions.shown_keys import of_action, spaced
from counterpoint.ui.palette.field import SearchField
from counterpoint.ui.theme.theme import Theme
from tests.ui.palette.conftest import Window


def test_a_click_asks_for_the_palette_and_leaves_the_focus(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.search.clicked):
        QTest.mouseClick(window.search, Qt.MouseButton.LeftButton)
    assert window.text.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_ask_for_it_too(window: Window, qtbot: QtBot, key: Qt.Key) -> None:
    window.search.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(window.search.clicked):
        QTest.keyClick(window.search, key)


def test_it_is_named_and_says_its_keys(window: Window) -> None:
    assert window.search.accessibleName() == "Search or go to"
    assert window.search.accessibleDescription() == spaced(of_action("go-to"))


def test_focus_is_seen_and_zoom_is_followed(theme: Theme, window: Window) -> None:
    def edge() -> str:
        return window.search.grab().toImage().pixelColor(200, 0).name()

    assert edge() not in (theme.colours.accent, theme.colours.paper)
    window.search.setFocus(Qt.FocusReason.TabFocusReason)
    assert edge() == theme.colours.accent
    height = window.search.sizeHint().height()
    theme.set_zoom(2.0)
    assert window.search.sizeHint().height() == 2 * height


def test_where_there_is_little_room_the_keys_go_first(theme: Theme, qtbot: QtBot) -> None:
    field = SearchField(theme)
    qtbot.addWidget(field)

    def ink_at_the_right(width: int) -> bool:
        field.resize(width, 28)
        image = field.grab().toImage()
        right = [(x, y) for x in range(width - 40, width - 4) for y in range(6, 22)]
        return any(image.pixelColor(x, y).name() != theme.colours.paper for x, y in right)

    assert ink_at_the_right(420)
    assert not ink_at_the_right(170)


def test_the_mouse_on_it_shows_the_sign_for_writing(window: Window) -> None:
    middle = QPointF(window.search.rect().center())
    QApplication.sendEvent(window.search, QEnterEvent(middle, middle, middle))
    assert window.search.cursor().shape() is Qt.CursorShape.IBeamCursor
