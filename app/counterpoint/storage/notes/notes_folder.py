"""The folder of the notes: one file each, a bin for the deleted, and a lock between windows.

Every call to the system on what is in the folder is made here or in `atomic`, so that whatever the
system refuses, with whatever number, is told by name.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from counterpoint.domain.note import Note
from counterpoint.domain.problem import Problem
from counterpoint.domain.refusal import Refusal, Weaker
from counterpoint.storage.files import atomic, lock
from counterpoint.storage.files.plain_file import NotAFile, is_there, read_plain
from counterpoint.storage.files.retry import retry
from counterpoint.storage.files.text_file import digest, not_a_file, not_read
from counterpoint.storage.files.unreadable import Unreachable, Unreadable
from counterpoint.storage.library.listing import misnamed

from .note_file import Written, encode, read_note

BIN = ".bin"
LOCK = ".lock"
ENDING = ".md"
_NO_TIME = datetime.fromtimestamp(0, UTC)
_WAIT = 3.0
"""Seconds to wait for another window that is writing."""

Stamp = tuple[int, int, int]
"""Time of change in nanoseconds, length in bytes, number of the file: what changes when it does."""
_NO_STAMP = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A note as its file has it."""

    written: Written
    digest: str
    stamp: Stamp

    @property
    def note(self) -> Note:
        return self.written.note


@dataclass(frozen=True, slots=True)
class Binned:
    """Where in the bin a note is, and what is in it."""

    place: Path
    was: OnDisk


class ChangedOutside(Exception):
    """The file is not what was last read or written here; it was left as it is."""


class FolderBusy(atomic.NotWritten):
    refusal = Refusal.FOLDER_BUSY


class NotUnderstood(atomic.NotWritten):
    refusal = Refusal.NOT_UNDERSTOOD


class NotesFolder:
    """Reads, saves, bins and brings back. Blocks while it does; one thread at a time.

    Raises `atomic.NotWritten` wherever the system does not let it, and ChangedOutside rather than
    overwrite what somebody else wrote.
    """

    def __init__(self, path: Path, name: str = "notes") -> None:
        """`name` is how problems call the folder. It is made when the first note is saved."""
        self.path = path
        self.name = name
        self.weaker: frozenset[Weaker] = frozenset()
        """What its disk turned out not to be able to do."""
        self._identity: tuple[int, int] | None = None
        self._tried: dict[str, str] = {}
        """Digests of what was last handed to the disk, which may have taken it and said no."""

    def file(self, id: str) -> Path:
        return self.path / f"{id}{ENDING}"

    def listing(self, known: set[str]) -> dict[str, Stamp]:
        """The notes' files by id, also those that cannot be read; none where there is no folder
        yet.

        Raises `atomic.FolderGone` where the folder was there and is not, or where an empty one of
        another disk stands in its place although notes are `known` (a disk that was unplugged);
        `atomic.FileInTheWay` where a file has its name.
        """
        with atomic.refusing(self.path):
            try:
                identity = self._identify()
                with os.scandir(self.path) as entries:
                    found = {
                        entry.name[: -len(ENDING)]: stamp
                        for entry in entries
                        if entry.name.endswith(ENDING)
                        and not entry.name.startswith(".")
                        and (stamp := _listed(entry)) is not None
                    }
            except FileNotFoundError:
                if self._identity is None:
                    return {}
                raise
            except NotADirectoryError as error:
                if self.path.is_file():
                    raise atomic.FileInTheWay(self.path) from error
                raise
        if self._identity is not None and self._identity[0] != identity[0] and known and not found:
            raise atomic.FolderGone(self.path)
        self._identity = identity
        return found

    def _identify(self) -> tuple[int, int]:
        status = self.path.stat()
        return status.st_dev, status.st_ino

    def is_another(self) -> bool:
        """Whether another folder stands there than was last listed: it has to be listed before
        anything is written into it. Raises `atomic.NotWritten`."""
        if self._identity is None:
            return False
        with atomic.refusing(self.path):
            return self._identify() != self._identity

    def read(self, id: str) -> OnDisk | None:
        """None if the file is not there. Raises Unreadable; Unreachable where it may be as it
        was, and the system does not let it be read."""
        return self._read(self.file(id), f"{self.name}/{id}{ENDING}")

    def _read(self, path: Path, name: str) -> OnDisk | None:
        try:
            data, status = read_plain(path)
        except FileNotFoundError as error:
            if path.is_symlink():
                raise Unreachable(not_read(path, name, error)) from error
            return None
        except NotAFile as error:
            raise Unreadable(not_a_file(name, error)) from error
        except OSError as error:
            raise Unreachable(not_read(path, name, error)) from error
        return _on_disk(data, path.stem, name, status)

    def save(self, note: Note, was: OnDisk | None) -> OnDisk:
        """Puts the note on the disk in place of `was`, or as a new file where that is None.

        A file that was removed from outside is written again. Raises ChangedOutside, NotWritten.
        """
        path = self.file(note.id)
        data = encode(note, was.written if was else None)
        with self._locked(path):
            guard = self._guard(path, was, data)
            guard()
            try:
                written = read_note(data, note.id, f"{self.name}/{path.name}", _NO_TIME)
            except Unreadable as error:  # never in place of one that can be read
                raise NotUnderstood(path) from error
            self._tried[note.id] = new = digest(data)
            # And once more at the last moment: to flush what is new may take a second.
            placed = atomic.write(path, data, check=guard)
        del self._tried[note.id]
        self.weaker |= placed.weaker
        return OnDisk(written, new, _stamp(placed.status))

    def _guard(self, path: Path, was: OnDisk | None, data: bytes | None) -> Callable[[], None]:
        ours = {was.digest} if was else set()
        ours |= {self._tried[path.stem]} if path.stem in self._tried else set()

        def guard() -> None:
            try:
                found, _ = read_plain(path)
            except FileNotFoundError:
                return
            except NotAFile as error:
                raise ChangedOutside(path) from error
            if found != data and digest(found) not in ours:
                raise ChangedOutside(path)

        return guard

    @contextmanager
    def _locked(self, path: Path) -> Iterator[None]:
        """Holds the folder against other windows; OSErrors within become NotWritten for `path`."""
        with atomic.refusing(path):
            if self._identity is None:
                atomic.make_folder(self.path)
            identity = self._identify()
            if self._identity not in (None, identity):
                raise atomic.FolderGone(path)  # until `listing` has seen it
            try:
                with lock.held(self.path / LOCK, _WAIT) as locked:
                    yield
            except lock.Busy as error:
                raise FolderBusy(path) from error
        self.weaker |= frozenset() if locked else {Weaker.LOCK}
        self._identity = identity

    def bin(self, was: OnDisk) -> Binned | None:
        """Moves the note's file to the bin. None if it is gone."""
        path = self.file(was.note.id)
        with self._locked(path):
            if not is_there(path):
                return None
            atomic.make_folder(self.path / BIN)
            place = self._free_place(was.note.id)
            self._guard(path, was, None)()
            self._move(path, place)
        return Binned(place, was)

    def take_back(self, was: OnDisk) -> None:
        """Removes a note that was only just saved and is not wanted after all; one in which
        something else is by now stays. Raises NotWritten."""
        path = self.file(was.note.id)
        with self._locked(path), suppress(ChangedOutside):
            if is_there(path):
                self._guard(path, was, None)()
                retry(lambda file: file.unlink(), path)
                atomic.flush_folder(path.parent)

    def _free_place(self, id: str) -> Path:
        place = self.path / BIN / f"{id}{ENDING}"
        while is_there(place):  # deleted before, and brought back by other means
            place = self.path / BIN / f"{id}-{os.urandom(2).hex()}{ENDING}"
        return place

    def _move(self, path: Path, to: Path) -> None:
        retry(path.replace, to)
        atomic.flush_folder(to.parent)
        atomic.flush_folder(path.parent)

    def bring_back(self, note: Note, binned: Binned | None) -> OnDisk | None:
        """Moves the file of `note` from the bin to where it was, so that what else is in it stays
        too. `binned` is where it was put, None if the note was read from the bin.

        None if the bin has it no longer, has something else by now (which stays there), or
        where there is another note of that id. Raises NotWritten.
        """
        path = self.file(note.id)
        place = binned.place if binned else self.path / BIN / path.name

        def is_it(found: OnDisk | None) -> bool:
            if found is None or binned is None:
                return found is not None and found.note == note
            return found.digest == binned.was.digest

        with atomic.refusing(place):
            if binned is None and not is_there(place):
                return None
        with self._locked(path):
            if is_there(path):
                found = _if_understood(path, note.id)  # moved before, and then the disk refused
                return found if is_it(found) else None
            found = _if_understood(place, note.id)
            if not is_it(found):
                return None
            self._move(place, path)
        return found

    def deleted(self) -> list[Note]:
        """The notes in the bin that can be read, the last changed first. Raises NotWritten."""
        notes = []
        with atomic.refusing(self.path / BIN):
            for place in _names(self.path / BIN):
                if not place.name.endswith(ENDING):
                    continue
                with suppress(Unreadable):
                    found = self._read(place, f"{self.name}/{BIN}/{place.name}")
                    if found is not None:
                        notes.append(found.note)
        return sorted(notes, key=lambda note: (note.changed, note.id), reverse=True)

    def strays(self) -> list[Problem]:
        """What stands in the folder and is no note, or is a copy of one that was changed in two
        places; none where it cannot be looked through."""
        return misnamed(self.path, "notes")

    def clear_strays(self) -> None:
        """Removes what killed processes left half written. Does nothing where it may not write."""
        with suppress(atomic.NotWritten), atomic.refusing(self.path):
            if atomic.strays(self.path):
                with self._locked(self.path):
                    atomic.clear_strays(self.path)


def _if_understood(path: Path, id: str) -> OnDisk | None:
    """None if no file is, or none that can be understood. OSError."""
    try:
        data, status = read_plain(path)
        return _on_disk(data, id, path.name, status)
    except (FileNotFoundError, NotAFile, Unreadable):
        return None


def _names(folder: Path) -> list[Path]:
    """What is in a folder; nothing where it is not there. OSError."""
    try:
        return list(folder.iterdir())
    except FileNotFoundError:
        return []


def _on_disk(data: bytes, id: str, name: str, status: os.stat_result) -> OnDisk:
    return OnDisk(read_note(data, id, name, _modified(status)), digest(data), _stamp(status))


def _modified(status: os.stat_result) -> datetime:
    """1970 where the file has a time that is in no calendar, as a damaged disk may say."""
    try:
        return datetime.fromtimestamp(status.st_mtime, UTC)
    except (ValueError, OverflowError, OSError):
        return _NO_TIME


def _listed(entry: os.DirEntry[str]) -> Stamp | None:
    """None if it is a folder, or gone. What the system does not let be looked at, and a link that
    leads nowhere, is listed all the same, so that reading it says why, and the other notes are
    there."""
    try:
        return None if entry.is_dir() else _stamp(entry.stat())
    except OSError:
        try:
            return _stamp(entry.stat(follow_symlinks=False))
        except FileNotFoundError:
            return None
        except OSError:
            return _NO_STAMP


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size, status.st_ino
