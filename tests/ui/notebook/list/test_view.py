"""The list of all notes."""

import errno
from datetime import timedelta, timezone
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from counterpoint.application.notes.notebook import Notebook
from counterpoint.domain.note import WHOLE_COMPARISON, NoteKind, Target, TargetKind
from counterpoint.domain.span import Span
from counterpoint.ui.notebook.list.filter_button import FilterButton
from counterpoint.ui.notebook.list.model import DATE, EXCERPT, QUOTE, TITLE
from counterpoint.ui.notebook.list.view import NONE_CHOSEN, NoteListView, is_deleted
from counterpoint.ui.theme import colours
from counterpoint.ui.theme.theme import Theme
from tests.faults.refused_calls import RefusedCalls, nothing, reading_a_folder
from tests.hands import Hands, take_up

APPROACH = Target(TargetKind.APPROACH, approach="containment")
PASSAGE = Target(TargetKind.PASSAGE, source="london", span=Span(3, 9))


@pytest.fixture
def filled(notes: NoteListView, notebook: Notebook, hands: Hands) -> NoteListView:
    """Three notes, the last one newest."""
    hands.write(notebook, "Pressure works when dosed", WHOLE_COMPARISON)
    hands.seconds += 60
    thin = hands.write(notebook, "Thin: one source", APPROACH)
    notebook.set_kind(thin.id, NoteKind.JUDGEMENT)
    notebook.set_tags(thin.id, ["thin", "check"])
    hands.seconds += 60
    hands.write(notebook, "Who is “one senior diplomat”?", PASSAGE)
    notes.set_titles(
        lambda target: f"the {target.kind}",
        lambda target: target.kind is not TargetKind.PASSAGE,
        lambda: [("containment", "Containment & more")],
    )
    notes.refresh()
    return notes


def bodies(notes: NoteListView) -> list[str]:
    rows = [notes.model.index(row) for row in range(notes.model.rowCount())]
    return [str(row.data(EXCERPT)).split()[0] for row in rows]


def pick(button: FilterButton, label: str) -> None:
    """As a person does: opens the menu and chooses."""
    menu = button.menu()
    menu.aboutToShow.emit()
    (action,) = [action for action in menu.actions() if action.text() == label]
    action.trigger()


def test_a_bin_that_cannot_be_read_says_why(
    filled: NoteListView, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = RefusedCalls(monkeypatch, hands.folder)
    calls.refuse = reading_a_folder(errno.EACCES)
    QTest.mouseClick(filled.bin, Qt.MouseButton.LeftButton)
    assert filled.empty.text().startswith("The bin cannot be read: access to the folder")
    calls.refuse = nothing
    filled.refresh()
    assert filled.empty.text() == "No deleted notes."


def test_newest_first_with_what_each_is_on(filled: NoteListView) -> None:
    assert bodies(filled) == ["Who", "Thin:", "Pressure"]
    assert filled.model.index(1).data(TITLE) == "on the option"
    assert filled.model.index(0).data(TITLE) == "Its passage is no longer in the library."
    assert filled.count.text() == "3\u00a0notes"


def test_what_a_screen_reader_says(filled: NoteListView) -> None:
    said = filled.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Judgement on the option, 10:16. Thin: one source Tags: thin, check."


def test_whose_a_note_is_is_said_and_found(
    notes: NoteListView, notebook: Notebook, hands: Hands, qtbot: QtBot
) -> None:
    hands.write(notebook, "Mine")
    theirs = hands.write(notebook, "Theirs")
    notebook.notes.keep(theirs._replace(author="Ann Lee"))
    notes.refresh()

    said = [
        notes.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole).partition(" on ")[0]
        for row in range(2)
    ]
    assert sorted(said) == ["Observation", "Observation by Ann Lee"]
    QTest.keyClicks(notes.words, "ann lee")
    qtbot.waitUntil(lambda: bodies(notes) == ["Theirs"])


def test_notes_of_any_year_are_shown(notes: NoteListView, notebook: Notebook, hands: Hands) -> None:
    years = ("0001", "0226", "9999")
    hands.folder.mkdir()
    for year in years:
        front = f"---\nchanged: {year}-12-31T23:59:59Z\n---\n"
        (hands.folder / f"{year}.md").write_text(f"{front}Of {year}")
    take_up(notebook)
    in_tokyo = hands.now().astimezone(timezone(timedelta(hours=9)))
    notes.model._now = lambda: in_tokyo
    notes.refresh()
    assert not notes.grab().isNull()
    dates = [notes.model.index(row).data(DATE) for row in range(len(years))]
    assert dates == ["31 Dec 9999", "1 Jan 227", "1 Jan 2"]
    assert [notebook.state(year).short for year in years] == [
        "Saved 31 Dec 1",
        "Saved 31 Dec 226",
        "Saved 31 Dec 9999",
    ]


def test_words_narrow_as_they_are_typed(qtbot: QtBot, filled: NoteListView) -> None:
    filled.words.setFocus()
    QTest.keyClicks(filled.words, "one ")
    assert bodies(filled) == ["Who", "Thin:"]
    assert filled.count.text() == "2 of 3\u00a0notes"
    QTest.keyClicks(filled.words, "zebra")
    assert filled.empty.isVisible()
    assert filled.empty.text() == "No note has these words."
    filled.words.clear()
    assert len(bodies(filled)) == 3


def test_each_filter_narrows(qtbot: QtBot, filled: NoteListView) -> None:
    for button, label, left in (
        (filled.kind, "Judgement", ["Thin:"]),
        (filled.on, "Whole comparison", ["Pressure"]),
        (filled.approach, "Containment && more", ["Thin:"]),
        (filled.tag, "check", ["Thin:"]),
    ):
        pick(button, label)
        assert bodies(filled) == left
        assert button.text().replace("&&", "&") in label.replace("&&", "&")
        QTest.keyClick(button, Qt.Key.Key_Delete)
        assert len(bodies(filled)) == 3
    pick(filled.kind, "Assumption")
    assert filled.empty.text() == "No note passes these filters."
    pick(filled.kind, "Any kind")
    assert filled.kind.text() == "Kind"


def test_an_excerpt_shows_the_words_looked_for(
    filled: NoteListView, notebook: Notebook, hands: Hands
) -> None:
    hands.write(notebook, "x " * 500 + "needle " + "y " * 500)
    filled.words.setText("NEEDLE")
    excerpt = str(filled.model.index(0).data(EXCERPT))
    assert "needle" in excerpt[:60]
    assert excerpt.startswith("…")


def test_a_click_and_the_arrows_show_a_note_and_the_list_stays(
    qtbot: QtBot, filled: NoteListView, notebook: Notebook
) -> None:
    place = filled.list.visualRect(filled.model.index(1)).center()
    shown: list[str] = []
    filled.note_requested.connect(shown.append)
    with (
        qtbot.waitSignal(filled.look_requested) as looked,
        qtbot.waitSignal(filled.note_requested) as asked,
        qtbot.assertNotEmitted(filled.jump_requested),
    ):
        QTest.mouseClick(filled.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert looked.args == [APPROACH]
    assert shown == asked.args == [notebook.notes.on(APPROACH)[0].id]
    filled.setFocus()
    qtbot.waitUntil(filled.list.hasFocus)
    with qtbot.waitSignal(filled.look_requested) as looked:
        QTest.keyClick(filled.list, Qt.Key.Key_Up)
    assert looked.args == [PASSAGE]


def test_a_double_click_and_enter_jump(
    qtbot: QtBot, filled: NoteListView, notebook: Notebook
) -> None:
    viewport, left = filled.list.viewport(), Qt.MouseButton.LeftButton
    place = filled.list.visualRect(filled.model.index(1)).center()
    with (
        qtbot.waitSignal(filled.jump_requested) as jumped,
        qtbot.waitSignal(filled.note_requested) as asked,
    ):
        QTest.mouseClick(viewport, left, pos=place)
        QTest.mouseDClick(viewport, left, pos=place)
    assert jumped.args == [APPROACH]
    assert asked.args == [notebook.notes.on(APPROACH)[0].id]
    filled.setFocus()
    qtbot.waitUntil(filled.list.hasFocus)
    QTest.keyClick(filled.list, Qt.Key.Key_Up)
    with qtbot.waitSignal(filled.jump_requested) as jumped:
        QTest.keyClick(filled.list, Qt.Key.Key_Return)
    assert jumped.args == [PASSAGE]


def test_notes_that_come_meanwhile_take_nobody_from_another(
    qtbot: QtBot, filled: NoteListView, notebook: Notebook, hands: Hands
) -> None:
    filled.setFocus()
    with qtbot.assertNotEmitted(filled.note_requested):
        hands.write(notebook, "Newest")
        qtbot.waitUntil(lambda: filled.model.rowCount() == 4)


def test_an_empty_notebook_says_what_to_do(qtbot: QtBot, notes: NoteListView) -> None:
    assert notes.empty.isVisible()
    assert notes.empty.text() == "No notes yet. Choose a claim and type."
    notes.setFocus()
    qtbot.waitUntil(notes.words.hasFocus)
    QTest.keyClick(notes.list, Qt.Key.Key_Return)


def test_the_list_follows_changes_and_keeps_its_place(
    qtbot: QtBot, filled: NoteListView, notebook: Notebook, hands: Hands
) -> None:
    filled.list.setCurrentIndex(filled.model.index(1))
    hands.seconds += 60
    hands.write(notebook, "Newest")
    qtbot.waitUntil(lambda: len(bodies(filled)) == 4)
    assert filled.list.currentIndex().row() == 2


def test_a_list_out_of_sight_costs_nothing_until_it_is_shown(
    filled: NoteListView, notebook: Notebook, hands: Hands
) -> None:
    filled.hide()
    hands.write(notebook, "Newest")
    assert not filled._soon.isActive()
    filled.show()
    assert len(bodies(filled)) == 4


def test_deleted_notes_are_restored(
    qtbot: QtBot, filled: NoteListView, notebook: Notebook, hands: Hands
) -> None:
    QTest.mouseClick(filled.bin, Qt.MouseButton.LeftButton)
    assert filled.empty.text() == "No deleted notes."
    assert not filled.restore.isEnabled()
    (thin,) = notebook.notes.on(APPROACH)
    (who,) = notebook.notes.on(PASSAGE)
    for note in (thin, who):
        notebook.delete(note.id)
    assert notebook.flush()
    filled.refresh()
    assert bodies(filled) == ["Who", "Thin:"]
    place = filled.list.visualRect(filled.model.index(1)).center()
    with qtbot.assertNotEmitted(filled.jump_requested):
        QTest.mouseClick(filled.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(bodies(filled)) == 2
    QTest.mouseClick(filled.restore, Qt.MouseButton.LeftButton)
    assert bodies(filled) == ["Who"]
    filled.list.setFocus()
    QTest.keyClick(filled.list, Qt.Key.Key_Return)
    assert bodies(filled) == []
    assert len(hands.files()) == 3
    QTest.mouseClick(filled.bin, Qt.MouseButton.LeftButton)
    assert bodies(filled) == ["Who", "Thin:", "Pressure"]


def test_files_that_cannot_be_understood_are_told_of(
    filled: NoteListView, notebook: Notebook, hands: Hands
) -> None:
    assert filled.trouble.isHidden()
    (hands.folder / "broken.md").write_text("---\nkind: fact\n---\n")
    take_up(notebook)
    filled.refresh()
    assert filled.trouble.text().startswith("1 file in the notes folder needs a look")


def test_a_file_with_several_problems_is_counted_once(
    filled: NoteListView, notebook: Notebook, hands: Hands
) -> None:
    (hands.folder / "broken.md").write_text("---\nkind: nothing\ncreated: never\n---\n")
    take_up(notebook)
    filled.refresh()
    assert len(notebook.problems) > 1
    assert filled.trouble.text().startswith("1 file in the notes folder needs a look")


def test_the_model_keeps_qts_rules(filled: NoteListView) -> None:
    QAbstractItemModelTester(
        filled.model, QAbstractItemModelTester.FailureReportingMode.Warning, filled
    )
    filled.words.setText("one")
    filled.words.clear()
    assert filled.model.data(QModelIndex()) is None
    assert filled.model.rowCount(filled.model.index(0)) == 0


@pytest.mark.parametrize("scheme", [colours.light, colours.dark])
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_rows_are_painted_whole(
    qtbot: QtBot, filled: NoteListView, theme: Theme, scheme: Any, zoom: float
) -> None:
    theme.set_colours(scheme())
    theme.set_zoom(zoom)
    picture = filled.grab().toImage()
    assert picture.pixelColor(2, picture.height() - 2).name() == scheme().paper
    rects = [filled.list.visualRect(filled.model.index(row)) for row in range(3)]
    assert rects[0].bottom() < rects[1].top() + 1
    assert all(rect.width() <= filled.width() for rect in rects)
    assert rects[1].height() > rects[0].height()


def test_the_menu_shows_what_is_chosen(filled: NoteListView) -> None:
    pick(filled.kind, "Judgement")
    filled.kind.menu().aboutToShow.emit()
    checked: list[QAction] = [a for a in filled.kind.menu().actions() if a.isChecked()]
    assert [action.text() for action in checked] == ["Judgement"]


def test_delete_moves_a_note_to_the_bin_and_chooses_the_next(
    qtbot: QtBot, filled: NoteListView, notebook: Notebook
) -> None:
    filled.list.setFocus()
    filled.list.setCurrentIndex(filled.model.index(1))
    next_note = filled.model.note_at(filled.model.index(2))
    assert next_note is not None
    with qtbot.waitSignal(filled.said), qtbot.waitSignal(filled.note_requested) as requested:
        QTest.keyClick(filled.list, Qt.Key.Key_Delete)
    assert bodies(filled) == ["Who", "Pressure"]
    assert filled.list.currentIndex().row() == 1
    assert requested.args == [next_note.id]
    notebook.history.undo()
    qtbot.waitUntil(lambda: len(bodies(filled)) == 3)


def test_delete_does_nothing_where_there_is_no_note_or_it_is_in_the_bin(
    qtbot: QtBot, filled: NoteListView, notebook: Notebook
) -> None:
    filled.list.setCurrentIndex(filled.model.index(0))
    QTest.keyClick(filled.list, Qt.Key.Key_Delete)
    notebook.flush()
    QTest.mouseClick(filled.bin, Qt.MouseButton.LeftButton)
    assert len(bodies(filled)) == 1
    QTest.keyClick(filled.list, Qt.Key.Key_Delete)
    assert len(bodies(filled)) == 1
    QTest.mouseClick(filled.bin, Qt.MouseButton.LeftButton)
    filled.words.setText("no such words")
    QTest.keyClick(filled.list, Qt.Key.Key_Delete)
    filled.words.clear()
    assert len(bodies(filled)) == 2


def open_menu(filled: NoteListView, row: int, *, by_key: bool = False) -> QMenu:
    if by_key:
        filled.list.setCurrentIndex(filled.model.index(row))
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    place = filled.list.visualRect(filled.model.index(row)).center()
    viewport = filled.list.viewport()
    event = QContextMenuEvent(reason, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    (action,) = [action for action in menu.actions() if action.text().startswith(words)]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("by_key", [False, True])
def test_the_menu_goes_to_copies_and_deletes(
    qtbot: QtBot, filled: NoteListView, by_key: bool
) -> None:
    with qtbot.waitSignal(filled.jump_requested) as jumped:
        choose(open_menu(filled, 1, by_key=by_key), "Go to")
    assert jumped.args == [APPROACH]
    choose(open_menu(filled, 1, by_key=by_key), "Copy")
    assert QGuiApplication.clipboard().text() == "Thin: one source"
    choose(open_menu(filled, 1, by_key=by_key), "Delete")
    assert bodies(filled) == ["Who", "Pressure"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_in_the_bin_it_restores(qtbot: QtBot, filled: NoteListView, notebook: Notebook) -> None:
    filled.list.setCurrentIndex(filled.model.index(0))
    filled.delete_chosen()
    notebook.flush()
    QTest.mouseClick(filled.bin, Qt.MouseButton.LeftButton)
    menu = open_menu(filled, 0)
    assert not [action for action in menu.actions() if action.text().startswith("Delete")]
    choose(menu, "Restore")
    assert len(notebook.notes.all()) == 3


def test_a_click_beside_the_notes_opens_no_menu_and_leaves_the_note_chosen(
    qtbot: QtBot, filled: NoteListView
) -> None:
    filled.list.setFocus()
    filled.list.setCurrentIndex(filled.model.index(1))
    viewport = filled.list.viewport()
    place = viewport.rect().bottomLeft() + QPoint(5, -5)
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        QTest.mouseClick(viewport, button, pos=place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    assert QApplication.activePopupWidget() is None
    assert filled.list.currentIndex().row() == 1
    assert filled.list.selectionModel().isSelected(filled.model.index(1))
    QTest.keyClick(filled.list, Qt.Key.Key_Delete)
    assert bodies(filled) == ["Who", "Pressure"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Return])
def test_where_no_note_is_chosen_the_keys_say_so(
    qtbot: QtBot, filled: NoteListView, key: Qt.Key
) -> None:
    filled.list.setCurrentIndex(QModelIndex())
    with qtbot.waitSignal(filled.said) as said:
        QTest.keyClick(filled.list, key)
    assert said.args == [NONE_CHOSEN]
    assert len(bodies(filled)) == 3


def test_where_no_note_is_chosen_the_key_for_the_menu_says_so(
    qtbot: QtBot, filled: NoteListView
) -> None:
    filled.list.setCurrentIndex(QModelIndex())
    viewport = filled.list.viewport()
    place = QPoint(5, 5)
    reason = QContextMenuEvent.Reason.Keyboard
    with qtbot.waitSignal(filled.said) as said:
        event = QContextMenuEvent(reason, place, viewport.mapToGlobal(place))
        QApplication.sendEvent(viewport, event)
    assert said.args == [NONE_CHOSEN]
    assert QApplication.activePopupWidget() is None


def test_in_the_bin_the_keys_say_what_they_did_or_what_can_be_done(
    qtbot: QtBot, filled: NoteListView, notebook: Notebook
) -> None:
    filled.list.setFocus()
    filled.list.setCurrentIndex(filled.model.index(0))
    QTest.keyClick(filled.list, Qt.Key.Key_Delete)
    notebook.flush()
    QTest.mouseClick(filled.bin, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(filled.said) as said:
        QTest.keyClick(filled.list, Qt.Key.Key_Delete)
    assert said.args == [is_deleted()]
    with qtbot.waitSignal(filled.said) as said:
        QTest.keyClick(filled.list, Qt.Key.Key_Return)
    assert said.args == ["Note restored."]
    assert len(notebook.notes.all()) == 3


def test_a_note_on_a_passage_shows_its_words(
    notes: NoteListView, notebook: Notebook, hands: Hands
) -> None:
    note = notebook.draft(PASSAGE, "exact\nwords  of the\u00a0text")
    hands.type(notebook, note.id, "My own.")
    hands.seconds += 60
    hands.write(notebook, "On an approach.", APPROACH)
    notes.set_titles(
        lambda target: "London ¶3", lambda target: True, lambda: [("containment", "Containment")]
    )
    notes.refresh()
    passage, approach = notes.model.index(1), notes.model.index(0)
    assert passage.data(QUOTE) == "“exact words of the text”"
    assert approach.data(QUOTE) == ""
    spoken = str(passage.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "on London ¶3" in spoken
    assert "“exact words of the text” My own." in spoken
    heights = [notes.list.sizeHintForIndex(index).height() for index in (approach, passage)]
    assert heights[1] >= heights[0] + 12


def test_many_notes_are_found_too_and_every_row_is_as_high(
    notes: NoteListView, notebook: Notebook, hands: Hands, qtbot: QtBot
) -> None:
    hands.folder.mkdir(exist_ok=True)
    for number in range(1_001):
        named = hands.folder / f"2026-11-22-{number:06}-aaaa.md"
        named.write_text(f"---\ntarget: comparison\n---\nNote {number}\n")
    take_up(notebook)
    notes.refresh()
    qtbot.waitUntil(lambda: notes.model.rowCount() == 1_001)
    heights = {notes.list.sizeHintForIndex(notes.model.index(row)).height() for row in (0, 700)}
    assert len(heights) == 1

    QTest.keyClicks(notes.words, "note 77")

    qtbot.waitUntil(lambda: notes.model.rowCount() == 19)
    assert all("77" in number for number in bodies_of(notes))
    assert notes.count.text() == "19 of 1,001\xa0notes"


def bodies_of(notes: NoteListView) -> list[str]:
    rows = [notes.model.index(row) for row in range(notes.model.rowCount())]
    return [str(row.data(EXCERPT)).split()[-1] for row in rows]
