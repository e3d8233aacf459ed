"""The menus under the right mouse button, by their words."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.application.library.page import Page, PageKind
from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.ui.comparison.grid.navigation import GridPosition
from counterpoint.ui.comparison.view import ComparisonView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CLAIM = Target(TargetKind.CLAIM, "a", "pressure", "pressure-0")


def _open(view: ComparisonView, widget: QWidget, point: QPoint) -> QMenu:
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, event)
    return _menu()


def _menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _choose(menu: QMenu, words: str) -> None:
    action = next(one for one in menu.actions() if one.text().startswith(words))
    assert action.isEnabled()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def _enabled(menu: QMenu) -> dict[str, bool]:
    return {one.text().split("\t")[0]: one.isEnabled() for one in menu.actions() if one.text()}


def test_the_menu_of_a_claim(view: ComparisonView, qtbot: QtBot) -> None:
    viewport = view.grid.viewport()
    point = view.grid.rect_of(GridPosition(2, 0, 0)).topLeft() + QPoint(20, 10)
    menu = _open(view, viewport, point)
    assert view.selection() == CLAIM
    off = [words for words, on in _enabled(menu).items() if not on]
    assert off == ["Put it into this cell"], "nothing was cut"
    groups = "\n".join(one.text() for one in menu.actions()).split("\n\n")
    assert all(len(group.splitlines()) <= 6 for group in groups)
    with qtbot.waitSignal(view.jump_requested):
        _choose(menu, "Jump")
    with qtbot.waitSignal(view.copy_requested) as asked:
        _choose(_open(view, viewport, point), "Copy claim")
    assert asked.args == [CLAIM]
    with qtbot.waitSignal(view.note_requested) as wanted:
        _choose(_open(view, viewport, point), "Write a note")
    assert wanted.args == [CLAIM]
    with qtbot.waitSignal(view.page_wanted) as paged:
        _choose(_open(view, viewport, point), "This question")
    assert paged.args == [Page(PageKind.QUESTION, CLAIM.dimension)]
    with qtbot.waitSignal(view.table_wanted) as table:
        _choose(_open(view, viewport, point), "Copy the answer")
    assert table.args == [Target(TargetKind.POSITION, CLAIM.approach, CLAIM.dimension)]
    _choose(_open(view, viewport, point), "Peek")
    assert view.peeker.is_open


def test_the_menu_of_a_gap_has_nothing_to_jump_to(view: ComparisonView) -> None:
    menu = _open(view, view.grid.viewport(), view.grid.rect_of(GridPosition(2, 1)).center())
    assert _enabled(menu) == {
        "Jump to the passage": False,
        "Write a note": True,
        "More like this": True,
        "Change this…": True,
        "Answer in this cell…": True,
        "Delete this": True,
        "Put it into this cell": False,
        "New claim…": True,
        "Peek": True,
        "Copy cell with quotations": True,
        "Copy the answer as a table": True,
        "This question as a page": True,
        "This approach beside another": True,
    }
    menu.close()


def test_the_menu_key_opens_the_menu_of_the_cursor(view: ComparisonView) -> None:
    view.select(CLAIM)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(
        view.grid.viewport(), QContextMenuEvent(reason, QPoint(1, 1), QPoint(1, 1))
    )
    menu = _menu()
    assert "Peek" in _enabled(menu)
    menu.close()


def test_the_menu_of_a_question_writes_a_note_on_it(view: ComparisonView, qtbot: QtBot) -> None:
    header = view.grid.rows_header
    point = QPoint(40, header.sectionViewportPosition(1) + 8)
    with qtbot.waitSignal(view.note_requested) as wanted:
        _choose(_open(view, header.viewport(), point), "Write a note")
    assert wanted.args == [question_target(view.grid.grid_model.dimension(1, 0).id)]


def test_the_menu_of_an_approach(view: ComparisonView, qtbot: QtBot) -> None:
    header = view.grid.columns_header

    def open_at(section: int) -> QMenu:
        point = QPoint(header.sectionViewportPosition(section) + 40, 60)
        return _open(view, header.viewport(), point)

    with qtbot.waitSignal(view.page_wanted) as paged:
        _choose(open_at(1), "This approach beside")
    assert paged.args == [Page(PageKind.PAIR, one="b", other="c")]
    with qtbot.waitSignal(view.table_wanted) as table:
        _choose(open_at(1), "Copy its answers")
    assert table.args == [Target(TargetKind.APPROACH, "b")]
    assert _enabled(open_at(0))["Move left"] is False
    _menu().close()
    _choose(open_at(0), "Move right")
    assert view.arrangement().columns[:2] == ("b", "a")
    _choose(open_at(0), "Widen")
    assert view.arrangement().widths == {"b": 248}
    _choose(open_at(0), "Narrow")
    assert view.grid.columnWidth(0) == 208
    _choose(open_at(0), "Share the width")
    assert view.arrangement().widths == {}
    _choose(open_at(0), "Hide")
    assert "b" not in view.arrangement().columns
    _choose(open_at(1), "Show only this")
    assert view.arrangement().columns == ("c",)
    assert _enabled(open_at(0))["Show only this"] is False
    _menu().close()


def test_one_approach_has_none_beside_it_and_that_is_said(
    view: ComparisonView, qtbot: QtBot
) -> None:
    view.arrange(view.arrangement().show_only(["b"]))
    with qtbot.waitSignal(view.said) as said, qtbot.assertNotEmitted(view.page_wanted):
        view.open_pair()
    assert said.args == ["Show at least two approaches; then they can be compared."]


def test_the_menu_of_a_dimension(view: ComparisonView, qtbot: QtBot) -> None:
    header = view.grid.rows_header

    def open_at(section: int) -> QMenu:
        point = QPoint(60, header.sectionViewportPosition(section) + 14)
        return _open(view, header.viewport(), point)

    with qtbot.waitSignal(view.page_wanted) as paged:
        _choose(open_at(1), "This question")
    assert paged.args == [Page(PageKind.QUESTION, "objective")]
    with qtbot.waitSignal(view.table_wanted) as table:
        _choose(open_at(1), "Copy its answers")
    assert table.args == [question_target("objective")]
    _choose(open_at(1), "Fold")
    assert view.arrangement().folded == {"objective"}
    _choose(open_at(1), "Unfold")
    assert view.arrangement().folded == frozenset()
    _choose(open_at(1), "Fold all")
    assert len(view.arrangement().folded) == 10
    _choose(open_at(1), "Unfold all")
    assert view.arrangement().folded == frozenset()
