"""Every change to the field is told, to the letter."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextOption,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.application.notes.note_edit import Typed
from counterpoint.ui.notebook.editor import NoteEditor


class Follower:
    """Applies what it is told, as the notebook does."""

    def __init__(self, editor: NoteEditor) -> None:
        self.editor = editor
        self.body = editor.body
        self.told: list[Typed] = []
        editor.typed.connect(self.on_typed)

    def on_typed(self, typed: Typed) -> None:
        self.told.append(typed)
        self.body = self.body[: typed.at] + typed.added + self.body[typed.at + typed.removed :]

    def agrees(self) -> bool:
        seen = self.editor.document().toRawText().replace("\u2029", "\n")
        return self.body == self.editor.body == seen


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[NoteEditor]:
    holder = QWidget()
    qtbot.addWidget(holder)
    editor = NoteEditor(holder)
    editor.resize(400, 200)
    holder.resize(400, 200)
    holder.show()
    holder.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    yield editor


def select(editor: NoteEditor, start: int, end: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def test_keys_are_told_one_by_one(qtbot: QtBot, editor: NoteEditor) -> None:
    follower = Follower(editor)
    QTest.keyClicks(editor, "ab")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert follower.told == [
        Typed(0, 0, "a"),
        Typed(1, 0, "b"),
        Typed(2, 0, "\n"),
        Typed(3, 0, "\n"),
        Typed(3, 1, ""),
    ]
    assert follower.body == "ab\n"
    assert follower.agrees()


def test_positions_are_code_points(qtbot: QtBot, editor: NoteEditor) -> None:
    editor.show_body("😀é😀")
    follower = Follower(editor)
    QTest.keyClicks(editor, "!")
    QTest.keyClick(editor, Qt.Key.Key_Left)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert follower.told == [Typed(3, 0, "!"), Typed(2, 1, "")]
    assert follower.body == "😀é!"


def test_what_the_field_would_change_is_kept(qtbot: QtBot, editor: NoteEditor) -> None:
    body = "no\u00a0break\u2028line \u2029 paragraph\ttab  "
    editor.show_body(body)
    follower = Follower(editor)
    QTest.keyClicks(editor, "!")
    assert follower.body == body + "!"


def test_writing_over_everything(qtbot: QtBot, editor: NoteEditor) -> None:
    editor.show_body("one\ntwo")
    follower = Follower(editor)
    editor.selectAll()
    QTest.keyClicks(editor, "x")
    assert follower.body == "x"
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert follower.body == ""
    QTest.keyClicks(editor, "y")
    editor.clear()
    assert follower.body == ""
    assert follower.agrees()


def test_pasting_brings_plain_text_with_line_feeds(qtbot: QtBot, editor: NoteEditor) -> None:
    follower = Follower(editor)
    data = QMimeData()
    data.setHtml("<b>bold\u00a0</b>")
    data.setText("bold\u00a0\r\nnext\rlast")
    editor.insertFromMimeData(data)
    assert follower.body == "bold\u00a0\nnext\nlast"
    QGuiApplication.clipboard().setText("\r\nand\u2028more")
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert follower.body == "bold\u00a0\nnext\nlast\nand\nmore"
    assert follower.agrees()


def test_copying_keeps_every_character(qtbot: QtBot, editor: NoteEditor) -> None:
    editor.show_body("no\u00a0break\nnext")
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "no\u00a0break\nnext"
    follower = Follower(editor)
    select(editor, 0, 3)
    QTest.keyClick(editor, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "no\u00a0"
    assert follower.body == "break\nnext"
    editor.copy()
    assert QGuiApplication.clipboard().text() == "no\u00a0"


def test_dragging_keeps_every_character(qtbot: QtBot, editor: NoteEditor) -> None:
    editor.show_body("no\u00a0break\u202f!\nnext")
    select(editor, 0, 15)
    follower = Follower(editor)
    data = editor.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]

    end = editor.cursorRect(QTextCursor(editor.document().lastBlock())).center() + QPoint(200, 0)
    copy = Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(end, copy, data, left, none),
        QDragMoveEvent(end, copy, data, left, none),
        QDropEvent(end.toPointF(), copy, data, left, none),
    ):
        QApplication.sendEvent(editor.viewport(), event)
    assert follower.body == "no\u00a0break\u202f!\nnextno\u00a0break\u202f!\nnext"
    assert follower.agrees()


@pytest.mark.parametrize("letter", ["\u00a0", "\u202f", "\u2011", "\u200b"])
def test_letters_that_look_like_others_are_kept_when_typed(
    qtbot: QtBot, editor: NoteEditor, letter: str
) -> None:
    follower = Follower(editor)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, f"a{letter}b")
        QApplication.sendEvent(editor, event)
    assert follower.body == f"a{letter}b"
    assert follower.agrees()


def compose(editor: NoteEditor, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


def test_what_is_being_composed_is_not_yet_in_the_note(qtbot: QtBot, editor: NoteEditor) -> None:
    editor.show_body("a ")
    follower = Follower(editor)
    compose(editor, "n")
    compose(editor, "ni")
    assert follower.body == "a "
    compose(editor, "", "你")
    assert follower.told == [Typed(2, 0, "你")]
    assert follower.agrees()


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\u0085", "\r\n"])
def test_an_input_method_too_brings_line_feeds(editor: NoteEditor, end: str) -> None:
    follower = Follower(editor)
    compose(editor, "", f"one{end}two\u00a0")
    assert follower.body == "one\ntwo\u00a0"
    assert follower.agrees()


def test_what_was_being_composed_is_kept_when_the_focus_goes(
    qtbot: QtBot, editor: NoteEditor
) -> None:
    follower = Follower(editor)
    after = QLineEdit(editor.parentWidget())
    after.show()
    compose(editor, "´")
    compose(editor, "han")
    after.setFocus()
    assert follower.body == "han"
    assert editor.composed() == ""
    assert follower.agrees()


def test_a_menu_over_the_field_leaves_the_composing_alone(editor: NoteEditor) -> None:
    compose(editor, "han")
    QApplication.sendEvent(
        editor, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    )
    assert editor.composed() == "han"
    assert editor.body == ""


def test_a_picture_is_not_pasted(qtbot: QtBot, editor: NoteEditor) -> None:
    follower = Follower(editor)
    data = QMimeData()
    data.setData("image/png", b"no text")
    editor.insertFromMimeData(data)
    assert follower.told == []


@pytest.mark.parametrize(
    ("key", "mark"), [(Qt.Key.Key_B, "**"), (Qt.Key.Key_I, "*")], ids=["bold", "italic"]
)
def test_marks_are_put_round_what_is_selected(
    qtbot: QtBot, editor: NoteEditor, key: Qt.Key, mark: str
) -> None:
    editor.show_body("😀 one\ntwo")
    follower = Follower(editor)
    select(editor, 3, 10)
    QTest.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)
    assert follower.body == f"😀 {mark}one\ntwo{mark}"
    assert editor.textCursor().selectedText() == "one\u2029two"
    select(editor, 3, 10 + 2 * len(mark))
    QTest.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)
    assert follower.body == "😀 one\ntwo"
    assert follower.agrees()


def test_marks_without_a_selection_wait_for_words(qtbot: QtBot, editor: NoteEditor) -> None:
    follower = Follower(editor)
    QTest.keyClick(editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, "w")
    assert follower.body == "**w**"


def test_the_keys_for_undo_are_left_to_the_window(qtbot: QtBot, editor: NoteEditor) -> None:
    follower = Follower(editor)
    QTest.keyClicks(editor, "a")
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        event = QKeyEvent(
            QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier, ""
        )
        event.accept()
        editor.event(event)
        assert not event.isAccepted()
        QTest.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)
    event = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier, ""
    )
    event.ignore()
    editor.event(event)
    assert event.isAccepted()
    assert follower.body == "a"
    assert not editor.isUndoRedoEnabled()  # it would keep every letter twice


def test_the_windows_undo_is_reached_from_the_field(qtbot: QtBot, editor: NoteEditor) -> None:
    undo = QAction(editor.window())
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    editor.window().addAction(undo)
    QTest.keyClicks(editor, "a")
    with qtbot.waitSignal(undo.triggered):
        QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_taking_up_changes_only_what_differs(qtbot: QtBot, editor: NoteEditor) -> None:
    editor.show_body("😀 one two three")
    follower = Follower(editor)
    editor.take_up("😀 one 2 three")
    assert follower.told == []
    assert editor.body == "😀 one 2 three"
    assert editor.document().toRawText() == "😀 one 2 three"
    assert editor.textCursor().position() == 8
    editor.take_up("😀 one 2 three")
    QTest.keyClicks(editor, "!")
    assert follower.told == [Typed(7, 0, "!")]


def test_tab_leaves_the_field(qtbot: QtBot, editor: NoteEditor) -> None:
    follower = Follower(editor)
    after = QLineEdit(editor.parentWidget())
    after.show()
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert follower.told == []
    assert after.hasFocus()


def test_a_change_of_looks_is_no_change(editor: NoteEditor) -> None:
    editor.show_body("words")
    follower = Follower(editor)
    font = editor.font()
    font.setPixelSize(30)
    editor.setFont(font)
    editor.document().markContentsDirty(0, 5)
    editor.document().contentsChange.emit(0, 5, 5)
    assert follower.told == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_copies_and_has_no_undo_of_its_own(qtbot: QtBot, editor: NoteEditor) -> None:
    editor.show_body("words")
    editor.selectAll()
    place = editor.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, editor.mapToGlobal(place))
    editor.contextMenuEvent(event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Cut", "Copy", "Paste", "Select all"]
    menu.actions()[1].trigger()
    menu.close()
    assert QGuiApplication.clipboard().text() == "words"


def test_a_process_that_copied_ends_well() -> None:
    program = """
from PySide6.QtWidgets import QApplication, QWidget
from counterpoint.ui.notebook.editor import NoteEditor
application = QApplication([])
window = QWidget()
editor = NoteEditor(window)
editor.show_body("words")
editor.selectAll()
editor.copy()
assert application.clipboard().text() == "words"
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == 0


def test_a_line_without_spaces_is_broken_anywhere_only_while_it_is_very_long(
    qtbot: QtBot, editor: NoteEditor
) -> None:
    """Else Qt takes seconds for each letter."""
    at_words = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    editor.show_body("words and more " * 20_000)
    assert editor.wordWrapMode() == at_words
    for way in ("shown", "typed", "taken up"):
        editor.show_body("x" * 300_000 if way == "shown" else "words")
        if way == "typed":
            QGuiApplication.clipboard().setText("y" * 300_000)
            editor.paste()
        elif way == "taken up":
            editor.take_up("words" + "z" * 300_000)
        QTest.keyClicks(editor, "word")
        assert editor.wordWrapMode() == QTextOption.WrapMode.WrapAnywhere, way
        assert editor.body.endswith("word")
        editor.show_body("words")
        assert editor.wordWrapMode() == at_words
