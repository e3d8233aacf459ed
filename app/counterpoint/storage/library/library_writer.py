"""Writing into a library's files, in which their owner may be writing at the same time."""

import os
from contextlib import suppress
from pathlib import Path

from counterpoint.domain.refusal import Refusal
from counterpoint.storage.files import atomic, lock
from counterpoint.storage.files.plain_file import NotAFile, read_plain
from counterpoint.storage.place import real

from .library_place import PARTS

_WAIT = 3.0
"""Seconds to wait for another program that is writing."""


class ChangedMeanwhile(atomic.NotWritten):
    refusal = Refusal.CHANGED_MEANWHILE


class LibraryBusy(atomic.NotWritten):
    refusal = Refusal.LIBRARY_BUSY


def exchange(path: Path, was: str, now: str) -> None:
    """Puts the text `now` in the place of `was`, which was read from the file at `path`.

    Raises ChangedMeanwhile if the file says something else by now, and NotWritten; then it is as
    it was.
    """

    def check() -> None:
        with atomic.refusing(path):
            try:
                found, _ = read_plain(path)
            except (FileNotFoundError, NotAFile) as error:
                raise ChangedMeanwhile(path) from error
        if found != was.encode():
            raise ChangedMeanwhile(path)

    try:
        # The folder itself is locked, so that no file of ours stays among its owner's.
        with lock.held(real(path).parent, _WAIT):
            check()
            # And once more at the last moment: to flush what is new may take a second.
            atomic.write(path, now.encode(), check=check)
    except lock.Busy as error:
        raise LibraryBusy(path) from error


def create(path: Path, text: str) -> None:
    """Puts a new file at `path`. Raises FileInTheWay where there is one already, NotWritten."""

    def check() -> None:
        if os.path.lexists(path):
            raise atomic.FileInTheWay(path)

    try:
        with lock.held(real(path).parent, _WAIT):
            check()
            atomic.write(path, text.encode(), check=check)
    except lock.Busy as error:
        raise LibraryBusy(path) from error


def remove(path: Path, was: str) -> None:
    """Removes the file at `path`, which says `was`. Raises ChangedMeanwhile where it does not, and
    NotWritten; then it is as it was."""
    try:
        with atomic.refusing(path), lock.held(real(path).parent, _WAIT):
            try:
                found, _ = read_plain(path)
            except (FileNotFoundError, NotAFile) as error:
                raise ChangedMeanwhile(path) from error
            if found != was.encode():
                raise ChangedMeanwhile(path)
            path.unlink()
            atomic.flush_folder(path.parent)
    except lock.Busy as error:
        raise LibraryBusy(path) from error


def clear_strays(folder: Path) -> None:
    """Removes what a process left half written that was killed while writing into the library in
    `folder`. Does nothing where it may not, or where another is writing."""
    for part in PARTS:
        with suppress(OSError, lock.Busy), lock.held(real(folder / part), 0.0) as locked:
            if locked:
                atomic.clear_strays(folder / part)
