"""Opening a file that may be anything: a pipe or a device in its place is never waited for."""

import os
import stat
from contextlib import suppress
from pathlib import Path

_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | _NO_WAIT
_AT_ONCE = 1 << 20
"""Bytes."""


class NotAFile(Exception):
    """A folder, a pipe, a device or the like stands where a file should be."""

    def __init__(self, path: Path, *, is_folder: bool) -> None:
        super().__init__(str(path))
        self.is_folder = is_folder


def read_plain(path: Path) -> tuple[bytes, os.stat_result]:
    """The bytes of a file, and its state before they were read: what changes meanwhile is then
    seen later. A link is followed. Raises NotAFile, OSError."""
    descriptor, status = _opened(path, _FLAGS)
    try:
        parts = []
        while part := os.read(descriptor, _AT_ONCE):
            parts.append(part)
        return b"".join(parts), status
    finally:
        os.close(descriptor)


def open_plain(path: str, flags: int, mode: int = 0o666) -> int:
    """The opener for `open` that waits for nothing; what is not there is made, if `flags` say so.
    A link is followed, to a file. Raises NotAFile, OSError."""
    place = Path(path)
    if not place.exists():
        with suppress(FileExistsError):
            return os.open(place, flags | os.O_EXCL | _NO_WAIT, mode)
    descriptor, _ = _opened(place, flags | _NO_WAIT)
    return descriptor


def is_there(path: Path) -> bool:
    """Whether anything is there, be it a link that leads nowhere. Raises OSError if that cannot
    be known, which `os.path.exists` takes for no."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _opened(path: Path, flags: int) -> tuple[int, os.stat_result]:
    """Raises NotAFile, OSError."""
    _require_file(path, path.stat())  # first: to open a device may be an act of its own
    descriptor = os.open(path, flags)
    try:
        status = os.fstat(descriptor)
        _require_file(path, status)  # it may have been exchanged since
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor, status


def _require_file(path: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotAFile(path, is_folder=stat.S_ISDIR(status.st_mode))
