"""A note is on what the person is at, however it is begun."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counterpoint.domain.note import WHOLE_COMPARISON, Target, TargetKind
from counterpoint.domain.span import Span
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk

CONTROL = Qt.KeyboardModifier.ControlModifier
LETTER_SOURCE = Target(TargetKind.SOURCE, source="letter")


def noted(at: AtWindow, target: Target) -> list[str]:
    return [note.body for note in at.window.space.live.notebook.notes.on(target)]


def test_typing_at_a_claim_begins_its_note(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.click_claim(GO_ON)
    at.qtbot.keyClicks(at.grid, "H")
    at.qtbot.keyClicks(QApplication.focusWidget(), "ello")

    assert noted(at, GO_ON) == ["Hello"]
    assert at.window.space.notebook.editor.hasFocus()


def test_keys_that_mean_something_at_a_claim_begin_no_note(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.click_claim(GO_ON)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Period, Qt.Key.Key_Comma, Qt.Key.Key_Escape):
        at.qtbot.keyClick(at.grid, key)
    at.qtbot.keyClick(at.grid, Qt.Key.Key_J, CONTROL)

    assert noted(at, GO_ON) == []
    assert at.grid.hasFocus()


def test_escape_leads_from_the_note_back_to_its_claim(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.click_claim(GO_ON)
    at.window.menus.trigger("note-here")
    at.key(Qt.Key.Key_Escape)

    assert at.grid.hasFocus()
    assert at.window.space.comparison.selection() == GO_ON


def test_words_chosen_in_the_source_are_what_the_note_is_on(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.jump_to(GO_ON)
    at.type("On the claim.")
    view = at.window.space.reader.view
    view.setFocus()
    view.select(2, 12)
    at.window.menus.trigger("note-here")
    at.qtbot.keyClicks(at.window.space.notebook.editor, "On the words.")

    assert noted(at, GO_ON) == ["On the claim."]
    words = Target(TargetKind.PASSAGE, source="letter", span=Span(2, 12))
    assert noted(at, words) == ["On the words."]


def test_in_the_sources_it_is_on_the_source(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.click_claim(NOT_REAL)
    at.window.space.session.show_view("sources")
    assert at.window.space.session.target == WHOLE_COMPARISON
    at.key(Qt.Key.Key_Down)
    assert at.window.space.session.target == LETTER_SOURCE
    at.window.menus.trigger("note-here")
    at.qtbot.keyClicks(at.window.space.notebook.editor, "One voice only.")
    assert noted(at, LETTER_SOURCE) == ["One voice only."]

    at.window.space.session.show_view("compare")
    assert at.window.space.session.target == NOT_REAL
    at.window.menus.trigger("note-here")
    assert at.words == ""


def test_the_page_that_a_text_leads_to_is_what_the_note_is_on(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.jump_to(GO_ON)
    at.window.space.reader.source_page_requested.emit("letter")
    assert at.window.space.session.target == LETTER_SOURCE
    at.window.menus.trigger("about-texts")
    assert at.window.space.session.target == WHOLE_COMPARISON
