"""What works on the comparison works while it is shown; elsewhere its keys say so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
KEYS = [
    (Qt.Key.Key_H, CONTROL | SHIFT, "Hide this approach"),
    (Qt.Key.Key_5, ALT, "Most different first"),
    (Qt.Key.Key_T, CONTROL, "Swap rows and columns"),
    (Qt.Key.Key_O, CONTROL | SHIFT, "Fold or unfold this row"),
    (Qt.Key.Key_Right, CONTROL | ALT, "Widen this column"),
    (Qt.Key.Key_A, CONTROL | SHIFT, "Choose approaches"),
]


def refused(label: str) -> str:
    return f"“{label}” is about the comparison, which is not shown here: Ctrl+1 shows it."


def press_all(at: AtWindow, view: str) -> None:
    """Where the focus is."""
    before, words = at.window.space.session.arrangement, at.words
    for key, held, label in KEYS:
        at.window.status.say("")
        at.key(key, held)
        assert at.window.status.message() == refused(label)
    assert at.window.space.session.arrangement == before
    assert at.window.space.session.view == view
    assert at.words == words


@pytest.mark.parametrize("view", ["sources", "notes"])
def test_nothing_is_arranged_that_is_not_shown(sit: Sit, disk: LibraryOnDisk, view: str) -> None:
    at = sit(disk.folder)
    at.click_claim(GO_ON)
    at.type("mine", on=GO_ON)
    at.window.menus.trigger(view)
    press_all(at, view)
    at.window.space.enter(at.window.space.notebook)
    assert at.window.space.notebook.editor.hasFocus()
    press_all(at, view)
    at.window.menus.trigger("compare")
    at.click_claim(GO_ON)
    at.key(Qt.Key.Key_T, CONTROL)
    assert at.window.space.session.arrangement.transposed


@pytest.mark.parametrize("view", ["sources", "notes"])
def test_its_entries_are_off_meanwhile_and_the_palette_says_why(
    sit: Sit, disk: LibraryOnDisk, view: str
) -> None:
    at = sit(disk.folder)
    menus = at.window.menus
    before = at.window.space.session.arrangement
    menus.trigger(view)
    assert not menus.action("transpose").isEnabled()
    assert not menus.action("stance-concedes").isEnabled()
    assert menus.action("zoom-in").isEnabled()
    menus.trigger("go-to")
    at.qtbot.keyClicks(QApplication.focusWidget(), "only what is conceded")
    at.key(Qt.Key.Key_Return)
    assert at.window.status.message() == refused("Only what is conceded")
    assert at.window.space.session.arrangement == before
    menus.trigger("compare")
    assert menus.action("transpose").isEnabled()


def test_deleting_a_note_by_the_menu_is_said(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.type("mine", on=GO_ON)
    at.window.menus.trigger("delete-note")
    assert at.window.status.message() == "Note deleted; undo brings it back."
    at.window.menus.trigger("delete-note")
    assert at.window.status.message() == "There is no note here to delete."
