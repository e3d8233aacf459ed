"""The answers of the library that comes with the app, in the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from counterpoint.application.library.page import Page, PageKind
from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.storage.place import shipped_library
from counterpoint.ui.comparison.header.header_layout import HeaderLayout
from counterpoint.ui.window.panes import names_beside
from tests.at_window import AtWindow, Sit


def without_side(at: AtWindow, width: int, height: int) -> None:
    """With reader and notebook folded."""
    for name in names_beside():
        at.window.space.show_pane(name, False)
    at.window.resize(width, height)
    at.qtbot.waitUntil(lambda: at.grid.settled and at.grid.width() == width)


def rows_of(at: AtWindow) -> int:
    """How tall all rows are, in pixels."""
    return sum(at.grid.rowHeight(row) for row in range(at.grid.grid_model.rows))


def heads_of_rows(at: AtWindow) -> list[HeaderLayout]:
    grid, width = at.grid, at.grid.rows_header.breadth()
    upright = Qt.Orientation.Vertical
    return [grid.head_layout(upright, row, width) for row in range(grid.grid_model.rows)]


def test_six_approaches_on_ten_questions_stand_on_one_screen(sit: Sit) -> None:
    at = sit(shipped_library())
    assert (at.grid.grid_model.rows, at.grid.grid_model.columns) == (10, 6)
    without_side(at, 1600, 1000)
    assert rows_of(at) <= at.grid.viewport().height()
    assert at.grid.horizontalScrollBar().maximum() == 0


def test_so_they_do_most_different_first(sit: Sit) -> None:
    at = sit(shipped_library())
    without_side(at, 1600, 1000)
    at.window.menus.trigger("rows-differ")
    at.qtbot.waitUntil(lambda: at.grid.settled)
    model = at.grid.grid_model
    assert all(model.remark(dimension) for dimension in model.sheet.dimensions)
    assert rows_of(at) <= at.grid.viewport().height()


def test_there_each_question_is_whole(sit: Sit) -> None:
    at = sit(shipped_library())
    without_side(at, 1600, 1000)
    for head in heads_of_rows(at):
        assert head.height == head.whole


def test_on_a_large_screen_questions_are_whole_beside_what_is_counted(sit: Sit) -> None:
    at = sit(shipped_library())
    without_side(at, 2560, 1440)
    at.window.menus.trigger("rows-differ")
    at.qtbot.waitUntil(lambda: at.grid.settled)
    for head in heads_of_rows(at):
        assert head.height == head.whole


def test_and_on_three_small_ones(sit: Sit) -> None:
    at = sit(shipped_library())
    without_side(at, 1280, 800)
    assert rows_of(at) <= 3 * at.grid.viewport().height()
    assert at.grid.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(("width", "height"), [(1600, 1000), (1280, 800)])
def test_a_question_has_the_lines_that_its_row_has(sit: Sit, width: int, height: int) -> None:
    at = sit(shipped_library())
    without_side(at, width, height)
    for row, head in enumerate(heads_of_rows(at)):
        tall = at.grid.rowHeight(row)
        assert head.height <= tall, "nothing is cut by the edge"
        assert head.height == head.whole or head.whole > tall


def test_a_note_on_an_answer_is_on_its_position_and_is_marked(sit: Sit) -> None:
    at = sit(shipped_library())
    target = Target(TargetKind.POSITION, "containment", "pressure")
    at.window.space.comparison.select(target)
    at.grid.setFocus()
    at.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    at.qtbot.keyClicks(at.window.space.notebook.editor, "No means are named.")
    at.wait_saved()
    notes = at.window.space.live.notebook.notes
    assert [note.target for note in notes.all()] == [target]
    place = at.grid.grid_model.place(target)
    assert place is not None
    at.qtbot.waitUntil(lambda: at.grid.grid_model.notes_at(place) == 1)


def test_going_to_a_claim_from_elsewhere_opens_its_cell(sit: Sit) -> None:
    at = sit(shipped_library())
    comparison = at.window.space.comparison
    claim = Target(TargetKind.CLAIM, "containment", "pressure", "cold-war-posture")
    at.window.space.navigator.go_to(claim)
    assert comparison.selection() == claim
    assert comparison.arrangement().opened == {("containment", "pressure")}


def test_a_row_whose_head_is_clicked_is_what_page_copy_and_note_are_of(sit: Sit) -> None:
    at = sit(shipped_library())
    comparison = at.window.space.comparison
    comparison.select(Target(TargetKind.POSITION, "containment", "diagnosis"))
    down, asked = at.grid.rows_header, question_target("pressure")
    row = at.grid.grid_model.row_ids().index("pressure")
    spot = QPoint(40, down.sectionViewportPosition(row) + 10)
    at.qtbot.mouseClick(down.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert at.window.space.session.target == asked

    for action in ("copy-row", "copy"):
        QApplication.clipboard().clear()
        at.window.menus.trigger(action)
        copied = QApplication.clipboard().text()
        assert "Pressure" in copied
        assert "Objective" not in copied
    at.window.menus.trigger("question-page")
    assert at.window.space.session.page == Page(PageKind.QUESTION, "pressure")
    at.window.menus.trigger("compare")
    assert at.window.space.session.target == asked, "it is chosen still"
    at.grid.setFocus()
    at.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    at.qtbot.keyClicks(at.window.space.notebook.editor, "All of them answer.")
    at.wait_saved()
    assert [note.target for note in at.window.space.live.notebook.notes.all()] == [asked]
