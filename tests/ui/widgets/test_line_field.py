"""A field of one line holds one line, however its words come in."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.ui.widgets.line_field import LineField
from tests.at_window import Sit, fonts, sit
from tests.library_on_disk import LibraryOnDisk

__all__ = ["fonts", "sit"]
ENDS = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f", "\t", "\n\u2028"]


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[LineField]:
    window = QWidget()
    qtbot.addWidget(window)
    field = LineField(window)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    yield field


@pytest.mark.parametrize("end", ENDS)
def test_what_is_pasted_comes_in_one_line(field: LineField, end: str) -> None:
    told: list[str] = []
    field.textChanged.connect(told.append)
    QGuiApplication.clipboard().setText(f"one{end}two")
    field.paste()
    assert field.text() == "one two"
    assert field.cursorPosition() == len("one two")
    assert set(told) == {"one two"}


def test_what_is_dropped_or_composed_too(field: LineField) -> None:
    composed = QInputMethodEvent("", [])
    composed.setCommitString("one\u2028two")
    QApplication.sendEvent(field, composed)
    assert field.text() == "one two"

    field.clear()
    data = QMimeData()
    data.setText("one\u2029two")
    where = QPoint(5, field.height() // 2)
    how = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(field, QDragEnterEvent(where, *how))
    QApplication.sendEvent(field, QDropEvent(QPointF(where), *how))
    assert field.text() == "one two"


def test_other_spaces_stay_as_they_are(field: LineField) -> None:
    QGuiApplication.clipboard().setText("a\u00a0b\u202fc  d ")
    field.paste()
    assert field.text() == "a\u00a0b\u202fc  d "


def test_every_field_of_the_window_is_such_a_field(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    window = at.window
    window.approaches.open()
    window.go_to.open()
    window.space.session.show_view("notes")
    found = window.findChildren(QLineEdit)
    assert len(found) == 5
    for each in found:
        assert isinstance(each, LineField), each.accessibleName()


def test_a_pasted_tag_reaches_the_file_in_one_line(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.type("A note.")
    field = at.window.space.notebook.tags.field
    field.setFocus()
    QGuiApplication.clipboard().setText("one\u2028two\x85three")
    field.paste()
    at.key(Qt.Key.Key_Return)
    (note,) = at.window.space.live.notebook.notes.all()
    assert note.tags == ("one two three",)
    at.wait_saved()
    (file,) = at.window.space.notes_folder.glob("*.md")
    assert "one two three" in file.read_text("utf-8")


def test_its_menu_is_that_of_the_editor(field: LineField) -> None:
    def entries() -> dict[str, bool]:
        at = QPoint(3, 3)
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(field, QContextMenuEvent(reason, at, field.mapToGlobal(at)))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found = {action.text(): action.isEnabled() for action in menu.actions()}
        menu.close()
        return found

    QGuiApplication.clipboard().setText("")
    assert entries() == {"Cut": False, "Copy": False, "Paste": False, "Select all": False}
    QGuiApplication.clipboard().setText("words")
    field.paste()
    field.selectAll()
    assert entries() == {"Cut": True, "Copy": True, "Paste": True, "Select all": True}
