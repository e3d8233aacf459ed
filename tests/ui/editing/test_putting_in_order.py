"""Approaches and questions put in another order, by the mouse, keys and menus, and back by undo."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from counterpoint.application.library.arrangement import Rows
from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.ui.comparison.header.header_view import GridHeader
from counterpoint.ui.comparison.header.landing_line import LandingLine
from tests.at_window import GO_ON, AtWindow, Sit, fonts, sit
from tests.library_on_disk import LibraryOnDisk

from .test_making_and_moving import at_target, saved

__all__ = ["fonts", "sit"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
_LEFT = Qt.MouseButton.LeftButton


def columns(at: AtWindow) -> list[str]:
    return [each.head.id for each in at.grid.grid_model.sheet.approaches]


def rows(at: AtWindow) -> list[str]:
    return [each.id for each in at.grid.grid_model.sheet.dimensions]


def line(at: AtWindow) -> QWidget | None:
    found = at.grid.findChild(LandingLine)
    return found if isinstance(found, LandingLine) and found.isVisible() else None


def drag(header: GridHeader, section: int, to: QPoint) -> None:
    """Up to letting go."""
    across = header.orientation() == Qt.Orientation.Horizontal
    begin = header.sectionViewportPosition(section)
    start = QPoint(begin + 60, 40) if across else QPoint(60, begin + 40)
    QTest.mousePress(header.viewport(), _LEFT, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(header.viewport(), start + (to - start) * step / 5)


def test_a_column_is_dragged_to_where_the_line_is_and_undo_puts_it_back(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder, beside=False)
    header = at.grid.columns_header
    assert columns(at) == ["talk", "firm"]
    end = QPoint(header.sectionViewportPosition(1) + header.sectionSize(1) - 20, 40)
    drag(header, 0, end)

    shown = line(at)
    assert shown is not None
    edge = header.sectionViewportPosition(1) + header.sectionSize(1)
    there = header.viewport().mapTo(at.grid, QPoint(edge, 0)).x()
    assert shown.geometry().left() <= there <= shown.geometry().right() + 3
    assert shown.height() == at.grid.height()
    QTest.mouseRelease(header.viewport(), _LEFT, pos=end)
    assert line(at) is None
    assert columns(at) == ["firm", "talk"]
    undo = at.window.menus.action("undo")
    assert undo.text() == "Undo putting approaches in another order"
    at.window.menus.trigger("undo")
    assert columns(at) == ["talk", "firm"]
    at.window.menus.trigger("redo")
    assert columns(at) == ["firm", "talk"]


def test_dragged_back_to_its_place_nothing_is_moved(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder, beside=False)
    header = at.grid.columns_header
    end = QPoint(header.sectionViewportPosition(1) + 8, 40)  # less than half over the next
    drag(header, 0, end)
    assert line(at) is None
    QTest.mouseRelease(header.viewport(), _LEFT, pos=end)
    assert columns(at) == ["talk", "firm"]
    assert at.window.space.session.history.next_undo is None


def test_keys_and_the_menu_move_an_approach_and_undo_puts_it_back(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder, beside=False)
    at_target(at, Target(TargetKind.APPROACH, "talk"))
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    at.key(Qt.Key.Key_Right, control | shift)
    assert columns(at) == ["firm", "talk"]
    at.window.menus.trigger("move-left")
    assert columns(at) == ["talk", "firm"]
    for order in (["firm", "talk"], ["talk", "firm"]):
        at.window.menus.trigger("undo")
        assert columns(at) == order


def test_a_question_is_dragged_and_put_by_keys_in_the_file(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder, beside=False)
    before = disk.read("options/dimensions.yaml")
    header = at.grid.rows_header
    assert rows(at) == ["channels", "objections"]
    end = QPoint(60, header.sectionViewportPosition(1) + header.sectionSize(1) - 6)
    drag(header, 0, end)
    shown = line(at)
    assert shown is not None
    assert shown.width() == at.grid.width()
    QTest.mouseRelease(header.viewport(), _LEFT, pos=end)
    at.qtbot.waitUntil(lambda: rows(at) == ["objections", "channels"])
    saved(at)
    written = disk.read("options/dimensions.yaml")
    assert written.index("id: objections") < written.index("id: channels")

    at_target(at, question_target("channels"))
    at.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    at.qtbot.waitUntil(lambda: rows(at) == ["channels", "objections"])
    for _ in range(2):
        at.window.menus.trigger("undo")
    saved(at)
    assert disk.read("options/dimensions.yaml") == before


def test_questions_that_stand_by_difference_are_in_no_order_of_their_own(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder, beside=False)
    at.window.space.comparison.arranger.set_rows(Rows.DIFFER)
    assert not at.grid.rows_header.sectionsMovable()
    assert at.grid.columns_header.sectionsMovable()


def test_a_claim_that_is_copied_is_put_into_another_cell_as_a_copy(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder, beside=False)
    control = Qt.KeyboardModifier.ControlModifier
    at.window.menus.trigger("depth-claims")
    at_target(at, GO_ON)
    at.key(Qt.Key.Key_C, control)
    for cell in ("objections", "channels"):
        at_target(at, Target(TargetKind.POSITION, "firm", cell))
        at.key(Qt.Key.Key_V, control)
        there = Target(TargetKind.CLAIM, "firm", cell, "go-on")
        if cell == "channels":
            there = there._replace(claim="talks-should-continue")
        at.qtbot.waitUntil(lambda there=there: at.window.space.session.target == there)  # type: ignore[misc]
    saved(at)
    assert disk.read("options/talk.yaml").count("id: go-on") == 1
    assert disk.read("options/firm.yaml").count("text: Talks should continue.") == 2
