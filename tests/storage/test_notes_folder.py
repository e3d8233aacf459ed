"""The notes folder: guarded files, a bin, and disks that come and go."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterpoint.domain.note import WHOLE_COMPARISON, Note, NoteKind
from counterpoint.storage import atomic, notes_folder
from counterpoint.storage.note_file import encode
from counterpoint.storage.notes_folder import (
    ChangedOutside,
    FolderBusy,
    NotesFolder,
    write_copies,
)
from counterpoint.storage.unreadable import Unreadable

TIME = "2026-11-22T10:15:30Z"
NOTE = Note("a", WHOLE_COMPARISON, NoteKind.OBSERVATION, (), TIME, TIME, "", "First.")


@pytest.fixture
def folder(tmp_path: Path) -> NotesFolder:
    return NotesFolder(tmp_path / "library" / "notes")


@pytest.fixture
def sealed(folder: NotesFolder) -> Iterator[NotesFolder]:
    """A folder with a note in it that not even root may write to."""
    folder.save(NOTE, None)
    done = subprocess.run(["chattr", "+i", folder.path], check=False, capture_output=True)
    if done.returncode:
        folder.path.chmod(0o500)
        if subprocess.run(["id", "-u"], check=True, capture_output=True).stdout == b"0\n":
            pytest.skip("nothing here keeps root from writing")
    yield folder
    subprocess.run(["chattr", "-i", folder.path], check=False, capture_output=True)
    folder.path.chmod(0o700)


def test_the_folder_is_made_with_the_first_note(folder: NotesFolder) -> None:
    assert folder.listing(set()) == {}
    saved = folder.save(NOTE, None)
    assert folder.listing(set()) == {"a": saved.stamp}
    read = folder.read("a")
    assert read is not None
    assert read == saved
    assert read.note == NOTE


def test_only_notes_are_listed(folder: NotesFolder) -> None:
    folder.save(NOTE, None)
    (folder.path / "b.txt").write_text("no note")
    (folder.path / ".c.md").write_text("hidden")
    (folder.path / "d.md").mkdir()
    assert folder.listing(set()).keys() == {"a"}


def test_what_was_changed_outside_is_not_replaced(folder: NotesFolder) -> None:
    was = folder.save(NOTE, None)
    folder.file("a").write_bytes(b"Theirs")
    for guarded in (was, None):
        with pytest.raises(ChangedOutside):
            folder.save(NOTE._replace(body="Ours"), guarded)
    with pytest.raises(ChangedOutside):
        folder.bin(was)
    assert folder.file("a").read_bytes() == b"Theirs"


def test_the_same_words_from_outside_are_no_change(folder: NotesFolder) -> None:
    was = folder.save(NOTE, None)
    after = NOTE._replace(body="Second.")
    folder.file("a").write_bytes(encode(after))
    assert folder.save(after, was).note == after


def test_a_file_removed_outside_is_written_again(folder: NotesFolder) -> None:
    was = folder.save(NOTE, None)
    folder.file("a").unlink()
    folder.save(NOTE._replace(body="Second."), was)
    assert folder.file("a").read_text().endswith("Second.")


def test_deleting_moves_to_the_bin_and_back(folder: NotesFolder) -> None:
    was = folder.save(NOTE, None)
    before = folder.file("a").read_bytes()
    folder.bin(was)
    assert not folder.file("a").exists()
    assert folder.deleted() == [NOTE]
    back = folder.bring_back("a")
    assert back is not None
    assert back.note == NOTE
    assert folder.file("a").read_bytes() == before
    assert folder.deleted() == []
    assert folder.bring_back("a") is None


def test_nothing_in_the_bin_is_overwritten(folder: NotesFolder) -> None:
    folder.bin(folder.save(NOTE, None))
    folder.bin(folder.save(NOTE._replace(body="Second."), None))
    assert {note.body for note in folder.deleted()} == {"First.", "Second."}


def test_a_note_is_not_brought_back_over_another(folder: NotesFolder) -> None:
    folder.bin(folder.save(NOTE, None))
    folder.save(NOTE._replace(body="Second."), None)
    assert folder.bring_back("a") is None
    assert folder.file("a").read_text().endswith("Second.")


def test_what_is_gone_needs_no_bin(folder: NotesFolder) -> None:
    was = folder.save(NOTE, None)
    folder.file("a").unlink()
    folder.bin(was)
    assert folder.deleted() == []


def test_a_deleted_file_that_cannot_be_read_is_not_offered(folder: NotesFolder) -> None:
    folder.bin(folder.save(NOTE, None))
    (folder.path / ".bin" / "b.md").write_bytes(b"\xff")
    assert folder.deleted() == [NOTE]


def test_a_folder_that_is_read_only_is_named(sealed: NotesFolder) -> None:
    was = sealed.read("a")
    with pytest.raises(atomic.NotAllowed):
        sealed.save(NOTE._replace(body="Second."), was)
    assert sealed.file("a").read_text().endswith("First.")


def test_a_file_in_the_folders_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes").write_bytes(b"")
    folder = NotesFolder(tmp_path / "notes")
    with pytest.raises(atomic.FolderGone):
        folder.listing(set())
    with pytest.raises(atomic.FileInTheWay):
        folder.save(NOTE, None)


def test_a_folder_that_went_away_is_not_made_anew(folder: NotesFolder) -> None:
    was = folder.save(NOTE, None)
    away = folder.path.with_name("away")
    folder.path.rename(away)
    with pytest.raises(atomic.FolderGone):
        folder.listing({"a"})
    with pytest.raises(atomic.FolderGone):
        folder.save(NOTE._replace(body="Second."), was)
    folder.path.mkdir()  # as the place of an unplugged disk is an empty folder
    with pytest.raises(atomic.FolderGone):
        folder.listing({"a"})
    with pytest.raises(atomic.FolderGone):
        folder.save(NOTE._replace(body="Second."), was)
    folder.path.rmdir()
    away.rename(folder.path)
    folder.save(NOTE._replace(body="Second."), was)


def test_another_folder_with_the_same_notes_is_taken(folder: NotesFolder) -> None:
    was = folder.save(NOTE, None)
    data = folder.file("a").read_bytes()
    folder.path.rename(folder.path.with_name("away"))
    folder.path.mkdir()
    folder.file("a").write_bytes(data)
    assert folder.listing({"a"}).keys() == {"a"}
    folder.save(NOTE._replace(body="Second."), was)


def test_two_windows_do_not_write_at_once(
    folder: NotesFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock

    monkeypatch.setattr("counterpoint.storage.notes_folder._WAIT", 0.01)
    was = folder.save(NOTE, None)
    with FileLock(folder.path / ".lock"), pytest.raises(FolderBusy):
        folder.save(NOTE._replace(body="Second."), was)
    folder.save(NOTE._replace(body="Second."), was)


def test_a_file_that_cannot_be_understood_says_so(folder: NotesFolder) -> None:
    folder.save(NOTE, None)
    folder.file("b").write_bytes(b"---\nkind: fact\n---\n")
    with pytest.raises(Unreadable) as caught:
        folder.read("b")
    assert caught.value.problems[0].file == "notes/b.md"
    assert folder.read("c") is None


def test_a_file_of_a_time_in_no_calendar_is_a_note() -> None:
    status = os.stat_result((0o100644, 1, 1, 1, 0, 0, 5, 10**15, 10**15, 10**15))
    note = notes_folder._on_disk(b"Words", "a", "notes/a.md", status).note
    assert note.body == "Words"
    assert note.changed == "1970-01-01T00:00:00Z"


def test_nothing_unreadable_is_written_over_a_note(
    folder: NotesFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = folder.save(NOTE, None)
    monkeypatch.setattr(notes_folder, "encode", lambda *_: b"---\nno end")
    with pytest.raises(notes_folder.NotUnderstood):
        folder.save(NOTE._replace(body="Second."), was)
    assert folder.read("a") == was


def test_strays_are_cleared(folder: NotesFolder) -> None:
    folder.clear_strays()
    folder.save(NOTE, None)
    stray = folder.path / f"{atomic.TEMPORARY}0123.tmp"
    stray.write_bytes(b"half")
    folder.clear_strays()
    assert not stray.exists()
    assert folder.file("a").exists()


def test_copies_stand_beside_what_is_there(tmp_path: Path) -> None:
    assert write_copies(tmp_path / "rescue", [NOTE]) == 1
    assert write_copies(tmp_path / "rescue", [NOTE._replace(body="Second.")]) == 1
    texts = {path.read_text()[-6:] for path in (tmp_path / "rescue").iterdir()}
    assert texts == {"First.", "econd."}
