"""Undo and redo where somebody else has broken a file, or has made it as it is to be already."""

import pytest

from counterpoint.application.editing.outcomes import NotGone
from counterpoint.application.history import Told, Way
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.cells import claim_in
from tests.application.editing.hands import FIRM, TALK, Hands
from tests.library_on_disk import LibraryOnDisk

_BROKEN = "\n: [ broken"


@pytest.fixture
def hands(disk: LibraryOnDisk) -> Hands:
    return Hands(disk.folder)


@pytest.fixture
def told(hands: Hands) -> list[Told | None]:
    heard: list[Told | None] = []
    hands.desk.history.subscribe(heard.append)
    return heard


def text(hands: Hands, claim: str = "go-on") -> str:
    return claim_in(hands.desk.approach("talk"), claim).text


def worded(hands: Hands, words: str, claim: str = "go-on") -> None:
    hands.word(claim, words)
    hands.save()


@pytest.mark.parametrize("way", list(Way)[1:])
def test_a_step_stays_where_it_is_as_long_as_its_file_cannot_be_read(
    hands: Hands, disk: LibraryOnDisk, told: list[Told | None], way: Way
) -> None:
    history = hands.desk.history
    first = disk.read(TALK)
    worded(hands, "Talks go on.")
    again = history.undo
    if way is Way.REDONE:
        history.undo()
        hands.save()
        again = history.redo
    before, shown = disk.read(TALK), text(hands)
    disk.write(TALK, before + _BROKEN)

    assert again() is None

    last = told[-1]
    assert last is not None
    assert (last.way, last.not_now and last.not_now.file) == (way, TALK)
    assert text(hands) == shown
    hands.save()
    assert disk.read(TALK) == before + _BROKEN
    disk.write(TALK, before)
    assert again() is not None
    hands.save()
    assert disk.read(TALK) == first if way is Way.UNDONE else "Talks go on." in disk.read(TALK)


def test_steps_whose_file_breaks_in_the_moment_they_are_undone_stand_where_they_stood(
    hands: Hands, disk: LibraryOnDisk
) -> None:
    history, first = hands.desk.history, disk.read(TALK)
    for words in ("One.", "Two.", "Three."):
        worded(hands, words)
    last = disk.read(TALK)
    history.undo()
    history.undo()
    disk.write(TALK, last + _BROKEN)

    hands.desk.writer.work()
    found = hands.desk.collect()

    assert [type(each) for each in found] == [NotGone, NotGone]
    assert (text(hands), history.next_redo) == ("Three.", None)
    disk.write(TALK, last)
    shown = []
    while history.undo() is not None:
        shown.append(text(hands))
        hands.save()
    assert shown == ["Two.", "One.", "Talks should continue."]
    assert disk.read(TALK) == first
    disk.write(TALK, first + _BROKEN)
    disk.write(TALK, first)
    history.redo()
    disk.write(TALK, first + _BROKEN)
    hands.save()
    assert text(hands) == "Talks should continue."
    disk.write(TALK, first)
    for words in ("One.", "Two.", "Three."):
        history.redo()
        hands.save()
        assert text(hands) == words
    assert disk.read(TALK) == last


def test_of_a_step_in_two_files_neither_is_undone_where_one_breaks_in_that_moment(
    hands: Hands, disk: LibraryOnDisk
) -> None:
    first, second = hands.desk.approach("firm"), hands.desk.approach("talk")
    before = hands.files()
    changes = {FIRM: first._replace(gist="Be firm."), TALK: second._replace(title="Mine")}
    hands.desk.do(CommandKind.CHANGE_APPROACH, changes)
    hands.save()
    done = hands.files()
    hands.desk.history.undo()
    disk.write(TALK, disk.read(TALK) + _BROKEN)

    hands.save()
    hands.save()

    disk.write(TALK, done["talk.yaml"].decode())
    assert hands.files() == done
    assert (hands.desk.approach("firm").gist, hands.desk.approach("talk").title) == (
        "Be firm.",
        "Mine",
    )
    assert hands.desk.history.next_redo is None
    assert hands.desk.history.undo() is not None
    hands.save()
    assert hands.files() == before


def test_two_changes_that_a_broken_file_does_not_take_leave_what_was_there(
    hands: Hands, disk: LibraryOnDisk
) -> None:
    disk.write(TALK, disk.read(TALK) + _BROKEN)
    hands.word("go-on", "One.")
    hands.word("go-on", "Two.")

    hands.save()

    assert text(hands) == "Talks should continue."
    assert hands.desk.history.next_undo is None


@pytest.mark.parametrize("seen", [True, False])
def test_what_others_have_put_back_already_is_not_said_to_be_undone_and_is_done_again(
    hands: Hands, disk: LibraryOnDisk, told: list[Told | None], *, seen: bool
) -> None:
    first = disk.read(TALK)
    worded(hands, "One.")
    disk.write(TALK, first)
    if seen:
        assert hands.desk.look(TALK)

    hands.desk.history.undo()

    last = told[-1]
    assert last is not None
    assert last.changed.nothing is seen
    hands.save()
    assert (text(hands), disk.read(TALK)) == ("Talks should continue.", first)
    hands.desk.history.redo()
    hands.save()
    assert text(hands) == "One."
    assert "text: One." in disk.read(TALK)


def test_what_others_have_done_again_already_is_not_said_to_be_done(
    hands: Hands, disk: LibraryOnDisk, told: list[Told | None]
) -> None:
    first = disk.read(TALK)
    worded(hands, "One.")
    done = disk.read(TALK)
    hands.desk.history.undo()
    hands.save()
    disk.write(TALK, done)
    assert hands.desk.look(TALK)

    hands.desk.history.redo()

    last = told[-1]
    assert last is not None
    assert last.changed.nothing
    hands.desk.history.undo()
    hands.save()
    assert disk.read(TALK) == first
