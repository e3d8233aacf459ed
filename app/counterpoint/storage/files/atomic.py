"""Durable writing: a file is replaced whole, and is on the disk, or it is as it was before."""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from counterpoint.domain.refusal import Refusal, Weaker

from .retry import retry
from .unbroken import unbroken

TEMPORARY = ".counterpoint-"
"""How the names of temporary files begin; they end in `.tmp`."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class NotWritten(Exception):
    """A file could not be written and is as it was before.

    `file` is the one meant, `refusal` what happened, `said` what the system says of it where it
    is nothing that has a name here. `labels/refusal.py` words it. The OSError is the cause.
    """

    refusal = Refusal.BY_THE_SYSTEM

    def __init__(self, file: Path, said: str = "") -> None:
        self.file = file
        self.said = said
        super().__init__(f"{file}: {self.refusal} {said}".rstrip())


class DiskFull(NotWritten):
    refusal = Refusal.DISK_FULL


class QuotaFull(NotWritten):
    refusal = Refusal.QUOTA_FULL


class FileTooLarge(NotWritten):
    refusal = Refusal.FILE_TOO_LARGE


class NotAllowed(NotWritten):
    refusal = Refusal.NOT_ALLOWED


class ReadOnlyDisk(NotWritten):
    refusal = Refusal.READ_ONLY_DISK


class FolderGone(NotWritten):
    refusal = Refusal.FOLDER_GONE


class FileInTheWay(NotWritten):
    refusal = Refusal.FILE_IN_THE_WAY


class NameTooLong(NotWritten):
    refusal = Refusal.NAME_TOO_LONG


class DiskFailing(NotWritten):
    refusal = Refusal.DISK_FAILING


class DiskAway(NotWritten):
    refusal = Refusal.DISK_AWAY


_BY_ERRNO: dict[int, type[NotWritten]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: QuotaFull,
    errno.EFBIG: FileTooLarge,
    errno.EACCES: NotAllowed,
    errno.EPERM: NotAllowed,
    errno.EROFS: ReadOnlyDisk,
    errno.ENOENT: FolderGone,
    errno.ENOTDIR: FolderGone,
    errno.EEXIST: FileInTheWay,
    errno.ENAMETOOLONG: NameTooLong,
    errno.EIO: DiskFailing,
}
_AWAY = (
    "ESTALE",
    "ENOTCONN",
    "ETIMEDOUT",
    "ENODEV",
    "ENXIO",
    "ENOMEDIUM",
    "EHOSTDOWN",
    "EHOSTUNREACH",
    "ENETDOWN",
    "ENETUNREACH",
    "ECONNREFUSED",
    "ECONNRESET",
    "ECONNABORTED",
    "ENOLINK",
    "ESHUTDOWN",
)
"""What a disk says that was unplugged, and a network folder whose network is gone. Not every system
knows all of them."""
_BY_ERRNO |= {getattr(errno, name): DiskAway for name in _AWAY if hasattr(errno, name)}

_HAS_NO_SUCH_CALL = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
"""What a disk says that cannot do something at all."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written: its state, and what the disk could not do on the way."""

    status: os.stat_result
    weaker: frozenset[Weaker]


def not_written(file: Path, error: OSError) -> NotWritten:
    """The named failure that `error` means for `file`."""
    kind = _BY_ERRNO.get(error.errno or 0)
    if kind is not None:
        return kind(file)
    return NotWritten(file, error.strerror or str(error))


@contextmanager
def refusing(file: Path) -> Iterator[None]:
    """Whatever the system refuses within is raised as the NotWritten that it means for `file`."""
    try:
        yield
    except OSError as error:
        raise not_written(file, error) from error


def _unchecked() -> None:
    """Nothing keeps the file from being replaced."""


def write(
    path: Path,
    data: bytes,
    *,
    private: bool = False,
    check: Callable[[], None] = _unchecked,
) -> WrittenFile:
    """Puts `data` at `path`, whole and flushed to the disk, in place of what is there.

    A link is followed; the permissions of a file that is replaced are kept, or, where `private`,
    nobody but its owner may ever read or write it. The folder must be there. `check` is called
    last of all before the file is replaced: what it raises keeps it from being replaced.

    Raises NotWritten; then no temporary file is left, and the old file is untouched (or the new one
    in its place, whole, where only the last step failed: to make its name durable).
    """

    def fill(descriptor: int) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]

    with refusing(path):
        path = Path(os.path.realpath(path))
        return _filled(path, temporary_beside(path), fill, private=private, check=check)


def write_by(path: Path, temporary: Path, fill: Callable[[BinaryIO], None]) -> WrittenFile:
    """As `write`, of what is too large for the memory, or is made while it is written: `fill` is
    given a file to write to, which is at `temporary` until it is whole, and may raise to have
    nothing written. `path` is no link."""

    def filled(descriptor: int) -> None:
        with os.fdopen(descriptor, "wb", closefd=False) as file:
            fill(file)

    with refusing(path):
        return _filled(path, temporary, filled)


def temporary_beside(path: Path) -> Path:
    """A name for what is to be put at `path` once it is whole."""
    return path.with_name(f"{TEMPORARY}{os.urandom(8).hex()}.tmp")


def _filled(
    path: Path,
    temporary: Path,
    fill: Callable[[int], None],
    *,
    private: bool = False,
    check: Callable[[], None] = _unchecked,
) -> WrittenFile:
    was = None if private else _mode(path)
    # Where the mode cannot be set afterwards, the file is at least no more open than it was.
    mode = 0o600 if private else 0o666 & (was or 0o666)
    made = False
    try:
        with unbroken:
            descriptor = os.open(temporary, _NEW, mode)
            made = True
        try:
            weaker = set() if was is None else _with_mode(was, temporary, descriptor)
            fill(descriptor)
            weaker |= _flush(descriptor)
            status = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        check()
        retry(temporary.replace, path)
    except BaseException:
        with unbroken, suppress(OSError):
            if made:
                temporary.unlink()
        raise
    flush_folder(path.parent)
    return WrittenFile(status, frozenset(weaker))


def _mode(path: Path) -> int | None:
    """The permissions of the file there; None where there is none."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None


def _with_mode(mode: int, temporary: Path, descriptor: int) -> set[Weaker]:
    """Gives the new file the permissions of the old one. Whatever the disk answers that refuses
    it: the words matter more than who may read them, and it is told."""
    if mode == stat.S_IMODE(os.fstat(descriptor).st_mode):
        return set()
    try:
        temporary.chmod(mode)
    except OSError:
        return {Weaker.MODE}
    return set()


def _flush(descriptor: int) -> set[Weaker]:
    if sys.platform == "darwin":
        import fcntl

        # There fsync leaves the data in the drive's own memory.
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return set()
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _HAS_NO_SUCH_CALL:
            raise
        return {Weaker.FLUSH}
    return set()


def flush_folder(folder: Path) -> None:
    """Makes new, moved and removed names in `folder` durable, where the system can. OSError."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows: folders cannot be opened
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _flush(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Makes `folder` and those above it, durably. Raises NotWritten."""
    with refusing(folder):
        _make_folder(folder)


def _make_folder(folder: Path) -> None:
    with suppress(FileNotFoundError, NotADirectoryError):
        if stat.S_ISDIR(folder.stat().st_mode):
            return
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), folder)
    if folder.parent != folder:
        _make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    flush_folder(folder.parent)


def strays(folder: Path) -> list[Path]:
    """The temporary files in `folder`: those of whoever is writing, and those that killed
    processes left. OSError."""
    return [
        path
        for path in folder.iterdir()
        if path.name.startswith(TEMPORARY) and path.name.endswith(".tmp")
    ]


def clear_strays(folder: Path) -> int:
    """Removes temporary files that a killed process left in `folder`; how many. OSError.

    To be called while holding whatever lock guards the folder, so that nobody is writing. Should
    someone be writing all the same, their write fails with its old file untouched.
    """
    cleared = 0
    for path in strays(folder):
        with suppress(OSError):
            path.unlink()
            cleared += 1
    return cleared
