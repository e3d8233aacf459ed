"""Others change the library while a panel is open: what is typed stays, and nothing is lost."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from counterpoint.application.library.page import Page, PageKind
from counterpoint.domain.note import Target, TargetKind
from tests.answered_library import with_answers
from tests.at_window import GO_ON, AtWindow, Sit, fonts, sit
from tests.library_on_disk import LibraryOnDisk

from .test_words_in_place import edit, field, is_closed, panel, write

__all__ = ["fonts", "sit"]
_TALK = "options/talk.yaml"
_MINE, _THEIRS = "Mine is this.", "Theirs is that."


def others(at: AtWindow, disk: LibraryOnDisk, file: str, before: str, after: str) -> None:
    """Another program exchanges words of a file, and the window has taken it up."""
    library = at.window.space.session.library
    now = disk.read(file)
    assert before in now
    disk.write(file, now.replace(before, after))
    at.qtbot.waitUntil(lambda: at.window.space.session.library is not library)
    QApplication.processEvents()  # what the focus would set off is done in the next round


def test_a_panel_stays_with_what_was_typed_when_others_change_the_same_words(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    made = edit(at, GO_ON)
    write(at, field(made, "text"), _MINE)

    others(at, disk, _TALK, "Talks should continue.", _THEIRS)

    assert panel(at) is made
    assert field(made, "text").hasFocus()
    assert field(made, "text").words() == _MINE
    assert _THEIRS in disk.read(_TALK)
    at.key(Qt.Key.Key_Return)
    assert _THEIRS in made.said
    assert panel(at) is made
    assert _MINE not in disk.read(_TALK)
    at.key(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: is_closed(at))
    at.qtbot.waitUntil(lambda: _MINE in disk.read(_TALK))


def test_a_clash_stays_told_while_the_check_after_the_last_letter_comes_and_more_is_typed(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    made = edit(at, GO_ON)
    others(at, disk, _TALK, "Talks should continue.", _THEIRS)
    for more in (_MINE, " And more."):
        with at.qtbot.waitSignal(made.rest):  # after the letters, it is looked at what is wrong
            at.qtbot.keyClicks(field(made, "text"), more)
            if more == _MINE:
                at.key(Qt.Key.Key_Return)
        assert _THEIRS in made.said
    assert panel(at) is made
    assert _MINE not in disk.read(_TALK)


def test_only_keeping_it_again_means_mine_over_theirs(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    made = edit(at, GO_ON)
    words = field(made, "text")
    write(at, words, _MINE)
    others(at, disk, _TALK, "Talks should continue.", _THEIRS)
    at.key(Qt.Key.Key_Return)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )

    QApplication.sendEvent(words, held)  # the first press was a long one
    at.key(Qt.Key.Key_Tab)
    assert made.keep_button.hasFocus(), "to what can be done"
    at.grid.setFocus()
    QApplication.processEvents()  # what the focus would set off is done in the next round

    assert panel(at) is made
    assert _THEIRS in made.said
    assert _MINE not in disk.read(_TALK)
    at.click(made.keep_button)
    at.qtbot.waitUntil(lambda: _MINE in disk.read(_TALK))


def test_escape_leaves_the_words_of_others(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    made = edit(at, GO_ON)
    write(at, field(made, "text"), _MINE)
    before = disk.read(_TALK)
    disk.write(_TALK, before.replace("Talks should continue.", _THEIRS))
    at.key(Qt.Key.Key_Return)  # before the window has heard of it
    assert _THEIRS in made.said

    at.key(Qt.Key.Key_Escape)

    assert is_closed(at)
    assert at.window.space.session.history.next_undo is None
    assert disk.read(_TALK) == before.replace("Talks should continue.", _THEIRS)


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        (_TALK, "Critics find it unrealistic.", _THEIRS),
        ("options/dimensions.yaml", "title: ", "title: Other "),
    ],
)
def test_a_panel_stays_when_others_change_something_else_and_both_are_kept(
    sit: Sit, disk: LibraryOnDisk, file: str, before: str, after: str
) -> None:
    at = sit(disk.folder)
    made = edit(at, GO_ON)
    write(at, field(made, "text"), _MINE)

    others(at, disk, file, before, after)

    assert panel(at) is made
    assert field(made, "text").hasFocus()
    assert field(made, "text").words() == _MINE
    at.key(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: is_closed(at))
    at.qtbot.waitUntil(lambda: _MINE in disk.read(_TALK))
    assert after in disk.read(file)


def test_a_field_that_only_others_changed_keeps_what_they_made_of_it(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(with_answers(disk).folder)
    made = edit(at, Target(TargetKind.APPROACH, "talk"))
    (gist,) = [line for line in disk.read(_TALK).splitlines() if line.startswith("gist:")]
    (title,) = [line for line in disk.read(_TALK).splitlines() if line.startswith("title:")]
    write(at, field(made, "title"), "Mine")
    others(at, disk, _TALK, gist, f"gist: {_THEIRS}")

    field(made, "title").setFocus()
    at.key(Qt.Key.Key_Return)

    at.qtbot.waitUntil(lambda: is_closed(at))
    at.qtbot.waitUntil(lambda: "title: Mine" in disk.read(_TALK))
    assert f"gist: {_THEIRS}" in disk.read(_TALK)
    assert title not in disk.read(_TALK)


def test_a_panel_over_a_page_stays_too(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    space = at.window.space
    space.navigator.show_page(Page(PageKind.QUESTION, "channels"))
    at.qtbot.waitUntil(lambda: space.pages.isVisible())
    paper, asker = space.pages.paper, space.pages.deeds.asker
    paper.setFocus()
    at.window.menus.trigger("edit-here")
    at.qtbot.waitUntil(lambda: asker.panel is not None)
    made = asker.panel
    assert made is not None
    write(at, field(made, made.rows[0].asked.name), _MINE)

    others(at, disk, _TALK, "Critics find it unrealistic.", _THEIRS)
    others(at, disk, _TALK, "Talks should continue.", _THEIRS)

    assert asker.panel is made
    focus = QApplication.focusWidget()
    assert focus is not None
    assert made.isAncestorOf(focus)
    assert field(made, made.rows[0].asked.name).words() == _MINE
    assert _MINE not in disk.read(_TALK)
