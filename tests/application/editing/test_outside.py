"""What others do to the files is taken up, once, and nothing of ours is lost by it."""

import pytest

from counterpoint.application.editing.outside import Outside, Seen
from counterpoint.storage.library.library_folder import read_files
from tests.application.editing.hands import ASKED, FIRM, TALK, Hands
from tests.library_on_disk import LibraryOnDisk


@pytest.fixture
def hands(disk: LibraryOnDisk) -> Hands:
    return Hands(disk.folder)


def afresh(hands: Hands) -> None:
    assert hands.desk.files.whole() == read_files(hands.folder).whole()


def test_each_kind_of_change_is_taken_up_once(hands: Hands, disk: LibraryOnDisk) -> None:
    outside = Outside(hands.desk)
    assert outside.look() == Seen()

    disk.replace(TALK, "title: Keep talking", "title: Talk on")
    disk.replace(ASKED, "title: Channels", "title: Who talks")
    assert outside.look() == Seen(frozenset({TALK, ASKED}))
    afresh(hands)
    disk.write("options/more.yaml", disk.read(FIRM).replace("cue: B", "cue: D"))
    disk.path(TALK).unlink()
    assert outside.look() == Seen(frozenset({TALK, "options/more.yaml"}))
    afresh(hands)
    assert outside.look() == Seen()


def test_what_we_write_ourselves_is_no_change_from_outside(hands: Hands) -> None:
    outside = Outside(hands.desk)
    hands.word("go-on", "Talks go on.")
    hands.copy_approach("Talk on", "C")
    hands.save()

    assert outside.look() == Seen()


def test_an_approach_that_we_have_deleted_is_none_either(hands: Hands) -> None:
    outside = Outside(hands.desk)
    hands.delete_approach("firm")
    hands.save()

    assert outside.look() == Seen()


def test_a_text_has_to_be_read_again(hands: Hands, disk: LibraryOnDisk) -> None:
    outside = Outside(hands.desk)
    disk.replace("corpus/letter.txt", "Nobody spoke", "Somebody spoke")

    assert outside.look() == Seen(reopen=True)


def test_what_cannot_be_read_is_told_and_stays_as_it_was(hands: Hands, disk: LibraryOnDisk) -> None:
    outside, before = Outside(hands.desk), hands.desk.resolved
    disk.replace(TALK, "title: Keep talking", "title: [Keep")

    seen = outside.look()

    assert (seen.taken_up, seen.reopen) == (frozenset(), False)
    assert {problem.file for problem in seen.problems} == {TALK}
    assert hands.desk.resolved == before


def test_why_a_file_cannot_be_read_is_known_until_it_can(hands: Hands, disk: LibraryOnDisk) -> None:
    outside = Outside(hands.desk)
    right = disk.read(TALK)
    disk.replace(TALK, "title: Keep talking", "title: [Keep")
    assert outside.look().problems == outside.unread != ()

    disk.replace(FIRM, "title: Firmness first", "title: Firm")
    assert outside.look() == Seen(frozenset({FIRM}))
    assert {problem.file for problem in outside.unread} == {TALK}

    disk.write(TALK, right)
    assert outside.look() == Seen()
    assert outside.unread == ()


def test_what_waits_to_be_written_is_merged_first(hands: Hands, disk: LibraryOnDisk) -> None:
    outside = Outside(hands.desk)
    hands.word("go-on", "Talks go on.")
    disk.replace(TALK, "title: Keep talking", "title: Talk on")

    assert outside.look() == Seen()
    hands.save()
    assert outside.look() == Seen()
    assert hands.desk.approach("talk").title == "Talk on"
    afresh(hands)
