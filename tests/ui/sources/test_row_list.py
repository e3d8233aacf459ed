"""The list of the sources: a letter begins a note, and a menu says what can be done."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from counterpoint.domain.note import WHOLE_COMPARISON, Target, TargetKind
from tests.at_window import GO_ON, AtWindow, Sit, fonts, sit
from tests.library_on_disk import LibraryOnDisk

__all__ = ["fonts", "sit"]
LETTER = Target(TargetKind.SOURCE, source="letter")


@pytest.fixture
def at_source(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    """In the list, at the letter; the notebook elsewhere."""
    at = sit(disk.folder)
    at.type("On the claim.", on=GO_ON)
    at.window.space.session.show_view("sources")
    at.key(Qt.Key.Key_Down)
    assert at.window.space.sources.list.hasFocus()
    return at


def noted(at: AtWindow, target: Target) -> list[str]:
    return [note.body for note in at.window.space.live.notebook.notes.on(target)]


def test_typing_begins_a_note_on_the_source(at_source: AtWindow) -> None:
    at_source.window.space.session.choose(GO_ON)
    at_source.qtbot.keyClicks(at_source.window.space.sources.list, "O")
    at_source.qtbot.keyClicks(QApplication.focusWidget(), "ne voice")
    assert noted(at_source, LETTER) == ["One voice"]
    assert noted(at_source, GO_ON) == ["On the claim."]


def test_at_the_texts_as_a_whole_it_is_on_the_whole_comparison(at_source: AtWindow) -> None:
    at_source.key(Qt.Key.Key_Up)
    at_source.qtbot.keyClicks(at_source.window.space.sources.list, "X")
    assert noted(at_source, WHOLE_COMPARISON) == ["X"]


def test_what_is_composed_there_begins_one_too(at_source: AtWindow) -> None:
    rows = at_source.window.space.sources.list
    QApplication.sendEvent(rows, QInputMethodEvent("´", []))
    committed = QInputMethodEvent("", [])
    committed.setCommitString("é")
    QApplication.sendEvent(rows, committed)
    assert noted(at_source, LETTER) == ["é"]
    assert at_source.window.space.notebook.editor.hasFocus()


def test_ctrl_n_is_on_the_source_wherever_the_notebook_was(at_source: AtWindow) -> None:
    at_source.window.space.session.choose(GO_ON)
    at_source.window.menus.trigger("note-here")
    at_source.qtbot.keyClicks(QApplication.focusWidget(), "Here")
    assert noted(at_source, LETTER) == ["Here"]


def open_menu(at: AtWindow, row: int, *, by_key: bool) -> QMenu:
    rows = at.window.space.sources.list
    index = rows.model().index(row, 0)
    if by_key:
        rows.setCurrentIndex(index)
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    place = rows.visualRect(index).center()
    viewport = rows.viewport()
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, place, viewport.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    (action,) = [action for action in menu.actions() if action.text().startswith(words)]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("by_key", [False, True])
def test_the_menu_opens_copies_and_notes(at_source: AtWindow, by_key: bool) -> None:
    at_source.key(Qt.Key.Key_Up)
    choose(open_menu(at_source, 1, by_key=by_key), "Copy")
    assert "A letter" in QGuiApplication.clipboard().text()
    assert at_source.window.status.message() == "Copied the citation of “Letter”."
    choose(open_menu(at_source, 1, by_key=by_key), "Open")
    source = at_source.window.space.reader.source
    assert source is not None
    assert source.id == "letter"
    choose(open_menu(at_source, 1, by_key=by_key), "Write")
    at_source.qtbot.keyClicks(QApplication.focusWidget(), "Noted")
    assert noted(at_source, LETTER) == ["Noted"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_of_the_texts_as_a_whole_nothing_is_offered_that_cannot_be_done(
    at_source: AtWindow,
) -> None:
    menu = open_menu(at_source, 0, by_key=False)
    offered = [action.text() for action in menu.actions() if action.isEnabled() and action.text()]
    menu.close()
    assert offered == ["Write a note\tCtrl+N"]


def test_a_click_below_the_rows_leaves_the_source_chosen(at_source: AtWindow) -> None:
    viewport = at_source.window.space.sources.list.viewport()
    place = viewport.rect().bottomLeft() + QPoint(5, -5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    assert QApplication.activePopupWidget() is None
    assert at_source.window.space.sources.current_source() == "letter"
