"""One import at a time in a library."""

import errno
import os
from pathlib import Path

from counterpoint.storage.files.atomic import make_folder, not_written

_TRIES = 20
"""After which the lock is held to be taken away for as long as it is put there."""


class ImportRunning(Exception):
    """Another import is at work in this library."""


class ImportLock:
    """Held while documents are stored, and while a library is made for them: a thread that holds it
    may enter again. Entering raises ImportRunning, or NotWritten where the lock cannot be had."""

    def __init__(self, folder: Path) -> None:
        from filelock import FileLock

        self._folder = folder / "originals"
        self._file = self._folder / ".lock"
        # One object for one file: so one that makes a library can go on to import into it.
        self._lock = FileLock(os.path.realpath(self._file), timeout=0, is_singleton=True)

    def __enter__(self) -> None:
        held = self._lock.lock_counter
        self._acquire()
        for _ in range(_TRIES):
            if self._file.exists():
                return
            # Whoever held it before took the new library away with it; or, where this thread did,
            # another program the folder. A file that is gone keeps nobody out: it is let go
            # wholly, and another one held as often.
            self._lock.release(force=True)
            for _ in range(held + 1):
                self._acquire()
        self._lock.release()
        gone = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._file))
        raise not_written(self._file, gone)

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def _acquire(self) -> None:
        from filelock import Timeout

        make_folder(self._folder)
        try:
            self._lock.acquire()
        except Timeout as error:  # an OSError too, so it comes first
            raise ImportRunning("another import is at work in this library") from error
        except OSError as error:
            raise not_written(self._file, error) from error
