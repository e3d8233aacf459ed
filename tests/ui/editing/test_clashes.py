"""Two windows, or a window and an editor, at the same words in the same moment."""

import pytest
from PySide6.QtCore import Qt

from counterpoint.domain.note import Target, TargetKind
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit, fonts, sit
from tests.library_on_disk import LibraryOnDisk

from .test_words_in_place import edit, field, is_closed, write

__all__ = ["fonts", "sit"]
_TALK = "options/talk.yaml"


def beside(disk: LibraryOnDisk) -> str:
    """What the file says that was put beside the other; "" where there is none."""
    return "".join(
        path.read_text("utf-8") for path in (disk.folder / "options").glob("*conflict*.yaml")
    )


def worded(at: AtWindow, target: Target, words: str) -> None:
    """In its panel, until it is written."""
    place = field(edit(at, target), "text")
    write(at, place, words)
    at.qtbot.keyClick(place, Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: is_closed(at))
    desk = at.window.space.editing.desk
    assert desk is not None
    at.qtbot.waitUntil(lambda: not desk.writer.waiting)


def text(at: AtWindow, target: Target) -> str:
    library = at.window.space.session.library
    assert library is not None
    claims = library.approach(target.approach).position(target.dimension).claims
    return next(claim.text for claim in claims if claim.id == target.claim)


@pytest.fixture
def clashed(sit: Sit, disk: LibraryOnDisk) -> tuple[AtWindow, str, str]:
    """The window whose words did not come to stand there, its words, and those that did. Both were
    kept in the same moment; before that, both have worded another claim."""
    one, other = sit(disk.folder), sit(disk.folder)
    worded(one, NOT_REAL, "Critics doubt it.")
    other.qtbot.waitUntil(lambda: text(other, NOT_REAL) == "Critics doubt it.")
    worded(other, NOT_REAL, "Critics laugh at it.")
    one.qtbot.waitUntil(lambda: text(one, NOT_REAL) == "Critics laugh at it.")
    fields = [field(edit(at, GO_ON), "text") for at in (one, other)]
    for at, place, words in zip((one, other), fields, ("Mine A.", "Mine B."), strict=True):
        write(at, place, words)
    for place in fields:
        one.qtbot.keyClick(place, Qt.Key.Key_Return)
    one.qtbot.waitUntil(lambda: bool(beside(disk)))
    one.qtbot.waitUntil(lambda: text(one, GO_ON) == text(other, GO_ON))
    if text(one, GO_ON) == "Mine A.":
        return other, "Mine B.", "Mine A."
    return one, "Mine A.", "Mine B."


def test_the_clash_is_said_as_long_as_it_takes_and_both_are_kept(
    clashed: tuple[AtWindow, str, str], disk: LibraryOnDisk
) -> None:
    at, mine, theirs = clashed

    (said,) = at.window.notices.said()

    assert said.startswith(f"The same words of {_TALK} were changed by another program")
    assert (theirs in disk.read(_TALK), mine in beside(disk)) == (True, True)
    at.read_again()
    assert at.window.notices.said() == (said,), "other news does not take its place"
    at.click(at.window.notices.button("Close"))
    at.qtbot.waitUntil(lambda: at.window.notices.said() == ())


def test_steps_before_the_clash_can_still_be_undone(
    clashed: tuple[AtWindow, str, str], disk: LibraryOnDisk
) -> None:
    at, _, theirs = clashed

    at.window.menus.trigger("undo")

    others = "Critics find it unrealistic.", "Critics doubt it."
    if at.window.notices.said()[1:]:  # who worded it first cannot: the other did since
        assert "Not undone: wording a claim" in at.window.notices.said()[1]
        assert text(at, NOT_REAL) == "Critics laugh at it."
    else:
        assert text(at, NOT_REAL) in others
    assert text(at, GO_ON) == theirs


@pytest.mark.parametrize("by_keys", [True, False])
def test_mine_can_be_put_there_all_the_same_and_that_is_a_step(
    clashed: tuple[AtWindow, str, str], disk: LibraryOnDisk, *, by_keys: bool
) -> None:
    at, mine, theirs = clashed
    button = at.window.notices.button("Put mine there all the same")

    if by_keys:
        at.window.activateWindow()
        at.qtbot.waitUntil(at.window.isActiveWindow)
        at.window.menus.trigger("previous-pane")
        for _ in range(9):
            if not button.hasFocus():
                at.window.menus.trigger("previous-pane")
        assert button.hasFocus()
        at.key(Qt.Key.Key_Space)
    else:
        at.click(button)

    at.qtbot.waitUntil(lambda: text(at, GO_ON) == mine)
    at.qtbot.waitUntil(lambda: mine in disk.read(_TALK))
    assert at.window.notices.said() == ()
    assert at.window.menus.action("undo").text() == "Undo putting your words over another’s"
    at.window.menus.trigger("undo")
    at.qtbot.waitUntil(lambda: theirs in disk.read(_TALK))


def test_a_step_that_cannot_be_undone_says_why_and_leaves_the_others(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    worded(at, NOT_REAL, "Critics doubt it.")
    worded(at, GO_ON, "Talks go on.")
    disk.replace(_TALK, "Talks go on.", "Others see it so.")
    at.qtbot.waitUntil(lambda: text(at, GO_ON) == "Others see it so.")

    at.window.menus.trigger("undo")

    (said,) = at.window.notices.said()
    assert said.startswith(f"Not undone: wording a claim. The same words of {_TALK} were changed")
    assert text(at, GO_ON) == "Others see it so."
    assert at.window.menus.action("undo").text() == "Undo wording a claim"
    assert at.window.menus.action("redo").text() == "Redo"
    at.window.menus.trigger("undo")
    assert text(at, NOT_REAL) == "Critics find it unrealistic."
    at.click(at.window.notices.button("Undo it all the same"))
    at.qtbot.waitUntil(lambda: text(at, GO_ON) == "Talks should continue.")
    at.qtbot.waitUntil(lambda: "Talks should continue." in disk.read(_TALK))


def test_a_step_that_cannot_be_done_again_says_why(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    worded(at, GO_ON, "Talks go on.")
    at.window.menus.trigger("undo")
    at.qtbot.waitUntil(lambda: "Talks should continue." in disk.read(_TALK))
    disk.replace(_TALK, "Talks should continue.", "Others see it so.")
    at.qtbot.waitUntil(lambda: text(at, GO_ON) == "Others see it so.")

    at.window.menus.trigger("redo")

    (said,) = at.window.notices.said()
    assert said.startswith("Not done again: wording a claim.")
    assert text(at, GO_ON) == "Others see it so."
    at.click(at.window.notices.button("Do it all the same"))
    at.qtbot.waitUntil(lambda: text(at, GO_ON) == "Talks go on.")


def test_a_step_in_several_files_is_undone_whole_or_not_at_all(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.grid.setFocus()
    space = at.window.space
    firm = Target(TargetKind.POSITION, "firm", "channels")
    space.comparison.bring(GO_ON)
    space.comparison.deeds.drop(GO_ON, firm, copy=False)
    moved = GO_ON._replace(approach="firm")
    at.qtbot.waitUntil(lambda: "go-on" in disk.read("options/firm.yaml"))
    desk = space.editing.desk
    assert desk is not None
    at.qtbot.waitUntil(lambda: not desk.writer.waiting)
    disk.replace("options/firm.yaml", "Talks should continue.", "Others see it so.")
    at.qtbot.waitUntil(lambda: text(at, moved) == "Others see it so.")

    at.window.menus.trigger("undo")

    (said,) = at.window.notices.said()
    assert "Not undone: moving a claim" in said
    assert text(at, moved) == "Others see it so."
    assert "go-on" not in disk.read(_TALK)


def test_a_step_whose_file_is_broken_stays_and_is_undone_once_it_is_mended(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    said: list[str] = []
    at.window.space.editing.said.connect(said.append)
    worded(at, GO_ON, "Talks go on.")
    good = disk.read(_TALK)
    disk.write(_TALK, good + "\n: [ broken")

    at.window.menus.trigger("undo")

    (strip,) = at.window.notices.said()
    assert strip.startswith(f"Not undone: wording a claim. {_TALK} cannot be read: this is no")
    assert text(at, GO_ON) == "Talks go on."
    assert at.window.menus.action("undo").text() == "Undo wording a claim"
    assert not [each for each in said if each.startswith("Undone")]
    disk.write(_TALK, good)
    at.window.menus.trigger("undo")
    at.qtbot.waitUntil(lambda: "Talks should continue." in disk.read(_TALK))
    assert at.window.notices.said() == ()
    assert said[-1] == "Undone: wording a claim"


def test_it_is_said_where_others_have_undone_a_step_already(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    said: list[str] = []
    at.window.space.editing.said.connect(said.append)
    first = disk.read(_TALK)
    worded(at, GO_ON, "One.")
    worded(at, GO_ON, "Two.")
    disk.write(_TALK, first)
    at.qtbot.waitUntil(lambda: text(at, GO_ON) == "Talks should continue.")

    at.window.menus.trigger("undo")
    (strip,) = at.window.notices.said()
    assert strip.startswith("Not undone: wording a claim.")
    at.window.menus.trigger("undo")
    assert said[-1] == "Nothing was changed: wording a claim is undone already, by another program."
    at.window.menus.trigger("redo")
    assert said[-1] == "Done again: wording a claim"

    at.qtbot.waitUntil(lambda: "text: One." in disk.read(_TALK))
    assert text(at, GO_ON) == "One."
