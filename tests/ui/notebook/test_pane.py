"""The notebook pane, by hand: type, choose, tag, leave, undo, and what the disk and others do."""

import errno
import os
import shutil
import sys
from collections.abc import Callable
from typing import NoReturn

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.application.notes.notebook import Notebook
from counterpoint.domain.note import WHOLE_COMPARISON, Note, NoteKind, Target, TargetKind
from counterpoint.domain.span import Span
from counterpoint.labels.problem import sentence
from counterpoint.ui.notebook.pane import NotebookPane
from counterpoint.ui.session.live_notebook import LiveNotebook
from counterpoint.ui.theme import colours
from counterpoint.ui.theme.theme import Theme
from tests.faults.refused_calls import RefusedCalls, calls_of, nothing
from tests.hands import Hands, take_up, there

CLAIM = Target(TargetKind.CLAIM, approach="containment", dimension="diagnosis", claim="c1")
PASSAGE = Target(TargetKind.PASSAGE, source="london", span=Span(3, 9))


def only(notebook: Notebook) -> Note:
    (note,) = notebook.notes.all()
    return note


def test_choose_a_thing_and_type(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook, hands: Hands
) -> None:
    pane.show_target(PASSAGE, "London cable ¶4", "their words")
    assert pane.header.title() == "on London cable ¶4"
    assert "this passage" in pane.editor.placeholderText()
    QTest.keyClicks(pane.editor, "Words")
    note = only(notebook)
    assert (note.target, note.body, note.quote) == (PASSAGE, "Words", "their words")
    assert pane.state.text() == "Saving…"
    hands.wait(notebook, 1)
    qtbot.waitUntil(lambda: pane.state.text() == "Saved 10:15")
    assert hands.files()[note.id].endswith("\nWords")


def test_the_head_says_whose_a_note_is(
    pane: NotebookPane, notebook: Notebook, hands: Hands
) -> None:
    mine = hands.write(notebook, "Mine")
    theirs = hands.write(notebook, "Theirs")
    notebook.notes.keep(theirs._replace(author="Ann Lee of the Ministry of Foreign Affairs"))

    pane.show_note(theirs.id)
    assert pane.header.name.text() == "Note by Ann Lee of the Ministry of…"
    assert "Affairs" in pane.header.name.toolTip()
    QTest.keyClicks(pane.editor, "!")
    assert there(notebook, theirs.id).author == "Ann Lee of the Ministry of Foreign Affairs"
    pane.show_note(mine.id)
    assert (pane.header.name.text(), pane.header.name.toolTip()) == ("Note", "")


def test_another_thing_has_other_notes(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook
) -> None:
    QTest.keyClicks(pane.editor, "On all")
    pane.show_target(CLAIM, "A · Diagnosis", "")
    assert pane.editor.body == ""
    QTest.keyClicks(pane.editor, "On the claim")
    pane.show_target(WHOLE_COMPARISON, "whole comparison", "")
    assert pane.editor.body == "On all"
    assert {note.body for note in notebook.notes.all()} == {"On all", "On the claim"}


def test_leaving_saves_at_once(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook, hands: Hands
) -> None:
    QTest.keyClicks(pane.editor, "Words")
    pane.show_target(CLAIM, "A · Diagnosis", "")
    hands.wait(notebook, 0)
    assert [text[-5:] for text in hands.files().values()] == ["Words"]


def test_looking_around_leaves_no_notes(
    pane: NotebookPane, notebook: Notebook, hands: Hands
) -> None:
    for _ in range(3):
        pane.show_target(CLAIM, "A · Diagnosis", "")
        pane.show_target(PASSAGE, "London cable ¶4", "")
    assert notebook.flush()
    assert notebook.notes.all() == ()
    assert not hands.folder.exists()


def test_the_kind_is_chosen_with_mouse_and_keys(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook
) -> None:
    QTest.keyClicks(pane.editor, "Words")
    assert pane.header.kinds.choice() == "observation"
    button = pane.header.kinds.button("judgement")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert only(notebook).kind is NoteKind.JUDGEMENT
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Left)
    assert only(notebook).kind is NoteKind.ASSUMPTION
    pane.undo()
    assert pane.header.kinds.choice() == "judgement"


@pytest.mark.qt_log_ignore("This plugin does not support")  # the popup of the completer
def test_tags_are_added_completed_and_removed(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook, hands: Hands
) -> None:
    other = hands.write(notebook, "other", CLAIM)
    notebook.set_tags(other.id, ["linchpin"])
    QTest.keyClicks(pane.editor, "Words")
    id = pane.current
    field = pane.tags.field
    field.setFocus()
    QTest.keyClicks(field, "check 2014,second")
    assert there(notebook, id).tags == ("check 2014",)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert there(notebook, id).tags == ("check 2014", "second")
    QTest.keyClicks(field, "pin")
    completer = field.completer()
    assert completer is not None
    assert completer.currentCompletion() == "linchpin"
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert there(notebook, id).tags == ("check 2014",)
    QTest.keyClicks(field, "third\r")
    first = pane.tags.chips()[0]
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert there(notebook, id).tags == ("third",)
    chip = pane.tags.chips()[0]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert there(notebook, id).tags == ()
    assert field.hasFocus()
    pane.undo()
    assert pane.tags.tags() == ("third",)


def test_leaving_the_tag_field_keeps_what_was_typed(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook
) -> None:
    QTest.keyClicks(pane.editor, "Words")
    pane.tags.field.setFocus()
    QTest.keyClicks(pane.tags.field, "half")
    pane.editor.setFocus()
    assert only(notebook).tags == ("half",)


def test_a_half_typed_tag_belongs_to_the_note_at_which_it_was_typed(
    pane: NotebookPane, live: LiveNotebook, notebook: Notebook, hands: Hands
) -> None:
    claim = hands.write(notebook, "On the claim", CLAIM)
    hands.seconds += 1
    tab = hands.write(notebook, "Another")
    passage = hands.write(notebook, "On the passage", PASSAGE)
    ways: dict[str, Callable[[], None]] = {
        "target": lambda: pane.show_target(CLAIM, "the claim", ""),
        "note": lambda: pane.show_note(passage.id),
        "tab": lambda: pane.header.note_wanted.emit(tab.id),
        "new": pane.new_note,
        "flush": lambda: assert_saved(live),
        "undo elsewhere": lambda: live.went_to.emit(claim.id),
    }
    for way, leave in ways.items():
        pane.show_target(WHOLE_COMPARISON, "all", "")
        pane.new_note()
        QTest.keyClicks(pane.editor, way)
        left = pane.current
        pane.tags.field.setFocus()
        QTest.keyClicks(pane.tags.field, "half")
        leave()
        assert pane.tags.field.text() == "", way
        assert there(notebook, left).tags == ("half",), way
        assert pane.tags.tags() == (("half",) if way == "flush" else ()), way
    for note in (claim, tab, passage):
        assert there(notebook, note.id).tags == ()


def assert_saved(live: LiveNotebook) -> None:
    assert live.flush()


def test_a_half_typed_tag_makes_an_empty_note_one_that_is_kept(
    pane: NotebookPane, notebook: Notebook
) -> None:
    left = pane.current
    pane.tags.field.setFocus()
    QTest.keyClicks(pane.tags.field, "half")
    pane.show_target(CLAIM, "the claim", "")
    assert there(notebook, left).tags == ("half",)
    pane.show_target(WHOLE_COMPARISON, "all", "")
    assert pane.current == left


def test_a_half_typed_tag_stays_while_notes_arrive_and_goes_with_its_note(
    pane: NotebookPane, notebook: Notebook, hands: Hands
) -> None:
    pane.tags.field.setFocus()
    QTest.keyClicks(pane.tags.field, "half")
    first = pane.current
    other = hands.write(hands.open(), "From another window")
    take_up(notebook)
    assert (pane.current, pane.tags.field.text()) == (first, "half")
    QTest.keyClicks(pane.tags.field, "\r")
    assert notebook.flush()
    QTest.keyClicks(pane.tags.field, "more")
    (hands.folder / f"{first}.md").unlink()
    take_up(notebook)
    assert (pane.current, pane.tags.field.text()) == (other.id, "")
    QTest.keyClicks(pane.tags.field, "its own")
    pane.delete_current()
    assert pane.tags.field.text() == ""
    pane.undo()
    assert there(notebook, other.id).tags == ("its own",)


def test_kind_and_tags_of_an_empty_note_are_there_when_one_comes_back(
    pane: NotebookPane, notebook: Notebook
) -> None:
    QTest.mouseClick(pane.header.kinds.button("judgement"), Qt.MouseButton.LeftButton)
    left = pane.current
    pane.show_target(CLAIM, "the claim", "")
    assert pane.header.kinds.choice() == "observation"
    pane.show_target(WHOLE_COMPARISON, "all", "")
    assert (pane.current, pane.header.kinds.choice()) == (left, "judgement")
    assert pane.header.new.isVisible()


def test_several_notes_on_one_thing(qtbot: QtBot, pane: NotebookPane, notebook: Notebook) -> None:
    QTest.keyClicks(pane.editor, "First note")
    assert pane.header.tabs.isHidden()
    QTest.mouseClick(pane.header.new, Qt.MouseButton.LeftButton)
    assert pane.editor.hasFocus()
    assert pane.editor.body == ""
    QTest.keyClicks(pane.editor, "Second & last")
    labels = {pane.header.tabs.tabText(at) for at in range(pane.header.tabs.count())}
    assert labels == {"First note", "Second && last"}
    other = 1 - pane.header.tabs.currentIndex()
    QTest.mouseClick(
        pane.header.tabs,
        Qt.MouseButton.LeftButton,
        pos=pane.header.tabs.tabRect(other).center(),
    )
    assert pane.editor.body == "First note"
    assert len(notebook.notes.on(WHOLE_COMPARISON)) == 2


def test_an_abandoned_new_note_leaves_the_first_in_sight(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook
) -> None:
    QTest.keyClicks(pane.editor, "First")
    pane.new_note()
    pane.new_note()
    assert pane.header.tabs.count() == 2
    pane.show_target(CLAIM, "A · Diagnosis", "")
    pane.show_target(WHOLE_COMPARISON, "whole comparison", "")
    assert pane.editor.body == "First"
    assert len(notebook.notes.all()) == 1


def test_delete_and_undo(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook, hands: Hands
) -> None:
    QTest.keyClicks(pane.editor, "Words")
    id = pane.current
    assert notebook.flush()
    QTest.mouseClick(pane.header.delete, Qt.MouseButton.LeftButton)
    assert pane.editor.body == ""
    assert pane.state.text() == "Note deleted; undo brings it back"
    assert notebook.flush()
    assert hands.files() == {}
    pane.delete_current()
    pane.undo()
    assert pane.current == id
    assert pane.editor.body == "Words"
    assert notebook.flush()
    assert hands.files()[id].endswith("Words")
    pane.redo()
    assert pane.editor.body == ""


def test_undo_goes_to_the_note_it_changes(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook
) -> None:
    pane.set_titles(lambda target: f"a {target.kind}", lambda _: True)
    QTest.keyClicks(pane.editor, "one")
    pane.show_target(CLAIM, "A · Diagnosis", "")
    QTest.keyClicks(pane.editor, "two")
    pane.undo()
    assert pane.editor.body == ""
    assert notebook.notes.on(CLAIM) == ()
    pane.undo()
    assert notebook.notes.all() == ()
    pane.redo()
    assert pane.editor.body == "one"
    assert pane.header.title() == "on a comparison"
    pane.redo()
    assert pane.editor.body == "two"
    assert pane.header.title() == "on a claim"
    pane.redo()


def test_a_full_disk_is_said_and_nothing_is_lost(
    qtbot: QtBot,
    pane: NotebookPane,
    live: LiveNotebook,
    hands: Hands,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fsync(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    QTest.keyClicks(pane.editor, "Words")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        assert not live.close()
        assert pane.state.text() == "Not saved"
        assert pane.notice.words.text().startswith("Not saved: the disk is full — free some space")
        assert live.unsaved_message() == (
            "One note is not saved: the disk is full. To keep all words, free some space."
        )
        QTest.keyClicks(pane.editor, " more")
        assert pane.editor.body == "Words more"
        pane.show_target(CLAIM, "A · Diagnosis", "")
        assert pane.notice.words.text().startswith("One note is not saved")
        with qtbot.waitSignal(live.rescue_wanted):
            QTest.mouseClick(pane.notice.button("rescue"), Qt.MouseButton.LeftButton)
        assert "Not saved in" in live.save_rescue(hands.folder.parent / "rescue")
    assert "1\u00a0note saved in" in live.save_rescue(hands.folder.parent / "rescue")
    hands.wait(pane._notebook, 10)
    assert pane.notice.isHidden()
    assert live.unsaved_message() == ""
    assert [text[-10:] for text in hands.files().values()] == ["Words more"]


def test_a_folder_that_is_gone_is_said(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook, hands: Hands
) -> None:
    hands.write(notebook, "kept", CLAIM)
    shutil.rmtree(hands.folder)
    take_up(notebook)
    assert "the folder is not there" in pane.notice.words.text()
    assert len(notebook.notes.all()) == 1


def test_a_change_from_outside_is_taken_up_in_sight(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook, hands: Hands
) -> None:
    QTest.keyClicks(pane.editor, "Ours")
    assert notebook.flush()
    file = hands.folder / f"{pane.current}.md"
    file.write_text(file.read_text() + " and theirs")
    take_up(notebook)
    assert pane.editor.body == "Ours and theirs"
    assert pane.state.text() == "Changed outside 10:15, taken up"
    QTest.keyClick(pane.editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(pane.editor, "!")
    assert notebook.flush()
    assert file.read_text().endswith("Ours and theirs!")


def test_both_versions_are_kept_and_the_person_is_told(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook, hands: Hands
) -> None:
    QTest.keyClicks(pane.editor, "Base")
    assert notebook.flush()
    first = pane.current
    file = hands.folder / f"{first}.md"
    file.write_text(file.read_text() + " theirs")
    QTest.keyClicks(pane.editor, " ours")
    hands.wait(notebook, 1)
    assert pane.current != first
    assert pane.editor.body == "Base ours"
    assert pane.editor.hasFocus()
    assert "Both versions are kept" in pane.notice.words.text()
    QTest.keyClicks(pane.editor, "!")
    assert there(notebook, pane.current).body == "Base ours!"
    ours = pane.current
    QTest.mouseClick(pane.notice.button("other"), Qt.MouseButton.LeftButton)
    assert pane.current == first
    assert pane.editor.body == "Base theirs"
    pane.show_note(ours)
    QTest.mouseClick(pane.notice.button("settle"), Qt.MouseButton.LeftButton)
    assert pane.notice.isHidden()
    assert there(notebook, ours).conflict_of == ""


def test_a_note_removed_outside_is_said(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook, hands: Hands
) -> None:
    QTest.keyClicks(pane.editor, "Words")
    assert notebook.flush()
    (hands.folder / f"{pane.current}.md").unlink()
    take_up(notebook)
    assert pane.editor.body == ""
    assert pane.state.text() == "The note’s file was removed outside"


def test_a_note_that_can_no_longer_be_understood_is_not_called_removed(
    pane: NotebookPane, notebook: Notebook, hands: Hands
) -> None:
    QTest.keyClicks(pane.editor, "Words")
    assert notebook.flush()
    (hands.folder / f"{pane.current}.md").write_bytes(b"\xff")
    take_up(notebook)
    assert pane.editor.body == ""
    assert pane.state.text() == "The note’s file was changed outside: it cannot be understood"


def test_a_note_that_cannot_be_read_for_a_while_stays(
    pane: NotebookPane, notebook: Notebook, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.keyClicks(pane.editor, "Words")
    assert notebook.flush()
    path = hands.folder / f"{pane.current}.md"
    os.utime(path, (1, 1))
    calls = RefusedCalls(monkeypatch, path)
    calls.refuse = calls_of("open", errno.EACCES)
    take_up(notebook)
    assert pane.editor.body == "Words"
    assert [sentence(problem) for problem in notebook.problems] == [
        "the file cannot be read (Permission denied); check its permissions"
    ]
    calls.refuse = nothing
    hands.wait(notebook, 5)
    assert notebook.problems == ()
    assert pane.editor.body == "Words"


def test_notes_that_arrive_later_take_the_place_of_an_empty_one(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook, hands: Hands
) -> None:
    note = hands.write(hands.open(), "From another window")
    take_up(notebook)
    assert pane.current == note.id
    pane.new_note()
    hands.write(hands.open(), "And one more")
    take_up(notebook)
    assert notebook.notes.is_draft(pane.current)


def test_a_note_whose_target_is_gone_still_says_on_what_it_was(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook
) -> None:
    pane.show_target(PASSAGE, "London cable ¶4", "hit and miss")
    QTest.keyClicks(pane.editor, "Words")
    pane.set_titles(lambda _: "a passage", lambda _: False)
    assert pane.notice.words.text() == (
        "Its passage is no longer in the library. It was on: “hit and miss”"
    )


def test_a_stranger_is_not_shown(pane: NotebookPane) -> None:
    before = pane.current
    pane.show_note("nobody")
    assert pane.current == before


def test_every_control_has_a_name_and_is_reached_by_tab(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook
) -> None:
    QTest.keyClicks(pane.editor, "Words")
    pane.new_note()
    QTest.keyClicks(pane.editor, "More")
    notebook.set_tags(pane.current, ["one", "two"])
    reached: list[str] = []
    pane.editor.setFocus()
    for _ in range(40):
        focused = pane.window().focusWidget()
        assert focused is not None
        assert focused.accessibleName(), focused
        reached.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    names = set(reached)
    assert {"New note", "Delete", "Add a tag", "Notes on this"} <= names
    tags = reached.index("Tag one")
    assert reached[tags : tags + 3] == ["Tag one", "Tag two", "Add a tag"]
    assert any(name.startswith("Kind of note") for name in names)
    assert any(name.startswith("Note on") for name in names)


def test_the_pane_follows_the_look(qtbot: QtBot, pane: NotebookPane, theme: Theme) -> None:
    QTest.keyClicks(pane.editor, "Words")
    light = pane.grab().toImage()
    theme.set_colours(colours.dark())
    dark = pane.grab().toImage()
    assert light.pixelColor(2, 2).lightness() > 200
    assert dark.pixelColor(2, 2).lightness() < 60
    height = pane.editor.fontMetrics().height()
    theme.set_zoom(1.5)
    assert pane.editor.fontMetrics().height() > height


@pytest.mark.parametrize("width", [360, 480, 640, 1200])
def test_nothing_is_cut_or_hidden_by_another(
    qtbot: QtBot, pane: NotebookPane, notebook: Notebook, width: int
) -> None:
    pane.show_target(CLAIM, "A · Diagnosis: a title as long as titles in this library can be", "")
    QTest.keyClicks(pane.editor, "Words")
    notebook.set_tags(pane.current, [f"a tag of some length {number}" for number in range(9)])
    pane.resize(width, 420)
    qtbot.waitUntil(lambda: pane.width() == width)
    whole = pane.rect()
    for widget in (pane.header.new, pane.header.delete, pane.editor, pane.state, pane.tags):
        corner = widget.mapTo(pane, widget.rect().bottomRight())
        assert whole.contains(corner), widget
    assert pane.tags.geometry().bottom() < pane.height()
    assert not pane.tags.geometry().intersects(pane.state.geometry())
    assert pane.editor.height() >= 56
    assert pane.tags.height() <= 2 * 24 + 4


def test_nothing_moves_with_the_first_letter(qtbot: QtBot, pane: NotebookPane) -> None:
    before = pane.editor.mapTo(pane, QPoint(0, 0))
    QTest.keyClicks(pane.editor, "H")
    qtbot.waitUntil(pane.header.delete.isVisible)

    assert pane.editor.mapTo(pane, QPoint(0, 0)) == before


@pytest.mark.parametrize("leave", ["all is saved", "another note"])
def test_what_an_error_kept_from_the_note_comes_there_on_leaving(
    pane: NotebookPane,
    live: LiveNotebook,
    notebook: Notebook,
    monkeypatch: pytest.MonkeyPatch,
    leave: str,
) -> None:
    reported: list[object] = []
    pane.type("Words 😀")
    left = pane.current
    with monkeypatch.context() as patch:
        patch.setattr(sys, "excepthook", lambda _kind, error, _trace: reported.append(error))
        patch.setattr(notebook, "type", divide_by_zero)
        QTest.keyClicks(pane.editor, " and more")
    assert len(reported) == len(" and more")
    assert there(notebook, left).body == "Words 😀"
    if leave == "all is saved":
        assert live.flush()
    else:
        pane.show_target(CLAIM, "the claim", "")
    assert there(notebook, left).body == "Words 😀 and more"


def divide_by_zero(*_: object) -> NoReturn:
    raise ZeroDivisionError


def test_what_is_half_composed_is_saved_with_all(
    pane: NotebookPane, live: LiveNotebook, hands: Hands
) -> None:
    QTest.keyClicks(pane.editor, "Words ")
    QApplication.sendEvent(pane.editor, QInputMethodEvent("か", []))
    assert live.flush()
    (text,) = hands.files().values()
    assert text.endswith("\nWords か")


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_the_field_for_tags_ends_where_the_note_does_until_there_is_a_state(
    qtbot: QtBot, pane: NotebookPane, theme: Theme, zoom: float
) -> None:
    theme.set_zoom(zoom)
    pane.resize(theme.fonts.px(400), theme.fonts.px(330))
    field, editor = pane.tags.field, pane.editor

    def right_of(part: QWidget) -> int:
        return part.mapTo(pane, part.rect().topRight()).x()

    qtbot.waitUntil(lambda: right_of(field) == right_of(editor))
    QTest.keyClicks(pane.editor, "Words")
    qtbot.waitUntil(pane.state.isVisible)
    qtbot.waitUntil(lambda: right_of(field) < pane.state.geometry().left())
    assert pane.state.geometry().right() <= pane.width()
