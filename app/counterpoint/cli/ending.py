"""The system's signals to end, while a command is at work: it ends in order, and leaves nothing
half made."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_TO_END = ("SIGTERM", "SIGHUP")
"""Not every system has both. Python sees to Ctrl+C itself."""


class Ended(KeyboardInterrupt):
    """The system asks the command to end, by the signal `number`."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Raises Ended wherever the command is when it is asked to end. What is not to be heeded, as
    SIGHUP under nohup, is not; nor is anything on another thread than the main one."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in _TO_END if hasattr(signal, name)]
    ours = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # asked twice, it would be stopped while it clears up
    raise Ended(number)
