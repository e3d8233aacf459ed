"""Whether QSettings would get its lock: it waits for that without end, and the window with it."""

import stat
from pathlib import Path

from PySide6.QtCore import QLockFile

LONGEST_WAIT = 1_500
"""Milliseconds. Another window has the lock for a few; what is longer was left, or stands still."""


def write_lock(file: Path) -> Path:
    """The lock that QSettings takes while it writes `file`; it reads without one."""
    return file.with_name(f"{file.name}.lock")


def is_free(file: Path, wait: int = LONGEST_WAIT) -> bool:
    """Whether `file` can be written now, or within `wait` milliseconds. A lock that was left behind
    goes, by Qt's rules: at once where its process has ended, else when it is 30 seconds old."""
    lock = write_lock(file)
    try:
        mode = lock.lstat().st_mode
    except OSError:
        return True  # whatever else is wrong QSettings finds at once
    if not stat.S_ISREG(mode):
        return False  # Qt would wait for it to go, and read a pipe
    held = QLockFile(str(lock))
    if held.tryLock(wait):
        held.unlock()  # QSettings takes it itself, and not twice
        return True
    return held.error() is not QLockFile.LockError.LockFailedError
