"""A file that tells when anybody opens it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_WAIT = """
import os, sys
while True:
    pipe = os.open(sys.argv[1], os.O_WRONLY)
    with open(sys.argv[2], "ab") as heard:
        heard.write(b".")
    os.close(pipe)
"""


class Canary:
    """A pipe. Opening its other end waits until somebody opens it to read; who does is given
    nothing, and hangs no longer than that. A process of its own waits there: a thread could not,
    as Qt opens files without letting another one run."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self.path = path
        self._heard = path.with_name(f"{path.name}-heard")
        self._waiting = subprocess.Popen([sys.executable, "-c", _WAIT, path, self._heard])

    @property
    def opened(self) -> int:
        """How often."""
        return self._heard.stat().st_size if self._heard.exists() else 0

    def stop(self) -> None:
        self._waiting.kill()
        self._waiting.wait()


@contextmanager
def canary(path: Path) -> Iterator[Canary]:
    bird = Canary(path)
    try:
        yield bird
    finally:
        bird.stop()
