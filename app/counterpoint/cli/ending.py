"""The system's signals to end, while a command is at work: it ends in order, and leaves nothing
half made."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from counterpoint.storage.files.unbroken import end_by, forget

_TO_END = ("SIGTERM", "SIGHUP", "SIGINT")
"""Not every system has all. The last is Ctrl+C."""


class Ended(KeyboardInterrupt):
    """The system asks the command to end, by the signal `number`."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Raises Ended wherever the command is when it is asked to end, save where it is `unbroken`;
    once, as what is asked twice would be stopped while it clears up. What is not to be heeded, as
    SIGHUP under nohup, is not; nor is anything on another thread than the main one."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in _TO_END if hasattr(signal, name)]
    usual = (signal.SIG_DFL, signal.default_int_handler)
    ours = {number: was for number in numbers if (was := signal.getsignal(number)) in usual}
    asked = False

    def end(number: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if not asked:
            asked = True
            end_by(Ended(number))

    for number in ours:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number, was in ours.items():
            signal.signal(number, was)
        forget()
