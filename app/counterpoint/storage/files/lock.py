"""A lock between windows and programs, held through a file.

Where there is none to be had, work goes on without: words that are saved unguarded are safer than
words that are not saved.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PAUSE = 0.02
"""Seconds between two tries."""


class Busy(Exception):
    """Somebody else held the lock for as long as one was willing to wait."""


@contextmanager
def held(path: Path, wait: float) -> Iterator[bool]:
    """Holds the lock file at `path`, which is made where it is missing, against every other holder
    in this process and others. Gives False if the system has no lock there, or does not let
    this one be opened: then what follows is not guarded. Raises Busy after `wait` seconds."""
    with _hold(path, wait) as locked:
        yield locked


if sys.platform == "win32":

    @contextmanager
    def _hold(path: Path, wait: float) -> Iterator[bool]:
        from filelock import FileLock, Timeout  # 75 ms to import, so not when the window opens

        lock = FileLock(path)
        locked = True
        try:
            lock.acquire(timeout=wait)
        except Timeout as error:
            raise Busy(str(path)) from error
        except OSError:
            locked = False
        try:
            yield locked
        finally:
            lock.release()

else:
    import fcntl

    # `filelock` makes the same call, so that both respect one another. It is not used here as it
    # keeps the lock until the process ends where the disk refuses to release it.

    @contextmanager
    def _hold(path: Path, wait: float) -> Iterator[bool]:
        descriptor = _opened(path)
        try:
            yield descriptor is not None and _is_locked(descriptor, path, wait)
        finally:
            if descriptor is not None:
                with suppress(OSError):  # with it goes the lock, whatever the disk says
                    os.close(descriptor)

    def _opened(path: Path) -> int | None:
        # Somebody else's lock file may be there to be read only: that is enough to lock it.
        for way in (os.O_RDWR | os.O_CREAT, os.O_RDONLY):
            with suppress(OSError):
                return os.open(path, way | os.O_NONBLOCK | os.O_NOFOLLOW, 0o666)
        return None

    def _is_locked(descriptor: int, path: Path, wait: float) -> bool:
        until = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                if time.monotonic() >= until:
                    raise Busy(str(path)) from error
                time.sleep(_PAUSE)
            except OSError:
                return False
            else:
                return True
