"""Choosing approaches with the mouse alone and with the keys alone."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.application.library.arrangement import Arrangement
from counterpoint.domain.approach import ApproachSummary
from counterpoint.ui.picker.picker import ApproachPicker
from counterpoint.ui.theme.colours import dark
from counterpoint.ui.theme.theme import Theme
from tests.ears import listen

FIRST_SIX = [f"approach-{n}" for n in range(6)]


@pytest.fixture
def theme(qapp: object) -> Theme:
    return Theme()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a button that opens the picker."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    button = QPushButton("Approaches", window)
    button.setGeometry(700, 10, 120, 30)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    return window


@pytest.fixture
def button(window: QWidget) -> QPushButton:
    button = window.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    return button


@pytest.fixture
def picker(
    qtbot: QtBot,
    theme: Theme,
    window: QWidget,
    button: QPushButton,
    many: tuple[ApproachSummary, ...],
) -> ApproachPicker:
    picker = ApproachPicker(theme, window)
    picker.open(many, Arrangement.first(many), button)
    qtbot.waitUntil(picker.field.hasFocus)
    return picker


def titles(picker: ApproachPicker) -> list[str]:
    return [str(picker.rows.index(row).data()) for row in range(picker.rows.rowCount())]


def click_row(picker: ApproachPicker, row: int, x: int) -> None:
    box = picker.list.visualRect(picker.rows.index(row))
    QTest.mouseClick(
        picker.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(box.left() + x, box.top() + 18),
    )


def test_it_opens_below_what_opened_it_and_inside_the_window(
    picker: ApproachPicker, button: QPushButton, window: QWidget
) -> None:
    assert picker.y() >= button.geometry().bottom()
    assert picker.geometry().right() == button.geometry().right()
    assert window.rect().contains(picker.geometry())
    assert picker.field.hasFocus()


def test_it_fits_a_small_window(picker: ApproachPicker, window: QWidget) -> None:
    window.resize(300, 260)
    picker.open_at(QPoint(280, 240))
    assert window.rect().contains(picker.geometry())


def test_a_click_on_the_box_shows_and_hides(picker: ApproachPicker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(picker.shown_changed) as changed:
        click_row(picker, 1, 20)
    assert changed.args == [[id for id in FIRST_SIX if id != "approach-1"]]
    with qtbot.waitSignal(picker.shown_changed) as changed:
        click_row(picker, 1, 20)
    assert changed.args == [FIRST_SIX]


def test_a_click_on_the_words_only_chooses_the_row(picker: ApproachPicker, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(picker.shown_changed):
        click_row(picker, 2, 200)
    assert picker.list.currentIndex().row() == 2


def test_the_keys_alone_do_it_all(
    picker: ApproachPicker, qtbot: QtBot, button: QPushButton
) -> None:
    QTest.keyClicks(picker.field, "199")
    assert titles(picker) == ["Approach 199"]
    QTest.keyClick(picker.field, Qt.Key.Key_Down)
    assert picker.list.hasFocus()
    with qtbot.waitSignal(picker.shown_changed) as changed:
        QTest.keyClick(picker.list, Qt.Key.Key_Space)
    assert changed.args == [[*FIRST_SIX, "approach-199"]]
    QTest.keyClick(picker.list, Qt.Key.Key_Up)
    assert picker.field.hasFocus()
    with qtbot.waitSignal(picker.closed):
        QTest.keyClick(picker.field, Qt.Key.Key_Escape)
    assert picker.isHidden()


def test_letters_typed_in_the_list_filter(picker: ApproachPicker) -> None:
    QTest.keyClick(picker.field, Qt.Key.Key_Down)
    QTest.keyClick(picker.list, Qt.Key.Key_7)
    assert picker.field.text() == "7"
    assert picker.field.hasFocus()
    QTest.keyClicks(picker.field, "1")
    assert titles(picker) == ["Approach 71", "Approach 171"]


def test_approaches_are_moved_with_the_keys(picker: ApproachPicker, qtbot: QtBot) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(picker.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.shown_changed) as changed:
        QTest.keyClick(picker.list, Qt.Key.Key_Down, alt)
    assert changed.args == [["approach-1", "approach-0", *FIRST_SIX[2:]]]
    assert picker.list.currentIndex().row() == 1
    QTest.keyClick(picker.list, Qt.Key.Key_Up, alt)
    assert list(picker.order[:3]) == FIRST_SIX[:3]
    with qtbot.assertNotEmitted(picker.shown_changed):
        QTest.keyClick(picker.list, Qt.Key.Key_Up, alt)


def test_approaches_are_moved_with_the_buttons(picker: ApproachPicker) -> None:
    assert not picker.up_button.isEnabled()
    QTest.mouseClick(picker.down_button, Qt.MouseButton.LeftButton)
    assert picker.order[:2] == ("approach-1", "approach-0")
    assert picker.up_button.isEnabled()
    QTest.mouseClick(picker.up_button, Qt.MouseButton.LeftButton)
    assert picker.order[:2] == ("approach-0", "approach-1")


def test_a_row_that_is_dropped_elsewhere_moves(picker: ApproachPicker, qtbot: QtBot) -> None:
    # Off screen no drag can be carried out; this is what the list view calls at its end.
    assert picker.rows.flags(picker.rows.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not picker.rows.flags(picker.rows.index(0)) & Qt.ItemFlag.ItemIsDropEnabled
    assert picker.rows.flags(QModelIndex()) & Qt.ItemFlag.ItemIsDropEnabled
    with qtbot.waitSignal(picker.shown_changed) as changed:
        assert picker.rows.moveRow(QModelIndex(), 0, QModelIndex(), 3)
    assert changed.args == [["approach-1", "approach-2", "approach-0", *FIRST_SIX[3:]]]
    assert picker.rows.moveRow(QModelIndex(), 2, QModelIndex(), 0)
    assert list(picker.order[:3]) == FIRST_SIX[:3]
    assert not picker.rows.moveRow(QModelIndex(), 0, QModelIndex(), 1)
    assert not picker.rows.moveRow(QModelIndex(), 0, QModelIndex(), 201)


def test_nothing_is_moved_while_the_list_is_filtered(picker: ApproachPicker) -> None:
    before = picker.order
    QTest.keyClicks(picker.field, "approach 1")
    assert not picker.down_button.isEnabled()
    assert not picker.rows.flags(picker.rows.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    QTest.keyClick(picker.field, Qt.Key.Key_Down)
    for _ in range(3):
        QTest.keyClick(picker.list, Qt.Key.Key_Down)
    QTest.keyClick(picker.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert picker.order == before


def test_all_or_the_first_six_are_shown(picker: ApproachPicker, qtbot: QtBot) -> None:
    assert not picker.only_button.isEnabled()
    with qtbot.waitSignal(picker.shown_changed) as changed:
        QTest.mouseClick(picker.all_button, Qt.MouseButton.LeftButton)
    assert len(changed.args[0]) == 200
    assert not picker.all_button.isEnabled()
    with qtbot.waitSignal(picker.shown_changed) as changed:
        QTest.mouseClick(picker.only_button, Qt.MouseButton.LeftButton)
    assert changed.args == [FIRST_SIX]


def test_what_the_filter_finds_is_added_or_stands_alone(
    picker: ApproachPicker, qtbot: QtBot
) -> None:
    QTest.keyClicks(picker.field, "approach 19")
    found = ["approach-19", "approach-119", *(f"approach-{n}" for n in range(190, 200))]
    assert (picker.all_button.text(), picker.only_button.text()) == ("Show these", "Only these")
    with qtbot.waitSignal(picker.shown_changed) as changed:
        QTest.mouseClick(picker.all_button, Qt.MouseButton.LeftButton)
    assert changed.args == [[*FIRST_SIX, *found]]
    with qtbot.waitSignal(picker.shown_changed) as changed:
        QTest.mouseClick(picker.only_button, Qt.MouseButton.LeftButton)
    assert changed.args == [found]


def test_where_nothing_is_found_it_says_so(picker: ApproachPicker) -> None:
    QTest.keyClicks(picker.field, "zzz")
    assert picker.list.isHidden()
    assert not picker.all_button.isEnabled()
    assert not picker.only_button.isEnabled()
    QTest.keyClick(picker.field, Qt.Key.Key_Down)
    assert picker.field.hasFocus()
    picker.field.clear()
    assert picker.list.isVisible()


def test_it_closes_when_the_person_goes_elsewhere(
    picker: ApproachPicker, qtbot: QtBot, button: QPushButton
) -> None:
    with qtbot.waitSignal(picker.closed):
        button.setFocus()
    assert picker.isHidden()
    with qtbot.assertNotEmitted(picker.closed):
        picker.close_panel()


def test_it_opens_again_without_the_old_filter(
    picker: ApproachPicker, button: QPushButton, many: tuple[ApproachSummary, ...]
) -> None:
    QTest.keyClicks(picker.field, "19")
    picker.close_panel()
    kept = Arrangement(order=("approach-3", "gone", "approach-1"), shown=frozenset(["approach-1"]))
    picker.open(many, kept, button)
    assert picker.field.text() == ""
    assert titles(picker)[:3] == ["Approach 3", "Approach 1", "Approach 0"]
    assert picker.rows.choice.columns == ["approach-1"]


def test_a_row_is_said_with_its_state(picker: ApproachPicker) -> None:
    index = picker.rows.index(0)
    said = str(index.data(Qt.ItemDataRole.AccessibleTextRole)).replace("\u00a0", " ")
    assert said.startswith("0: Approach 0. Talk, whatever happens. Advocated")
    assert "2 claims" in said
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert picker.rows.index(6).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_what_the_keys_do_to_a_row_is_said(
    picker: ApproachPicker, monkeypatch: pytest.MonkeyPatch
) -> None:
    picker.list.setFocus()
    heard = listen(monkeypatch)
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    QTest.keyClick(picker.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert heard == ["Hidden", "Shown", "Moved to 2 of 200"]


def test_a_new_look_is_taken_up(picker: ApproachPicker, theme: Theme) -> None:
    before = picker.list.visualRect(picker.rows.index(0)).height()
    theme.set_zoom(2)
    theme.set_colours(dark())
    picker.list.doItemsLayout()
    assert picker.list.visualRect(picker.rows.index(0)).height() > before
    image = picker.list.viewport().grab().toImage()
    assert image.pixelColor(image.width() - 2, image.height() - 2).name() == dark().paper
