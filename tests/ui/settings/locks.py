"""What may lie in the place of the lock of settings: real files, each as somebody may leave it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

FOREIGN = "123\npython\nanotherhost\n\n\n"
"""What another machine would write into it, in Qt's way."""


def leave(lock: Path, words: str, age: float = 0) -> None:
    """A lock file of `age` seconds; one from the future has an age below 0."""
    lock.write_text(words)
    then = time.time() - age
    os.utime(lock, (then, then))


@contextmanager
def empty(lock: Path) -> Iterator[None]:
    leave(lock, "")
    yield


@contextmanager
def foreign(lock: Path) -> Iterator[None]:
    leave(lock, FOREIGN)
    yield


@contextmanager
def folder(lock: Path) -> Iterator[None]:
    lock.mkdir()
    yield
    lock.rmdir()


@contextmanager
def pipe(lock: Path) -> Iterator[None]:
    os.mkfifo(lock)
    yield


@contextmanager
def link(lock: Path) -> Iterator[None]:
    lock.symlink_to(lock.with_name("nowhere"))
    yield


@contextmanager
def held(lock: Path) -> Iterator[None]:
    mine = QLockFile(str(lock))
    assert mine.tryLock(0)
    yield
    mine.unlock()


@contextmanager
def old_and_not_to_be_removed(lock: Path) -> Iterator[None]:
    """As one of another user in a sticky folder: stale, but Qt does not get it away."""
    import fcntl

    leave(lock, FOREIGN, age=3_600)
    with lock.open("r+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def stopped(lock: Path) -> Iterator[None]:
    """By a window that was stopped while it wrote."""
    code = (
        "import os, signal, sys\n"
        "from PySide6.QtCore import QLockFile\n"
        "mine = QLockFile(sys.argv[1])\n"
        "assert mine.tryLock(0)\n"
        "os.kill(os.getpid(), signal.SIGSTOP)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", code, lock])
    try:
        _, status = os.waitpid(child.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        yield
    finally:
        child.send_signal(signal.SIGCONT)
        child.wait()


Kind = Callable[[Path], object]
EVERYWHERE = (empty, foreign, folder, held)
ON_UNIX = (pipe, link, old_and_not_to_be_removed, stopped)
KINDS = [
    *(pytest.param(kind, id=kind.__name__) for kind in EVERYWHERE),
    *(
        pytest.param(
            kind,
            id=kind.__name__,
            marks=pytest.mark.skipif(os.name != "posix", reason="there is none"),
        )
        for kind in ON_UNIX
    ),
]
