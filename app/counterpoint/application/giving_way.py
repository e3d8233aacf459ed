"""What long work on a thread does so that the window goes on meanwhile, and the work itself is not
held up: both for as long as they are wanted by anybody."""

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_YIELD = 0.0005
"""Seconds after which a thread at work gives way to the window's, which then paints at 60
frames."""


class _Held:
    """Python's own settings, as they were before the first of those who hold them."""

    def __init__(self) -> None:
        self._one = threading.Lock()
        self.resting, self._collects = 0, False
        self._giving, self._interval = 0, 0.0

    def rest(self, by: int) -> None:
        with self._one:
            if self.resting == 0:
                self._collects = gc.isenabled()
                gc.disable()
            self.resting += by
            if self.resting == 0 and self._collects:
                gc.enable()

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
def collector_at_rest() -> Iterator[None]:
    """Python's cyclic collector, for whoever makes very many values in no cycles. It would go
    through all of them again and again: a third of the time of a large sheet, and half a second at
    once where it is the window's thread that collects. On any thread; a decorator too."""
    _HELD.rest(1)
    try:
        yield
    finally:
        _HELD.rest(-1)


def is_collector_at_rest() -> bool:
    """Whether whoever collects by a clock is to leave it for now."""
    return _HELD.resting > 0


@contextmanager
def giving_way() -> Iterator[None]:
    """The collector at rest, and this thread gives way to the window's often. A decorator too."""
    with collector_at_rest():
        _HELD.give(1)
        try:
            yield
        finally:
            _HELD.give(-1)
