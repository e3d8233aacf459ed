"""The folder of the notes: one file each, a bin for the deleted, and a lock between windows."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from counterpoint.domain.note import Note
from counterpoint.domain.problem import Problem, ProblemKind

from . import atomic
from .insist import insist
from .note_file import Written, encode, read_note
from .text_file import digest, read_bytes
from .unreadable import Unreadable

BIN = ".bin"
LOCK = ".lock"
ENDING = ".md"
_NO_TIME = datetime.fromtimestamp(0, UTC)
_WAIT = 5.0
"""Seconds to wait for another window that is writing."""

Stamp = tuple[int, int, int]
"""Time of change in nanoseconds, length in bytes, number of the file: what changes when it does."""


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A note as its file has it."""

    written: Written
    digest: str
    stamp: Stamp

    @property
    def note(self) -> Note:
        return self.written.note


class ChangedOutside(Exception):
    """The file is not what was last read or written here; it was left as it is."""


class FolderBusy(atomic.NotWritten):
    reason = "another window is writing to the notes folder"
    remedy = "wait a moment"


class NotUnderstood(atomic.NotWritten):
    reason = "other lines in its file would keep it from being read again"
    remedy = "copy its text, and remove what is not yours from the top of the file"


class NotesFolder:
    """Reads, saves, bins and brings back. Blocks while it does; one thread at a time.

    Every method that writes raises `atomic.NotWritten` where the disk does not let it, and
    ChangedOutside rather than overwrite what somebody else wrote.
    """

    def __init__(self, path: Path, name: str = "notes") -> None:
        """`name` is how problems call the folder. It is made when the first note is saved."""
        self.path = path
        self.name = name
        self._identity: tuple[int, int] | None = None

    def file(self, id: str) -> Path:
        return self.path / f"{id}{ENDING}"

    def listing(self, known: set[str]) -> dict[str, Stamp]:
        """The notes' files by id, also those that cannot be read; none where there is no folder
        yet.

        Raises `atomic.FolderGone` where the folder was there and is not, or where another folder
        stands in its place with none of the `known` notes in it (a disk that was unplugged).
        """
        try:
            identity = self._identify()
            with os.scandir(self.path) as entries:
                notes = (
                    entry
                    for entry in entries
                    if entry.name.endswith(ENDING) and not entry.name.startswith(".")
                )
                found = {
                    entry.name[: -len(ENDING)]: stamp
                    for entry in notes
                    if (stamp := _listed(entry)) is not None
                }
        except FileNotFoundError:
            if self._identity is None:
                return {}
            raise atomic.FolderGone(self.path) from None
        except OSError as error:
            raise atomic.not_written(self.path, error) from error
        if self._identity not in (None, identity) and known and not known & found.keys():
            raise atomic.FolderGone(self.path)
        self._identity = identity
        return found

    def _identify(self) -> tuple[int, int]:
        status = self.path.stat()
        return status.st_dev, status.st_ino

    def read(self, id: str) -> OnDisk | None:
        """None where the file is not there. Raises Unreadable."""
        return self._read(self.file(id), f"{self.name}/{id}{ENDING}")

    def _read(self, path: Path, name: str) -> OnDisk | None:
        try:
            status = path.stat()  # before the reading: what changes meanwhile is then seen later
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Unreadable(
                Problem(
                    name,
                    None,
                    None,
                    ProblemKind.UNREADABLE,
                    f"the file cannot be reached ({error.strerror or error}); put the file itself"
                    " where this link is, or remove it",
                )
            ) from error
        return _on_disk(read_bytes(path, name), path.stem, name, status)

    def save(self, note: Note, was: OnDisk | None) -> OnDisk:
        """Puts the note on the disk in place of `was`, or as a new file where that is None.

        A file that was removed from outside is written again. Raises ChangedOutside, NotWritten.
        """
        path = self.file(note.id)
        data = encode(note, was.written if was else None)
        with self._locked(path):
            self._guard(path, was, data)
            try:
                written = read_note(data, note.id, f"{self.name}/{path.name}", _NO_TIME)
            except Unreadable as error:  # never in place of one that can be read
                raise NotUnderstood(path) from error
            atomic.write(path, data)
            return OnDisk(written, digest(data), _stamp(path.stat()))

    def _guard(self, path: Path, was: OnDisk | None, data: bytes | None) -> None:
        try:
            found = path.read_bytes()
        except FileNotFoundError:
            return
        if found != data and (was is None or digest(found) != was.digest):
            raise ChangedOutside(path)

    @contextmanager
    def _locked(self, path: Path) -> Iterator[None]:
        """Holds the folder against other windows; OSErrors within become NotWritten for `path`."""
        from filelock import FileLock, Timeout  # 75 ms to import, so not when the window opens

        if self._identity is None:
            atomic.make_folder(self.path)
        try:
            identity = self._identify()
            if self._identity not in (None, identity):
                raise atomic.FolderGone(path)  # until `listing` has seen that it is ours
            with FileLock(self.path / LOCK, timeout=_WAIT):
                yield
        except Timeout as error:
            raise FolderBusy(path) from error
        except OSError as error:
            raise atomic.not_written(path, error) from error
        self._identity = identity

    def bin(self, was: OnDisk) -> None:
        """Moves the note's file to the bin. Does nothing where it is gone."""
        path = self.file(was.note.id)
        with self._locked(path):
            self._guard(path, was, None)
            if path.exists():
                atomic.make_folder(self.path / BIN)
                self._move(path, self._free_place(was.note.id))

    def _free_place(self, id: str) -> Path:
        place = self.path / BIN / f"{id}{ENDING}"
        while place.exists():  # deleted before, and brought back by other means
            place = self.path / BIN / f"{id}-{os.urandom(2).hex()}{ENDING}"
        return place

    def _move(self, path: Path, to: Path) -> None:
        insist(path.replace, to)
        atomic.flush_folder(to.parent)
        atomic.flush_folder(path.parent)

    def bring_back(self, id: str) -> OnDisk | None:
        """Moves a file from the bin to where it was. None where the bin does not have it, or where
        there is a note of that id. Raises Unreadable, NotWritten."""
        binned, path = self.path / BIN / f"{id}{ENDING}", self.file(id)
        if not binned.exists():
            return None
        with self._locked(path):
            if path.exists() or not binned.exists():
                return None
            self._move(binned, path)
        return self.read(id)

    def deleted(self) -> list[Note]:
        """The notes in the bin that can be read, the last changed first."""
        notes = []
        for path in (self.path / BIN).glob(f"*{ENDING}"):
            with suppress(Unreadable):
                found = self._read(path, f"{self.name}/{BIN}/{path.name}")
                if found is not None:
                    notes.append(found.note)
        return sorted(notes, key=lambda note: (note.changed, note.id), reverse=True)

    def clear_strays(self) -> None:
        """Removes what killed processes left half written. Does nothing where it may not write."""
        if self.path.is_dir() and any(self.path.glob(f"{atomic.TEMPORARY}*.tmp")):
            with suppress(atomic.NotWritten), self._locked(self.path):
                atomic.clear_strays(self.path)


def _on_disk(data: bytes, id: str, name: str, status: os.stat_result) -> OnDisk:
    return OnDisk(read_note(data, id, name, _modified(status)), digest(data), _stamp(status))


def _modified(status: os.stat_result) -> datetime:
    """1970 where the file has a time that is in no calendar, as a damaged disk may say."""
    try:
        return datetime.fromtimestamp(status.st_mtime, UTC)
    except (ValueError, OverflowError, OSError):
        return _NO_TIME


def _listed(entry: os.DirEntry[str]) -> Stamp | None:
    """None where it is no file, or gone. What the system cannot follow is listed by its link, so
    that reading it says why, and the other notes are there."""
    try:
        return _stamp(entry.stat()) if entry.is_file() else None
    except FileNotFoundError:
        return None
    except OSError:
        return _stamp(entry.stat(follow_symlinks=False))


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size, status.st_ino


def write_copies(folder: Path, notes: Iterable[Note]) -> int:
    """Writes `notes` as files into `folder`, beside whatever is there; how many.

    Raises `atomic.NotWritten`.
    """
    atomic.make_folder(folder)
    count = 0
    for note in notes:
        path = folder / f"{note.id}{ENDING}"
        while path.exists():
            path = folder / f"{note.id}-{os.urandom(2).hex()}{ENDING}"
        atomic.write(path, encode(note))
        count += 1
    return count
