"""One import at a time in a library."""

import os
from pathlib import Path

from counterpoint.storage.files.atomic import make_folder, not_written


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
        self._acquire()
        while not self._file.exists():  # whoever held it before took the new library away with it
            self._lock.release()
            self._acquire()

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
