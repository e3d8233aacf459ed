"""The notes folder: guarded files, a bin, and disks that come and go."""

import errno
import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from counterpoint.domain.note import WHOLE_COMPARISON, Note, NoteKind
from counterpoint.domain.refusal import Weaker
from counterpoint.storage.files import atomic
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.notes import notes_folder
from counterpoint.storage.notes.note_file import encode
from counterpoint.storage.notes.notes_folder import ChangedOutside, FolderBusy, NotesFolder

TIME = "2026-11-22T10:15:30Z"
NOTE = Note("a", WHOLE_COMPARISON, NoteKind.OBSERVATION, (), TIME, TIME, "", "First.")


def refusing(number: int) -> Callable[..., None]:
    def call(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return call


@pytest.fixture
def folder(tmp_path: Path) -> NotesFolder:
    return NotesFolder(tmp_path / "library" / "notes")


@pytest.fixture
def other_disk() -> Iterator[Path]:
    """A folder on another disk than the tests' own."""
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as place:
        if Path(place).stat().st_dev == Path(tempfile.gettempdir()).stat().st_dev:
            pytest.skip("there is only one disk here")
        yield Path(place)


@pytest.fixture
def sealed(folder: NotesFolder) -> Iterator[NotesFolder]:
    """A folder with a note in it that not even root may write to."""
    folder.save(NOTE, None)
    if not hasattr(os, "geteuid"):
        pytest.skip("Windows has no such permissions")
    chattr = shutil.which("chattr") or "false"
    done = subprocess.run([chattr, "+i", folder.path], check=False, capture_output=True)
    if done.returncode:
        folder.path.chmod(0o500)
        if os.geteuid() == 0:
            pytest.skip("nothing here keeps root from writing")
    yield folder
    subprocess.run([chattr, "-i", folder.path], check=False, capture_output=True)
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
    binned = folder.bin(was)
    assert not folder.file("a").exists()
    assert folder.deleted() == [NOTE]
    back = folder.bring_back(NOTE, binned)
    assert back is not None
    assert back.note == NOTE
    assert folder.file("a").read_bytes() == before
    assert folder.deleted() == []


def test_a_note_read_from_the_bin_comes_back(folder: NotesFolder) -> None:
    folder.bin(folder.save(NOTE, None))
    (listed,) = folder.deleted()
    back = folder.bring_back(listed, None)
    assert back is not None
    assert back.note == NOTE
    assert folder.bring_back(NOTE._replace(id="b"), None) is None


def test_nothing_in_the_bin_is_overwritten(folder: NotesFolder) -> None:
    folder.bin(folder.save(NOTE, None))
    second = folder.bin(folder.save(NOTE._replace(body="Second."), None))
    assert {note.body for note in folder.deleted()} == {"First.", "Second."}
    back = folder.bring_back(NOTE._replace(body="Second."), second)
    assert back is not None
    assert (back.note.id, back.note.body) == ("a", "Second.")
    assert [note.body for note in folder.deleted()] == ["First."]


def test_what_is_newer_in_the_bin_stays_there(folder: NotesFolder) -> None:
    binned = folder.bin(folder.save(NOTE, None))
    (listed,) = folder.deleted()
    (folder.path / ".bin" / "a.md").write_bytes(encode(NOTE._replace(body="Newer.")))
    assert folder.bring_back(listed, None) is None
    assert folder.bring_back(NOTE, binned) is None
    assert [note.body for note in folder.deleted()] == ["Newer."]


def test_a_note_is_not_brought_back_over_another(folder: NotesFolder) -> None:
    binned = folder.bin(folder.save(NOTE, None))
    folder.save(NOTE._replace(body="Second."), None)
    assert folder.bring_back(NOTE, binned) is None
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
    with pytest.raises(atomic.FileInTheWay):
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
        folder.is_another()
    with pytest.raises(atomic.FolderGone):
        folder.save(NOTE._replace(body="Second."), was)
    away.rename(folder.path)
    assert not folder.is_another()
    folder.save(NOTE._replace(body="Second."), was)


def test_the_empty_folder_under_a_disk_that_was_unplugged_is_not_taken(
    folder: NotesFolder, other_disk: Path
) -> None:
    """A link takes the place of the mounting."""
    under = folder.path
    under.mkdir(parents=True)
    folder = NotesFolder(under.with_name("link"))
    folder.path.symlink_to(other_disk)
    was = folder.save(NOTE, None)
    folder.path.unlink()
    folder.path.symlink_to(under)
    assert folder.is_another()
    with pytest.raises(atomic.FolderGone):
        folder.listing({"a"})
    with pytest.raises(atomic.FolderGone):
        folder.save(NOTE._replace(body="Second."), was)
    assert list(under.iterdir()) == []
    assert folder.listing(set()) == {}, "where no note is known, none can be missing"


def test_another_folder_is_written_to_once_it_was_listed(folder: NotesFolder) -> None:
    """As after a synchronising, or another version of a repository."""
    was = folder.save(NOTE, None)
    for names in (["a"], ["b"], []):
        folder.path.rename(folder.path.with_name(f"away-{'-'.join(names)}"))
        folder.path.mkdir()
        for name in names:
            folder.file(name).write_bytes(encode(NOTE))
        assert folder.is_another()
        with pytest.raises(atomic.FolderGone):
            folder.save(NOTE._replace(body="Second."), was)
        assert folder.listing({"a"}).keys() == set(names)
        assert not folder.is_another()
    folder.save(NOTE._replace(body="Second."), was)


def test_two_windows_do_not_write_at_once(
    folder: NotesFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock

    monkeypatch.setattr("counterpoint.storage.notes.notes_folder._WAIT", 0.01)
    was = folder.save(NOTE, None)
    with FileLock(folder.path / ".lock"), pytest.raises(FolderBusy):
        folder.save(NOTE._replace(body="Second."), was)
    folder.save(NOTE._replace(body="Second."), was)
    assert folder.weaker == frozenset()


def while_writing(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Does `act` once, while the next file is flushed, as another program would."""
    real = os.fsync

    def fsync(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", real)
        act()
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


def test_what_is_changed_outside_while_it_is_being_saved_is_not_replaced(
    folder: NotesFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = folder.save(NOTE, None)
    while_writing(monkeypatch, lambda: folder.file("a").write_bytes(b"Theirs"))
    with pytest.raises(ChangedOutside):
        folder.save(NOTE._replace(body="Ours"), was)
    assert folder.file("a").read_bytes() == b"Theirs"
    while_writing(monkeypatch, lambda: folder.file("b").write_bytes(b"Theirs"))
    with pytest.raises(ChangedOutside):
        folder.save(NOTE._replace(id="b"), None)
    assert folder.file("b").read_bytes() == b"Theirs"
    assert atomic.strays(folder.path) == []


def test_what_is_changed_outside_right_after_is_seen(
    folder: NotesFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.save(NOTE, None)
    real = os.replace

    def replace(*names: Path) -> None:
        real(*names)
        folder.file("b").write_bytes(b"Theirs")

    monkeypatch.setattr(os, "replace", replace)
    saved = folder.save(NOTE._replace(id="b"), None)
    assert folder.listing(set())["b"] != saved.stamp


def pipe(path: Path) -> None:
    os.mkfifo(path)


def link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
@pytest.mark.parametrize("make", [pipe, Path.mkdir, link_to_a_device])
def test_what_is_no_file_is_never_waited_for(
    folder: NotesFolder, make: Callable[[Path], None]
) -> None:
    was = folder.save(NOTE, None)
    path = folder.file("a")
    path.unlink()
    make(path)
    for act in (
        lambda: folder.save(NOTE._replace(body="Second."), was),
        lambda: folder.save(NOTE, None),
        lambda: folder.bin(was),
    ):
        with pytest.raises(ChangedOutside):
            act()
    with pytest.raises(Unreadable) as caught:
        folder.read("a")
    assert type(caught.value) is Unreadable
    assert (folder.listing(set()).keys() == {"a"}) == (make is not Path.mkdir)


def test_a_pipe_in_the_bin_is_never_waited_for(folder: NotesFolder) -> None:
    binned = folder.bin(folder.save(NOTE, None))
    place = folder.path / ".bin" / "a.md"
    place.unlink()
    os.mkfifo(place)
    assert folder.deleted() == []
    assert folder.bring_back(NOTE, binned) is None
    assert folder.bring_back(NOTE, None) is None


@pytest.mark.parametrize(
    "number",
    [
        errno.EPERM,
        errno.EOPNOTSUPP,
        errno.ENOSYS,
        errno.EINVAL,
        errno.EACCES,
        errno.EIO,
        errno.EROFS,
    ],
)
def test_where_permissions_cannot_be_set_notes_are_saved(
    folder: NotesFolder, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """As on FAT, on what gvfs mounts, and on some disks of a network."""
    was = folder.save(NOTE, None)
    folder.file("a").chmod(0o660)
    monkeypatch.setattr(os, "chmod", refusing(number))
    folder.save(NOTE._replace(body="Second."), was)
    assert folder.file("a").read_text().endswith("Second.")
    assert folder.weaker == {Weaker.MODE}


def test_where_permissions_cannot_be_set_a_note_is_no_more_open_than_it_was(
    folder: NotesFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = folder.save(NOTE, None)
    folder.file("a").chmod(0o600)
    monkeypatch.setattr(os, "chmod", refusing(errno.EPERM))
    folder.save(NOTE._replace(body="Second."), was)
    assert stat.S_IMODE(folder.file("a").stat().st_mode) == 0o600


def test_where_there_are_no_permissions_they_are_not_set(
    folder: NotesFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = folder.save(NOTE, None)
    monkeypatch.setattr(os, "chmod", refusing(errno.EIO))
    folder.save(NOTE._replace(body="Second."), was)
    assert folder.weaker == frozenset()


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF])
def test_where_there_are_no_locks_notes_are_saved(
    folder: NotesFolder, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(pytest.importorskip("fcntl"), "flock", refusing(number))
    was = folder.save(NOTE, None)
    folder.save(NOTE._replace(body="Second."), was)
    assert folder.file("a").read_text().endswith("Second.")
    assert folder.weaker == {Weaker.LOCK}


def test_where_nothing_can_be_flushed_notes_are_saved(
    folder: NotesFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", refusing(errno.EINVAL))
    folder.save(NOTE, None)
    assert folder.weaker == {Weaker.FLUSH}


def test_a_lock_file_that_is_somebody_elses_is_enough(
    folder: NotesFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who shares a folder may not be able to write into the lock file of another."""
    was = folder.save(NOTE, None)
    real = os.open

    def open_(path: Path, flags: int, mode: int = 0o777) -> int:
        if str(path).endswith(".lock") and flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, "not yours")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", open_)
    folder.save(NOTE._replace(body="Second."), was)
    assert folder.weaker == frozenset()


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
