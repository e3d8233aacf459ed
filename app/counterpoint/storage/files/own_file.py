"""Files that nobody but the person can have written: what is in a cache is believed.

A folder or file counts only if it is what it seems (links are not followed), belongs to whoever
runs the program, and may be written to by nobody else. Windows keeps a person's folders from others
by itself: there only links are looked at.
"""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
"""A pipe would be waited for without end."""


class NotOwn(OSError):
    """What is there may be another's work."""


def read_own(root: Path, *names: str) -> bytes:
    """What the file holds to which `names`, all folders but the last, lead from the folder `root`.

    Raises OSError, and NotOwn where another may have written it.
    """
    if not hasattr(os, "O_DIRECTORY"):  # Windows
        return _read_without_links(root, names)
    folder = os.open(root, os.O_RDONLY | os.O_DIRECTORY | _NO_LINK)
    try:
        _see(folder, stat.S_ISDIR)
        for name in names[:-1]:
            inner = os.open(name, os.O_RDONLY | os.O_DIRECTORY | _NO_LINK, dir_fd=folder)
            os.close(folder)
            folder = inner
            _see(folder, stat.S_ISDIR)
        file = os.open(names[-1], os.O_RDONLY | _NO_LINK | _NO_WAIT, dir_fd=folder)
    finally:
        os.close(folder)
    with os.fdopen(file, "rb") as opened:
        _see(file, stat.S_ISREG)
        return opened.read()


def _see(descriptor: int, kind: Callable[[int], bool]) -> None:
    state = os.fstat(descriptor)
    if not kind(state.st_mode) or not _is_ours(state):
        raise NotOwn(errno.EPERM, os.strerror(errno.EPERM))


def _is_ours(state: os.stat_result) -> bool:
    return state.st_uid == os.geteuid() and not state.st_mode & _OTHERS_WRITE


def _read_without_links(root: Path, names: tuple[str, ...]) -> bytes:
    path = root
    for name in ("", *names):
        path /= name
        if path.is_symlink():
            raise NotOwn(errno.EPERM, os.strerror(errno.EPERM), str(path))
    return path.read_bytes()


def make_own_folder(root: Path, *names: str) -> Path:
    """The folder to which `names` lead from `root`, made where it is not there, as is `root`; from
    `root` on nobody but the person may even look into them. Raises OSError, and NotOwn where they
    are links, another's, or on a disk that knows no permissions."""
    root.parent.mkdir(parents=True, exist_ok=True)
    path = root
    for name in ("", *names):
        path /= name
        try:
            path.mkdir(mode=0o700)
        except FileExistsError:
            if path.is_symlink() or not path.is_dir():
                raise NotOwn(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path)) from None
        if hasattr(os, "geteuid"):
            _close_to_others(path)
    return path


def _close_to_others(folder: Path) -> None:
    if folder.stat().st_uid == os.geteuid() and stat.S_IMODE(folder.stat().st_mode) != 0o700:
        folder.chmod(0o700)
    if not _is_ours(folder.stat()):
        raise NotOwn(errno.EPERM, os.strerror(errno.EPERM), str(folder))
