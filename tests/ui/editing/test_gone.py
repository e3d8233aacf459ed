"""What a panel is about is deleted by another window or program while it is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.editing.panel import Panel
from tests.at_window import GO_ON, AtWindow, Sit, fonts, sit
from tests.library_on_disk import LibraryOnDisk

from .test_words_in_place import edit, field, is_closed, panel, write

__all__ = ["fonts", "sit"]
_TALK = "options/talk.yaml"
_MINE = "Mine is this."


def file(disk: LibraryOnDisk) -> Path:
    return disk.folder / _TALK


def delete_elsewhere(at: AtWindow, other: AtWindow, target: Target) -> None:
    """In another window; until the first has heard of it."""
    library = at.window.space.session.library
    other.window.space.comparison.bring(target)
    other.window.space.comparison.deeds.delete()
    at.qtbot.waitUntil(lambda: at.window.space.session.library is not library)
    QApplication.processEvents()


def is_there(at: AtWindow, target: Target) -> bool:
    library = at.window.space.session.library
    return library is not None and library.still_there(target)


@pytest.fixture
def at(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    return sit(disk.folder)


@pytest.fixture
def other(at: AtWindow, sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    return sit(disk.folder)


@pytest.fixture
def gone(at: AtWindow, other: AtWindow, disk: LibraryOnDisk) -> Panel:
    made = edit(at, GO_ON)
    write(at, field(made, "text"), _MINE)
    before = made.geometry()
    delete_elsewhere(at, other, GO_ON)
    assert "go-on" not in disk.read(_TALK)
    at.qtbot.waitUntil(lambda: made.is_gone)
    assert made.geometry().topLeft() == before.topLeft(), "it stays where it is"
    return made


def test_it_stays_with_the_words_and_says_what_can_be_done(at: AtWindow, gone: Panel) -> None:
    assert panel(at) is gone
    assert field(gone, "text").words() == _MINE
    assert gone.said.startswith("Another program or window has deleted what you are changing")
    write(at, field(gone, "text"), f"{_MINE} And more.")
    at.qtbot.wait(300)  # until what is wrong would have been told anew
    assert gone.said.startswith("Another program or window has deleted what you are changing")
    for button in (gone.keep_button, gone.copy_button, gone.give_up_button):
        assert gone.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width(), button.text()
    at.click(gone.copy_button)
    assert QApplication.clipboard().text() == f"{_MINE} And more."


@pytest.mark.parametrize("by_key", [True, False])
def test_it_can_be_made_anew_with_its_evidence(
    at: AtWindow, gone: Panel, disk: LibraryOnDisk, *, by_key: bool
) -> None:
    assert gone.keep_button.text() == "Make it anew"

    if by_key:
        at.qtbot.keyClick(field(gone, "text"), Qt.Key.Key_Return)
    else:
        at.click(gone.keep_button)

    at.qtbot.waitUntil(lambda: is_closed(at))
    at.qtbot.waitUntil(lambda: _MINE in disk.read(_TALK))
    assert "Talks should go on." in disk.read(_TALK), "its quotation"
    assert at.window.menus.action("undo").text() == "Undo making a claim"


def test_a_click_elsewhere_does_not_make_it_anew(
    at: AtWindow, gone: Panel, disk: LibraryOnDisk
) -> None:
    at.window.space.notebook.editor.setFocus()
    at.qtbot.wait(100)

    assert panel(at) is gone
    assert _MINE not in disk.read(_TALK)


@pytest.mark.parametrize("where", ["field", "button", "grid"])
def test_escape_closes_it_wherever_the_focus_is_and_the_words_are_a_draft(
    at: AtWindow, other: AtWindow, gone: Panel, where: str
) -> None:
    widget = {"field": field(gone, "text"), "button": gone.copy_button, "grid": at.grid}[where]
    at.window.activateWindow()
    at.qtbot.waitUntil(at.window.isActiveWindow)
    widget.setFocus()
    QApplication.processEvents()
    assert panel(at) is gone

    at.qtbot.keyClick(widget, Qt.Key.Key_Escape)

    assert is_closed(at)
    assert at.window.status.message().startswith("The words are kept as a draft")
    other.window.menus.trigger("undo")
    at.qtbot.waitUntil(lambda: is_there(at, GO_ON))
    assert field(edit(at, GO_ON), "text").words() == _MINE


def test_what_comes_back_is_worded_as_before(at: AtWindow, other: AtWindow, gone: Panel) -> None:
    other.window.menus.trigger("undo")

    at.qtbot.waitUntil(lambda: not gone.is_gone)
    assert gone.said == ""
    assert gone.keep_button.text() == "Keep"
    at.qtbot.keyClick(field(gone, "text"), Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: is_closed(at))
    assert at.window.menus.action("undo").text() == "Undo wording a claim"


def test_evidence_that_is_gone_with_its_claim(
    at: AtWindow, other: AtWindow, disk: LibraryOnDisk
) -> None:
    library = at.window.space.session.library
    assert library is not None
    (claim,) = library.approach("talk").position("channels").claims
    piece = claim.evidence[0]
    target = Target(TargetKind.EVIDENCE, "talk", "channels", "go-on", piece.key, piece.source)
    made = edit(at, target)
    write(at, field(made, "partial"), "in part")
    delete_elsewhere(at, other, GO_ON)
    at.qtbot.waitUntil(lambda: made.is_gone)

    at.click(made.keep_button)

    at.qtbot.waitUntil(lambda: is_closed(at))
    at.qtbot.waitUntil(lambda: "in part" in disk.read(_TALK))
    assert "Talks should continue." in disk.read(_TALK)


def test_an_approach_that_is_gone_lets_its_words_be_copied(
    at: AtWindow, other: AtWindow, disk: LibraryOnDisk
) -> None:
    made = edit(at, Target(TargetKind.APPROACH, "talk"))
    write(at, field(made, "gist"), _MINE)

    delete_elsewhere(at, other, Target(TargetKind.APPROACH, "talk"))

    at.qtbot.waitUntil(lambda: made.is_gone)
    assert not made.keep_button.isEnabled()
    at.click(made.copy_button)
    assert _MINE in QApplication.clipboard().text()
    at.qtbot.keyClick(field(made, "gist"), Qt.Key.Key_Escape)
    assert is_closed(at)
