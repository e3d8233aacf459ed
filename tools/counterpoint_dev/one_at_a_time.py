"""One set-up at a time in this checkout: a second one waits for the first."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Holds a lock on the file at `path`, which ends with the process at the latest. The file
    stays: whoever deleted it could let in two."""
    try:
        file = path.open("a")
    except OSError:  # nobody can set up here, unless .venv is another disk
        yield
        return
    with file:
        if not _lock(file, wait=False):
            print("Counterpoint is being set up here already; waiting for that.", flush=True)
            _lock(file, wait=True)
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str], *, wait: bool) -> bool:
        mode = msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK
        while True:
            try:
                msvcrt.locking(file.fileno(), mode, 1)
            except OSError as error:
                if error.errno not in (errno.EACCES, errno.EDEADLOCK):
                    return True  # as below
                if not wait:
                    return False  # else it has waited ten seconds
            else:
                return True

else:
    import fcntl

    def _lock(file: IO[str], *, wait: bool) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a disk that knows no locks: there two are not kept apart
            return True
        return True
