"""One import at a time in a library."""

import os
from pathlib import Path

from counterpoint.storage.files.atomic import make_folder


class ImportRunning(Exception):
    """Another import is at work in this library."""


class ImportLock:
    """Held while documents are stored; entering raises ImportRunning."""

    def __init__(self, folder: Path) -> None:
        from filelock import FileLock

        self._folder = folder / "originals"
        self._lock = FileLock(os.fspath(self._folder / ".lock"), timeout=0)

    def __enter__(self) -> None:
        from filelock import Timeout

        make_folder(self._folder)
        try:
            self._lock.acquire()
        except Timeout as error:
            raise ImportRunning("another import is at work in this library") from error

    def __exit__(self, *_: object) -> None:
        self._lock.release()
