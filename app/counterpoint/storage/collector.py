"""Python's cyclic collector at rest while very many values are made, for as long as that is wanted
by anybody."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _Held:
    """Python's own setting, as it was before the first of those who hold it."""

    def __init__(self) -> None:
        self._one = threading.Lock()
        self.resting, self._collects = 0, False

    def rest(self, by: int) -> None:
        with self._one:
            if self.resting == 0:
                self._collects = gc.isenabled()
                gc.disable()
            self.resting += by
            if self.resting == 0 and self._collects:
                gc.enable()


_HELD = _Held()


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """For whoever makes very many values in no cycles, as a large sheet or the lines of a long PDF.
    It would go through all of them again and again: a third of the time of a sheet, a twelfth of
    that of a PDF, and half a second at once where it is the window's thread that collects. On any
    thread; a decorator too."""
    _HELD.rest(1)
    try:
        yield
    finally:
        _HELD.rest(-1)


def is_collector_at_rest() -> bool:
    """Whether whoever collects by a clock is to leave it for now."""
    return _HELD.resting > 0
