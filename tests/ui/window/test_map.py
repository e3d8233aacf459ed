"""The map in the real window, on the library that is shipped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counterpoint.application.library.arrangement import Depth
from counterpoint.domain.note import TargetKind
from counterpoint.storage.place import shipped_library
from counterpoint.ui.comparison.map.place import Kind
from tests.at_window import Sit

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_the_six_on_ten_questions_stand_on_one_screen(sit: Sit) -> None:
    at = sit(shipped_library())
    for name in ("reader", "notebook"):
        if at.window.space.is_shown(name):
            at.window.menus.trigger(f"show-{name}")
    at.window.resize(1280, 800)
    at.window.menus.trigger("depth-map")
    on_map = at.window.space.comparison.map.view
    at.qtbot.waitUntil(lambda: on_map.width() > 1200)
    layout = on_map.layout_now()
    assert (len(layout.held.heads), len(layout.tops)) == (6, 10)
    assert on_map.verticalScrollBar().maximum() == 0
    assert layout.height <= on_map.viewport().height()


def test_a_letter_that_is_walked_to_is_what_notes_are_on(sit: Sit) -> None:
    at = sit(shipped_library())
    at.window.menus.trigger("depth-map")
    on_map = at.window.space.comparison.map.view
    assert QApplication.focusWidget() is on_map
    QTest.keyClick(on_map, Qt.Key.Key_Down)
    QTest.keyClick(on_map, Qt.Key.Key_Right)
    place = on_map.place()
    assert place is not None
    assert place.kind is Kind.LETTER
    session = at.window.space.session
    assert session.target == place.target
    assert session.target.kind is TargetKind.POSITION
    QTest.keyClick(on_map, Qt.Key.Key_Return)
    assert session.arrangement.depth is Depth.ANSWERS
    assert session.target == place.target


def test_the_status_line_has_the_keys_of_the_map(sit: Sit) -> None:
    at = sit(shipped_library())
    at.window.space.comparison.grid.setFocus()
    before = at.window.status.hints()
    at.window.menus.trigger("depth-map")
    assert "Enter go to the answer" in at.window.status.hints()
    at.window.menus.trigger("depth-claims")
    assert at.window.status.hints() == before
