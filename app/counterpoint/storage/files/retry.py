"""Trying again where the system refuses for a moment."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_TRIES = 5
_PAUSE = 0.02
"""Seconds. On Windows a virus scanner may hold a file for a moment: then it cannot be replaced."""


def retry(act: Callable[[Path], object], path: Path) -> None:
    """`act(path)`, tried again for a tenth of a second where the system refuses it. OSError."""
    for _ in range(_TRIES - 1):
        with suppress(PermissionError):
            act(path)
            return
        time.sleep(_PAUSE)
    act(path)
