"""What is being made beside files that are not Counterpoint's own, as an export or a library that
is unpacked. A process that is killed leaves it there, and nobody looks after such a folder: so it
is noted in the person's cache meanwhile, and whoever comes next removes it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from counterpoint.storage.place import NoHome, user_cache

from . import lock
from .atomic import TEMPORARY
from .own_file import make_own_folder, read_own

_FOLDER = "half-made"
_LOCK = ".lock"


@contextmanager
def noted(temporary: Path) -> Iterator[None]:
    """While within, `temporary` is noted: a file or folder that is about to be made, of a name as
    `atomic` gives it, and is gone at the end. What cannot be noted is made all the same. What
    killed processes left is removed first."""
    clear_half_made()
    try:
        place = make_own_folder(user_cache(), _FOLDER)
    except (NoHome, OSError):
        yield
        return
    note, guard = place / temporary.name, place / f"{temporary.name}{_LOCK}"
    try:
        with lock.held(guard, 0) as locked:
            if locked:
                with suppress(OSError):
                    note.write_bytes(os.fsencode(Path(os.path.realpath(temporary))))
            try:
                yield
            finally:
                _forget(note)
    finally:
        _forget(guard)


def clear_half_made() -> int:
    """Removes what killed processes have left half made; how much. Blocks. What another process is
    making is left alone, and so is what is on a disk that is away."""
    cleared = 0
    with suppress(NoHome, OSError, lock.Busy):
        root = user_cache()
        for note in (root / _FOLDER).iterdir():
            if not note.name.endswith(_LOCK):
                cleared += _cleared(root, note)
    return cleared


def _cleared(root: Path, note: Path) -> bool:
    guard = note.with_name(f"{note.name}{_LOCK}")
    try:
        with lock.held(guard, 0) as locked:
            if not locked:
                return False
            left = Path(os.fsdecode(read_own(root, _FOLDER, note.name)))
            if not _is_ours(left, note.name) or not left.parent.is_dir():
                return False
            was_there = os.path.lexists(left)
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left)
            else:
                left.unlink(missing_ok=True)
            _forget(note)
    except (lock.Busy, OSError):
        return False
    _forget(guard)
    return was_there


def _is_ours(left: Path, name: str) -> bool:
    return left.is_absolute() and left.name == name and name.startswith(TEMPORARY)


def _forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
