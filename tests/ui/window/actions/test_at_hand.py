"""What can be done follows what is chosen, read and written, in the menus, by key and by name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.span import Span
from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OF_APPROACH = {"hide-column", "move-left", "wider", "next-of-approach"}
OF_ROW = {"fold-row", "jump"}
OF_TEXT = {"next-passage", "previous-passage"}
OF_NOTE = {"delete-note"}
OTHERS = {"undo", "redo", "note-passage", "back", "forward"}
ALL = OF_APPROACH | OF_ROW | OF_TEXT | OF_NOTE | OTHERS


@pytest.fixture
def at(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    return sit(disk.folder)


def on(at: AtWindow) -> set[str]:
    """The entries among these that can be chosen."""
    return {id for id in ALL if at.window.menus.action(id).isEnabled()}


def spoken(at: AtWindow, title: str) -> str:
    """What the open palette lets be said of the entry of this title."""
    model = at.window.go_to.palette.results.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    found = next(row for row in rows if model.data(row) == title)
    return str(model.data(found, Qt.ItemDataRole.AccessibleTextRole))


def test_what_is_chosen_and_read_can_be_worked_on(at: AtWindow) -> None:
    assert at.grid.place() is None
    assert on(at) == set()
    at.window.space.comparison.select(Target(TargetKind.APPROACH, approach="talk"))
    at.window.menus.refresh()
    assert on(at) == OF_APPROACH
    at.jump_to(GO_ON)
    at.qtbot.waitUntil(lambda: on(at) == OF_APPROACH | OF_ROW | OF_TEXT)


def test_what_is_written_can_be_undone_and_deleted(at: AtWindow) -> None:
    at.type("mine", on=GO_ON)
    assert {"undo", "delete-note"} <= on(at)
    at.window.menus.trigger("undo")
    assert "redo" in on(at)
    assert "undo" not in on(at)


def test_the_menu_knows_what_is_chosen_in_the_text_once_it_opens(at: AtWindow) -> None:
    at.jump_to(GO_ON)
    assert "note-passage" not in on(at)
    at.window.space.reader.view.select(0, 5)
    at.window.menus.menus["Note"].aboutToShow.emit()
    assert "note-passage" in on(at)


def test_a_key_says_what_is_lacking_and_works_once_it_is_there(at: AtWindow) -> None:
    at.jump_to(GO_ON)
    reader, status = at.window.space.reader, at.window.status
    at.key(Qt.Key.Key_M, CONTROL)
    assert status.message() == "Choose some words in the text of a source first."
    reader.view.select(0, 5)
    at.key(Qt.Key.Key_M, CONTROL)
    target = at.window.space.session.target
    assert (target.kind, target.span) == (TargetKind.PASSAGE, Span(0, 5))


def test_a_key_says_that_nothing_is_chosen(at: AtWindow) -> None:
    before = at.window.space.session.arrangement
    at.key(Qt.Key.Key_H, CONTROL | SHIFT)
    assert at.window.status.message() == "Choose an approach, a claim or a cell first."
    assert at.window.space.session.arrangement == before


def test_the_palette_lists_faintly_what_cannot_be_done_and_says_why(at: AtWindow) -> None:
    menus = at.window.menus
    menus.trigger("go-to")
    assert spoken(at, "Hide this approach").endswith(", not available now")
    assert not spoken(at, "All notes").endswith("not available now")
    at.qtbot.keyClicks(QApplication.focusWidget(), "hide this approach")
    at.key(Qt.Key.Key_Return)
    assert at.window.status.message() == "Choose an approach, a claim or a cell first."

    at.click_claim(GO_ON)
    menus.trigger("go-to")
    assert not spoken(at, "Hide this approach").endswith("not available now")
    at.qtbot.keyClicks(QApplication.focusWidget(), "hide this approach")
    at.key(Qt.Key.Key_Return)
    assert "talk" not in at.window.space.session.arrangement.columns
