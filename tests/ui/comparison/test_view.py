"""The pane: choosing, jumping, rearranging, filters and empty states."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counterpoint.application.library.arrangement import Arrangement, Rows
from counterpoint.domain.approach import Approach, Stance
from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.ui.comparison.grid.navigation import GridPosition
from counterpoint.ui.comparison.view import ComparisonView
from counterpoint.ui.theme.theme import Theme
from tests.ui.comparison.conftest import MakeView
from tests.ui.comparison.material import library, six, with_eleven_claims

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

KEY, MOD = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
CLAIM = Target(TargetKind.CLAIM, "a", "pressure", "pressure-0")


def _titles(view: ComparisonView) -> list[str]:
    return [approach.head.id for approach in view.grid.grid_model.sheet.approaches]


def _drag(qtbot: QtBot, widget: QWidget, begin: QPoint, end: QPoint) -> None:
    QTest.mousePress(widget, LEFT, pos=begin)
    for step in range(1, 6):
        QTest.mouseMove(widget, begin + (end - begin) * step / 5)
    QTest.mouseRelease(widget, LEFT, pos=end)


def test_selecting_from_outside_tells_nobody_and_does_not_jump(
    view: ComparisonView, qtbot: QtBot
) -> None:
    with (
        qtbot.assertNotEmitted(view.jump_requested),
        qtbot.assertNotEmitted(view.selection_changed),
    ):
        assert view.select(CLAIM)
    assert view.selection() == CLAIM
    assert not view.select(Target(TargetKind.APPROACH, "nobody"))
    assert not view.select(Target(TargetKind.SOURCE, source="cable"))
    assert view.selection() == CLAIM


def test_selecting_again_brings_it_back_into_sight(view: ComparisonView) -> None:
    view.select(CLAIM)
    bar = view.grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    view.select(CLAIM)
    place = view.grid.place()
    assert place is not None
    assert view.grid.viewport().rect().contains(view.grid.rect_of(place).center())


@pytest.mark.parametrize(
    "target",
    [
        Target(TargetKind.APPROACH, "c"),
        Target(TargetKind.POSITION, "b", "allies"),
        Target(TargetKind.CLAIM, "f", "risks", "risks-0"),
        Target(TargetKind.EVIDENCE, "a", "pressure", "pressure-0", "a/pressure-0/1", "letters"),
    ],
)
@pytest.mark.parametrize("transposed", [False, True])
def test_every_sort_of_thing_can_be_selected(
    view: ComparisonView, target: Target, transposed: bool
) -> None:
    if transposed:
        view.arranger.transpose()
    assert view.select(target)
    assert view.selection() == target
    place = view.grid.place()
    assert place is not None
    assert view.grid.rect_on_screen(place).isValid()


def test_enter_jumps_and_jumps_on(view: ComparisonView, qtbot: QtBot) -> None:
    view.select(CLAIM)
    heard: list[str] = []
    view.jump_requested.connect(heard.append)
    for _ in range(3):
        QTest.keyClick(view.grid, KEY.Key_Return)
    view.select(CLAIM)
    QTest.keyClick(view.grid, KEY.Key_Enter, MOD.KeypadModifier)
    assert heard == ["a/pressure-0/0", "a/pressure-0/1", "a/pressure-0/0", "a/pressure-0/1"]
    heard.clear()
    QTest.keyClick(view.grid, KEY.Key_Down)
    QTest.keyClick(view.grid, KEY.Key_Return)
    assert heard == ["a/pressure-1/0"]


def test_under_a_stance_filter_enter_leads_to_that_stance(
    view: ComparisonView, qtbot: QtBot
) -> None:
    view.arranger.set_stance(Stance.CRITICISES)
    view.select(CLAIM)
    with qtbot.waitSignal(view.jump_requested) as jumped:
        QTest.keyClick(view.grid, KEY.Key_Return)
    assert jumped.args == ["a/pressure-0/1"]


def test_keys_hide_move_widen_and_fold(view: ComparisonView, qtbot: QtBot) -> None:
    view.select(CLAIM)
    shifted = MOD.ControlModifier | MOD.ShiftModifier
    alt = MOD.ControlModifier | MOD.AltModifier
    QTest.keyClick(view.grid, KEY.Key_Right, shifted)
    assert _titles(view) == ["b", "a", "c", "d", "e", "f"]
    assert view.selection() == CLAIM
    QTest.keyClick(view.grid, KEY.Key_Left, shifted)
    assert _titles(view)[0] == "a"
    width = view.grid.columnWidth(0)
    QTest.keyClick(view.grid, KEY.Key_Right, alt)
    assert view.grid.columnWidth(0) == width + 40
    QTest.keyClick(view.grid, KEY.Key_Left, alt)
    assert view.grid.columnWidth(0) == width
    QTest.keyClick(view.grid, KEY.Key_Minus)
    assert view.arrangement().folded == {"pressure"}
    assert view.selection() == Target(TargetKind.POSITION, "a", "pressure")
    QTest.keyClick(view.grid, KEY.Key_Plus)
    assert view.arrangement().folded == frozenset()
    with qtbot.waitSignal(view.arrangement_changed) as changed:
        QTest.keyClick(view.grid, KEY.Key_H, shifted)
    assert changed.args == [view.arrangement()]
    assert _titles(view) == ["b", "c", "d", "e", "f"]


def test_dragging_a_head_reorders(view: ComparisonView, qtbot: QtBot) -> None:
    header = view.grid.columns_header
    begin = QPoint(header.sectionViewportPosition(0) + 60, 80)
    end = QPoint(header.sectionViewportPosition(2) + 150, 80)
    with qtbot.waitSignal(view.arrangement_changed):
        _drag(qtbot, header.viewport(), begin, end)
    assert view.arrangement().columns == ("b", "c", "a", "d", "e", "f")
    assert _titles(view) == ["b", "c", "a", "d", "e", "f"]
    assert [header.visualIndex(n) for n in range(6)] == list(range(6))
    assert view.selection() is None


def test_dragging_an_edge_widens_that_column_and_double_click_undoes_it(
    view: ComparisonView, theme: Theme, qtbot: QtBot
) -> None:
    header = view.grid.columns_header
    edge = QPoint(header.sectionViewportPosition(1) - 1, 60)
    with qtbot.waitSignal(view.arrangement_changed):
        _drag(qtbot, header.viewport(), edge, edge + QPoint(90, 0))
    assert view.grid.columnWidth(0) == 298
    assert view.arrangement().widths == {"a": 298}
    assert view.grid.columnWidth(1) == 208
    theme.set_zoom(2)
    assert view.grid.columnWidth(0) == 596
    theme.set_zoom(1)
    edge = QPoint(header.sectionViewportPosition(1) - 1, 60)
    QTest.mouseDClick(header.viewport(), LEFT, pos=edge)
    assert view.arrangement().widths == {}
    assert view.grid.columnWidth(0) == 208


def test_resizing_lays_out_that_column_only(view: ComparisonView) -> None:
    cache = view.grid._layouts
    before = [cache.cell(0, column, 208) for column in range(6)]
    view.select(CLAIM)
    view.arranger.widen()
    assert [cache.cell(0, column, 208) is before[column] for column in range(1, 6)] == [True] * 5
    assert cache.cell(0, 0, 248) is not before[0]


def test_clicking_heads_chooses_approaches_and_folds_dimensions(
    view: ComparisonView, qtbot: QtBot
) -> None:
    across, down = view.grid.columns_header, view.grid.rows_header
    point = QPoint(across.sectionViewportPosition(1) + 60, 60)
    with qtbot.waitSignal(view.selection_changed) as chosen:
        QTest.mouseClick(across.viewport(), LEFT, pos=point)
    assert chosen.args == [Target(TargetKind.APPROACH, "b")]
    arrow = QPoint(10, down.sectionViewportPosition(1) + 18)
    QTest.mouseClick(down.viewport(), LEFT, pos=arrow)
    assert view.arrangement().folded == {"objective"}
    assert view.grid.rowHeight(1) < 40
    QTest.mouseClick(down.viewport(), LEFT, pos=arrow)
    assert view.arrangement().folded == frozenset()
    QTest.mouseDClick(down.viewport(), LEFT, pos=arrow + QPoint(30, 0))
    assert view.arrangement().folded == {"objective"}


def test_a_click_on_the_head_of_a_row_chooses_its_question(
    view: ComparisonView, qtbot: QtBot
) -> None:
    down = view.grid.rows_header
    for x, y in ((40, 18), (40, 40)):  # its title, and what is asked
        view.select(CLAIM)
        point = QPoint(x, down.sectionViewportPosition(1) + y)
        with qtbot.waitSignal(view.selection_changed) as chosen:
            QTest.mouseClick(down.viewport(), LEFT, pos=point)
        assert chosen.args == [question_target("objective")]
        assert view.selection() == question_target("objective")
    assert not view.arrangement().folded


def test_left_goes_on_to_the_question_and_its_keys_are_those_of_the_row(
    view: ComparisonView, qtbot: QtBot
) -> None:
    view.grid.go(GridPosition(1, 0, 0), by_person=True)
    view.grid.setFocus()
    before = _head_in_pixels(view)
    QTest.keyClick(view.grid, KEY.Key_Left)
    assert view.selection() == question_target("objective")
    assert _head_in_pixels(view) != before, "what has the cursor is seen"
    QTest.keyClick(view.grid, KEY.Key_Space)
    assert "end state" in view.peeker.card.accessibleName()
    QTest.keyClick(view.grid, KEY.Key_Escape)
    QTest.keyClick(view.grid, KEY.Key_Minus)
    assert view.arrangement().folded == {"objective"}
    assert view.selection() == question_target("objective")
    QTest.keyClick(view.grid, KEY.Key_Return)
    assert not view.arrangement().folded
    QTest.keyClick(view.grid, KEY.Key_Up)
    assert view.selection() == question_target("diagnosis")
    QTest.keyClick(view.grid, KEY.Key_Up)
    assert view.selection() == question_target("diagnosis"), "nothing stands in the corner"
    QTest.keyClick(view.grid, KEY.Key_Right)
    assert view.grid.place() == GridPosition(0, 0, 0)


def _head_in_pixels(view: ComparisonView) -> QImage:
    return view.grid.rows_header.grab().toImage()


def test_transposed_the_head_of_a_column_is_the_question(
    view: ComparisonView, qtbot: QtBot
) -> None:
    view.arranger.transpose()
    across = view.grid.columns_header
    point = QPoint(across.sectionViewportPosition(1) + 30, 20)
    with qtbot.waitSignal(view.selection_changed) as chosen:
        QTest.mouseClick(across.viewport(), LEFT, pos=point)
    assert chosen.args == [question_target("objective")]
    assert view.grid.place() == GridPosition(-1, 1)
    view.arranger.transpose()
    assert view.grid.place() == GridPosition(1, -1)


def test_a_folded_cell_opens_by_enter_and_by_double_click(
    view: ComparisonView, qtbot: QtBot
) -> None:
    view.arranger.fold_all()
    assert all(view.grid.rowHeight(row) < 60 for row in range(10))
    view.grid.go(GridPosition(2, 0), by_person=True)
    QTest.keyClick(view.grid, KEY.Key_Return)
    assert "pressure" not in view.arrangement().folded
    point = view.grid.rect_of(GridPosition(0, 0)).center()
    QTest.mouseDClick(view.grid.viewport(), LEFT, pos=point)
    assert "diagnosis" not in view.arrangement().folded
    view.arranger.unfold_all()
    assert not view.arrangement().folded


def test_selecting_a_claim_in_a_folded_row_unfolds_it(view: ComparisonView) -> None:
    view.arranger.fold_all()
    assert view.select(CLAIM)
    assert view.selection() == CLAIM
    assert "pressure" not in view.arrangement().folded


def test_transposed_approaches_are_rows_and_can_be_moved(
    view: ComparisonView, qtbot: QtBot
) -> None:
    view.select(CLAIM)
    view.arranger.transpose()
    model = view.grid.grid_model
    assert (model.rows, model.columns) == (6, 10)
    assert view.selection() == CLAIM
    down = view.grid.rows_header
    begin = QPoint(60, down.sectionViewportPosition(0) + 40)
    end = QPoint(60, down.sectionViewportPosition(1) + down.sectionSize(1) - 4)
    view.grid.verticalScrollBar().setValue(0)
    with qtbot.waitSignal(view.arrangement_changed):
        _drag(qtbot, down.viewport(), begin, end)
    assert view.arrangement().columns[:2] == ("b", "a")
    view.arranger.fold("pressure")
    assert view.grid.columnWidth(2) < 140
    view.arranger.transpose()
    assert _titles(view)[:2] == ["b", "a"]


def test_setting_an_arrangement_tells_nobody_and_drops_strangers(
    view: ComparisonView, qtbot: QtBot
) -> None:
    strange = Arrangement(("gone", "f", "a"), frozenset({"gone", "f", "a"}), folded=frozenset("z"))
    with qtbot.assertNotEmitted(view.arrangement_changed):
        view.set_arrangement(strange)
    assert view.arrangement().columns == ("f", "a")
    assert view.arrangement().order == ("f", "a", "b", "c", "d", "e")
    assert view.arrangement().folded == frozenset()


def test_filters_hide_rows_and_say_how_many(view: ComparisonView) -> None:
    view.set_arrangement(view.arrangement().show_only(["a"]))
    view.arranger.set_rows(Rows.GAPS)
    assert [one.id for one in view.grid.grid_model.sheet.dimensions] == [
        "sequence",
        "record",
    ]
    shown = view.grid.corner_header.text().replace("\u00a0", " ")
    assert shown == "2 of 10 questions · 1 of 6 approaches"
    view.arranger.set_rows(Rows.ALL)
    view.arranger.set_stance(Stance.DESCRIBES)
    assert view.grid.grid_model.rows == 4


def test_nothing_shown_offers_to_choose(view: ComparisonView, qtbot: QtBot) -> None:
    view.set_arrangement(view.arrangement().show_only([]))
    assert view.empty.isVisible()
    assert view.empty.title() == "No approach is shown"
    with qtbot.waitSignal(view.choose_requested):
        QTest.mouseClick(view.empty.button, LEFT)


def test_rows_that_are_all_hidden_offer_to_come_back(view: ComparisonView, qtbot: QtBot) -> None:
    view.set_arrangement(view.arrangement().show_only(["a"]).only(Rows.DIFFER))
    assert view.empty.title() == "One approach alone cannot differ"
    with qtbot.waitSignal(view.arrangement_changed):
        QTest.mouseClick(view.empty.button, LEFT)
    assert view.grid.isVisible()
    assert view.grid.grid_model.rows == 10


def test_focus_goes_to_the_way_out_and_back(view: ComparisonView, qtbot: QtBot) -> None:
    view.activateWindow()
    view.grid.setFocus()
    qtbot.waitUntil(view.grid.hasFocus)
    view.set_arrangement(view.arrangement().show_only([]))
    assert view.empty.button.hasFocus()
    view.arranger.show_approach("a")
    assert view.grid.hasFocus()


def test_an_empty_library_says_what_to_do(make_view: MakeView) -> None:
    view = make_view(())
    assert view.empty.isVisible()
    assert view.empty.button.text() == "New approach…"
    assert view.empty.title() == "There are no approaches in this library"


def test_one_column_fills_the_width(make_view: MakeView) -> None:
    view = make_view(six()[:1], 900)
    grid = view.grid
    assert grid.columnWidth(0) > 700
    assert not view.select(Target(TargetKind.APPROACH, "b"))


@pytest.mark.parametrize(
    "target",
    [CLAIM, Target(TargetKind.POSITION, "b", "pressure"), Target(TargetKind.APPROACH, "b")],
)
def test_copying_asks_for_what_the_cursor_is_on(
    view: ComparisonView, qtbot: QtBot, target: Target
) -> None:
    view.select(target)
    with qtbot.waitSignal(view.copy_requested) as asked:
        QTest.keyClick(view.grid, KEY.Key_C, MOD.ControlModifier)
    assert asked.args == [target]


def test_another_library_takes_the_place_of_the_first(view: ComparisonView) -> None:
    view.select(CLAIM)
    changed = with_eleven_claims(six()[0])
    view.set_library(*library([changed]))
    assert _titles(view) == ["a"]
    assert len(view.grid.grid_model.shown_claims(0, 0)) == 11


def test_a_library_is_shown_as_it_was_left_and_no_other_approach_is_read(theme: Theme) -> None:
    contents, approach = library(six())
    left = Arrangement.first(contents.approaches).show_only(["c", "a"])
    read: list[str] = []

    def counted(id: str) -> Approach:
        read.append(id)
        return approach(id)

    view = ComparisonView(theme)
    view.set_library(contents, counted, left)
    assert sorted(_titles(view)) == ["a", "c"]
    assert sorted(read) == ["a", "c"]
    view.deleteLater()
