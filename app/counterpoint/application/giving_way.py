"""What long work on a thread does so that the window goes on meanwhile, and the work itself is not
held up: both for as long as they are wanted by anybody."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from counterpoint.storage.collector import collector_at_rest, is_collector_at_rest

__all__ = ["collector_at_rest", "giving_way", "is_collector_at_rest"]

_YIELD = 0.0005
"""Seconds after which a thread at work gives way to the window's, which then paints at 60
frames."""


class _Held:
    """Python's own setting, as it was before the first of those who hold it."""

    def __init__(self) -> None:
        self._one = threading.Lock()
        self._giving, self._interval = 0, 0.0

    def give(self, by: int) -> None:
        with self._one:
            if self._giving == 0:
                self._interval = sys.getswitchinterval()
                sys.setswitchinterval(_YIELD)
            self._giving += by
            if self._giving == 0:
                sys.setswitchinterval(self._interval)


_HELD = _Held()


@contextmanager
def giving_way() -> Iterator[None]:
    """The collector at rest, and this thread gives way to the window's often. A decorator too."""
    with collector_at_rest():
        _HELD.give(1)
        try:
            yield
        finally:
            _HELD.give(-1)
