"""The palette with real keys and clicks: opening, seeking, choosing, leaving."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from counterpoint.application.library.find import Entry, Kind
from counterpoint.ui.palette.results import nothing_found
from counterpoint.ui.palette.view import Palette
from counterpoint.ui.theme.colours import dark
from counterpoint.ui.theme.theme import Theme
from tests.ui.palette.conftest import ENTRIES, Window


def listed(palette: Palette) -> list[str]:
    model = palette.results.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def current(palette: Palette) -> str:
    return str(palette.results.currentIndex().data())


def texts(palette: Palette) -> list[str]:
    return [label.text() for label in palette.findChildren(QLabel) if label.isVisible()]


def at(palette: Palette, row: int) -> QPoint:
    return palette.results.visualRect(palette.results.model().index(row, 0)).center()


# Opening


def test_opens_on_the_actions_with_the_first_ready(palette: Palette) -> None:
    assert palette.isVisible()
    assert not palette.isWindow()
    assert listed(palette) == ["Find in the source", "Larger", "About Counterpoint"]
    assert current(palette) == "Find in the source"


def test_what_was_chosen_lately_comes_first(window: Window) -> None:
    window.palette_.set_recent(["approach:containment", "note:gone", "action:about"])
    window.palette_.open_with(lambda: ENTRIES)
    assert listed(window.palette_) == [
        "Containment",
        "About Counterpoint",
        "Find in the source",
        "Larger",
    ]


def test_no_more_than_six_recent_choices_lead(window: Window) -> None:
    window.palette_.set_recent([f"claim:c{n}" for n in range(8)])
    window.palette_.open_with(lambda: ENTRIES)
    assert listed(window.palette_)[5:7] == ["Moscow is tested, time 5", "Find in the source"]


def test_opening_an_open_palette_lets_one_type_over(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.query, "moscow")
    palette.open_with(lambda: ())
    QTest.keyClicks(palette.query, "contain")
    assert palette.query.text() == "contain"
    assert listed(palette) == ["Containment"]


def test_opens_empty_again_with_what_is_there_now(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.query, "moscow")
    QTest.keyClick(palette.query, Qt.Key.Key_Escape)
    palette.open_with(lambda: [Entry(Kind.ACTION, "Quit", "Library", "quit")])
    assert palette.query.text() == ""
    assert listed(palette) == ["Quit"]


# Seeking


def test_filters_as_one_types_and_back(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.query, "DETENTE")
    assert listed(palette) == ["Helsinki-style détente"]
    assert "1 found" in texts(palette)
    for _ in range(6):
        QTest.keyClick(palette.query, Qt.Key.Key_Backspace)
    assert listed(palette)[0] == "Diagnosis"
    assert current(palette) == "Diagnosis"
    QTest.keyClick(palette.query, Qt.Key.Key_Backspace)
    assert listed(palette)[0] == "Find in the source"
    assert not any("found" in text for text in texts(palette))


def test_nothing_found_is_said(palette: Palette, qtbot: QtBot) -> None:
    assert nothing_found() == "Nothing here has these words."
    QTest.keyClicks(palette.query, "xyzzy")
    assert listed(palette) == []
    image = palette.results.grab().toImage()
    line = {image.pixel(x, y) for x in range(16, 200) for y in range(8, 28)}
    below = {image.pixel(x, y) for x in range(16, 200) for y in range(48, 68)}
    assert len(line) > 1
    assert len(below) == 1
    QTest.keyClick(palette.query, Qt.Key.Key_Down)
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_of_very_many_the_best_are_listed_and_it_is_said(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.query, "moscow")
    assert len(listed(palette)) == 200
    assert "The best 200 of 301: another word narrows them" in texts(palette)


def test_its_size_does_not_depend_on_what_is_found(palette: Palette, qtbot: QtBot) -> None:
    size = palette.geometry()
    for word in ("moscow", " ", "xyzzy"):
        QTest.keyClicks(palette.query, word)
        assert palette.geometry() == size


# Walking


def test_the_keys_that_walk_a_list_walk_it(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.query, "tested")

    def press(key: Qt.Key) -> int:
        QTest.keyClick(palette.query, key)
        assert (
            palette.results.viewport()
            .rect()
            .contains(palette.results.visualRect(palette.results.currentIndex()))
        )
        return palette.results.currentIndex().row()

    assert press(Qt.Key.Key_Down) == 1
    assert press(Qt.Key.Key_Down) == 2
    assert press(Qt.Key.Key_Up) == 1
    page = press(Qt.Key.Key_PageDown) - 1
    assert 5 < page <= 12
    assert press(Qt.Key.Key_PageDown) == 1 + 2 * page
    assert press(Qt.Key.Key_PageUp) == 1 + page
    assert press(Qt.Key.Key_End) == 199
    assert press(Qt.Key.Key_Down) == 199
    assert press(Qt.Key.Key_Home) == 0
    assert press(Qt.Key.Key_Up) == 0
    assert palette.query.text() == "tested"


def test_shift_marks_the_text_and_tab_stays(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.query, "tested")
    QTest.keyClick(palette.query, Qt.Key.Key_Down)
    QTest.keyClick(palette.query, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert palette.query.selectedText() == "tested"
    QTest.keyClick(palette.query, Qt.Key.Key_Tab)
    assert palette.query.hasFocus()
    assert palette.results.currentIndex().row() == 1


def test_the_mouse_resting_on_the_list_changes_nothing(palette: Palette, qtbot: QtBot) -> None:
    QTest.mouseMove(palette.results.viewport(), at(palette, 2))
    QTest.keyClicks(palette.query, "moscow")
    assert palette.results.currentIndex().row() == 0


# Choosing


def test_enter_chooses_and_the_focus_is_back_by_then(
    window: Window, palette: Palette, qtbot: QtBot
) -> None:
    focus: list[object] = []
    palette.chosen.connect(lambda entry: focus.append(QApplication.focusWidget()))
    QTest.keyClicks(palette.query, "contain")
    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.keyClick(palette.query, Qt.Key.Key_Return)
    assert chosen.args == [ENTRIES[3]]
    assert not palette.isVisible()
    assert focus == [window.text]
    assert palette.recent == ("approach:containment",)


def test_a_click_chooses(window: Window, palette: Palette, qtbot: QtBot) -> None:
    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.mouseClick(palette.results.viewport(), Qt.MouseButton.LeftButton, pos=at(palette, 1))
    assert chosen.args == [ENTRIES[1]]
    assert not palette.isVisible()
    assert window.text.hasFocus()


def test_the_latest_choice_leads_the_next_time(palette: Palette, qtbot: QtBot) -> None:
    for word in ("contain", "about counterpoint", "contain"):
        palette.open_with(lambda: ENTRIES)
        QTest.keyClicks(palette.query, word)
        QTest.keyClick(palette.query, Qt.Key.Key_Enter)
    palette.open_with(lambda: ENTRIES)
    assert listed(palette)[:2] == ["Containment", "About Counterpoint"]


# Leaving


def test_escape_closes_and_goes_back(window: Window, palette: Palette, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(palette.chosen):
        QTest.keyClick(palette.query, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.text.hasFocus()


def test_escape_where_the_place_is_gone(window: Window, palette: Palette, qtbot: QtBot) -> None:
    window.text.deleteLater()
    qtbot.waitUntil(lambda: len(window.findChildren(type(window.text))) == 1)
    QTest.keyClick(palette.query, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_click_elsewhere_closes_and_does_its_work(
    window: Window, palette: Palette, qtbot: QtBot
) -> None:
    QTest.mouseClick(window.other.viewport(), Qt.MouseButton.LeftButton)
    assert not palette.isVisible()
    assert window.other.hasFocus()


def test_a_click_on_what_takes_no_focus_closes_and_goes_back(
    window: Window, palette: Palette
) -> None:
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert not palette.isVisible()
    assert window.text.hasFocus()


def test_stays_open_while_another_program_is_in_front(palette: Palette) -> None:
    palette.query.clearFocus()
    assert QApplication.focusWidget() is None
    assert palette.isVisible()


def test_a_press_in_the_list_leaves_the_focus_in_the_field(palette: Palette) -> None:
    QTest.mousePress(palette.results.viewport(), Qt.MouseButton.LeftButton, pos=at(palette, 1))
    assert palette.isVisible()
    assert palette.query.hasFocus()


def test_a_click_within_keeps_it_open(palette: Palette, qtbot: QtBot) -> None:
    QTest.mouseClick(palette.query, Qt.MouseButton.LeftButton)
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
    assert palette.isVisible()
    assert palette.query.hasFocus()


def test_a_click_on_its_shadow_is_a_click_elsewhere(
    window: Window, palette: Palette, qtbot: QtBot
) -> None:
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(4, 100))
    assert not palette.isVisible()
    assert window.text.hasFocus()


def test_closes_when_the_focus_goes_elsewhere(
    window: Window, palette: Palette, qtbot: QtBot
) -> None:
    window.other.setFocus()
    assert not palette.isVisible()
    assert window.other.hasFocus()
    palette.open_with(lambda: ENTRIES)
    QTest.keyClick(palette.query, Qt.Key.Key_Escape)
    assert window.other.hasFocus()


def test_closed_it_has_no_ear_for_clicks(window: Window, palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClick(palette.query, Qt.Key.Key_Escape)
    window.other.setFocus()
    QTest.mouseClick(window.other.viewport(), Qt.MouseButton.LeftButton)
    window.resize(1000, 700)
    assert window.other.hasFocus()


# Looks


def test_fits_the_window_at_every_zoom(
    window: Window, palette: Palette, theme: Theme, qtbot: QtBot
) -> None:
    for size in ((1280, 800), (640, 480), (2560, 1440)):
        window.resize(*size)
        for zoom in (0.6, 1.0, 2.0, 3.0):
            theme.set_zoom(zoom)
            shadow = theme.fonts.px(16)
            panel = palette.geometry().adjusted(shadow, shadow, -shadow, -shadow)
            assert window.rect().contains(panel), (size, zoom)
            assert palette.results.height() % palette.results.row_height == 0
            inner = palette.rect().adjusted(shadow, shadow, -shadow, -shadow)
            assert inner.contains(palette.query.geometry())
            assert inner.contains(palette.results.geometry())


def test_follows_the_window_and_the_zoom(window: Window, palette: Palette, theme: Theme) -> None:
    window.resize(1000, 500)
    assert abs(palette.geometry().center().x() - 500) <= 1
    assert palette.geometry().bottom() <= 500
    height = palette.results.row_height
    theme.set_zoom(2.0)
    assert palette.results.row_height == 2 * height
    assert palette.results.visualRect(palette.results.currentIndex()).height() == 2 * height


def test_stands_over_the_field_that_opened_it(window: Window) -> None:
    window.palette_.open_with(lambda: ENTRIES, window.search)
    field = window.search.mapTo(window, window.search.rect().center())
    assert abs(window.palette_.geometry().center().x() - field.x()) <= 1
    query = window.palette_.query
    assert abs(query.mapTo(window, query.rect().center()).y() - field.y()) <= 2


def test_takes_up_light_and_dark_while_open(palette: Palette, theme: Theme) -> None:
    def lightness() -> int:
        return palette.grab().toImage().pixelColor(400, 40).lightness()

    assert lightness() > 240
    theme.set_colours(dark())
    assert lightness() < 60


def test_assistive_technology_is_told_names_and_entries(palette: Palette) -> None:
    assert palette.query.accessibleName() == "Search or go to"
    results = QAccessible.queryAccessibleInterface(palette.results)
    assert results.text(QAccessible.Text.Name) == "Found"
    assert (
        results.child(0).text(QAccessible.Text.Name) == "Find in the source, Edit, action, Ctrl F"
    )
