"""Imports into one library one after the other, also those of other programs."""

import threading
from collections.abc import Callable
from typing import TypeVar

from .import_lock import ImportRunning

_T = TypeVar("_T")
_SOON, _LATER = 0.2, 2.0
"""Seconds until it is tried again: at first, and once it takes long."""


def in_turn(work: Callable[[], _T], waits: Callable[[], object], stop: threading.Event) -> _T:
    """What `work`, which raises ImportRunning while another import is at work, gives once it may.
    `waits` is called each time that it has to wait. Raises ImportRunning once `stop` is set."""
    pause = _SOON
    while True:
        try:
            return work()
        except ImportRunning:
            waits()
            if stop.wait(pause):
                raise
            pause = min(2 * pause, _LATER)
