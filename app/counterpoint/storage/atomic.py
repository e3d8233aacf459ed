"""Durable writing: a file is replaced whole, and is on the disk, or it is as it was before."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from .insist import insist

TEMPORARY = ".counterpoint-"
"""How the names of temporary files begin; they end in `.tmp`."""


class NotWritten(Exception):
    """A file could not be written and is as it was before.

    `file` is the one meant, `reason` what happened and `remedy` what to do, both in plain words
    without a full stop. The OSError is the cause.
    """

    reason = "the file could not be written"
    remedy = "see that the folder can be written to"

    def __init__(self, file: Path, reason: str = "") -> None:
        self.file = file
        self.reason = reason or self.reason
        super().__init__(f"{file}: {self.reason}; {self.remedy}")


class DiskFull(NotWritten):
    reason = "the disk is full"
    remedy = "free some space"


class QuotaFull(NotWritten):
    reason = "your share of the disk is used up"
    remedy = "free some space"


class FileTooLarge(NotWritten):
    reason = "the file is larger than this disk or account allows"
    remedy = "divide the text, or free some space"


class NotAllowed(NotWritten):
    reason = "the folder or the file may not be written to"
    remedy = "change its permissions, or close the program that holds it"


class ReadOnlyDisk(NotWritten):
    reason = "the disk is read-only"
    remedy = "make it writable, or save elsewhere"


class FolderGone(NotWritten):
    reason = "the folder is not there"
    remedy = "put it back, or save elsewhere"


class FileInTheWay(NotWritten):
    reason = "a file stands where the folder should be"
    remedy = "move that file away"


class NameTooLong(NotWritten):
    reason = "the name of the file or its folders is too long"
    remedy = "move the library to a folder with a shorter path"


class DiskFailing(NotWritten):
    reason = "the disk reports an error"
    remedy = "save elsewhere, and have the disk looked at"


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


def not_written(file: Path, error: OSError) -> NotWritten:
    """The named failure that `error` means for `file`."""
    kind = _BY_ERRNO.get(error.errno or 0)
    if kind is not None:
        return kind(file)
    return NotWritten(file, f"the file could not be written ({error.strerror or error})")


def write(path: Path, data: bytes, *, private: bool = False) -> None:
    """Puts `data` at `path`, whole and flushed to the disk, in place of what is there.

    A link is followed; the permissions of a file that is replaced are kept, or, where `private`,
    nobody but its owner may ever read or write it. The folder must be there. Raises NotWritten;
    then no temporary file is left, and the old file is untouched (or the new one in its place,
    whole, where only the last step failed: to make its name durable).
    """
    try:
        _write(Path(os.path.realpath(path)), data, private)
    except OSError as error:
        raise not_written(path, error) from error


def _write(path: Path, data: bytes, private: bool) -> None:
    temporary = path.with_name(f"{TEMPORARY}{os.urandom(8).hex()}.tmp")
    try:
        with open(temporary, "xb", buffering=0, opener=_private if private else None) as file:
            with suppress(FileNotFoundError):
                if not private:
                    temporary.chmod(path.stat().st_mode & 0o7777)
            rest = memoryview(data)
            while rest:
                rest = rest[file.write(rest) :]
            _flush(file.fileno())
        insist(temporary.replace, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    flush_folder(path.parent)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _flush(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # There fsync leaves the data in the drive's own memory.
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def flush_folder(folder: Path) -> None:
    """Makes new, moved and removed names in `folder` durable, where the system can. OSError."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows: folders cannot be opened
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network disks have no such call
            raise
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Makes `folder` and those above it, durably. Raises NotWritten."""
    if folder.is_dir():
        return
    try:
        if not folder.parent.is_dir():
            make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        flush_folder(folder.parent)
    except OSError as error:
        raise not_written(folder, error) from error


def clear_strays(folder: Path) -> int:
    """Removes temporary files that a killed process left in `folder`; how many.

    To be called while holding whatever lock guards the folder, so that nobody is writing. Should
    someone be writing all the same, their write fails with its old file untouched.
    """
    cleared = 0
    with suppress(OSError):
        for path in folder.glob(f"{TEMPORARY}*.tmp"):
            with suppress(OSError):
                path.unlink()
                cleared += 1
    return cleared
