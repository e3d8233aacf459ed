"""Work that a signal to end must not break between a write and the note of it: it waits until the
work asks.

    with all_or_nothing:
        for each in all:
            heed()              # here it may end
            write(each)
            written.append(each)
"""

import threading


class _Waiting(threading.local):
    depth = 0
    """How many times this thread is within `unbroken`; of signals the main one alone is told."""


_waiting = _Waiting()
_asked: list[BaseException] = []


class _Unbroken:
    def __init__(self, *, heeds_after: bool) -> None:
        self._heeds_after = heeds_after

    def __enter__(self) -> None:
        _waiting.depth += 1

    def __exit__(self, *_: object) -> None:
        _waiting.depth -= 1
        if self._heeds_after and not _waiting.depth:
            heed()


unbroken = _Unbroken(heeds_after=True)
"""Within it a signal to end waits for `heed`, and for its end at the latest."""
all_or_nothing = _Unbroken(heeds_after=False)
"""As `unbroken`, of work that is taken back where it is broken off: after the last `heed` it is
done, and a signal finds nothing more to end."""


def asked_to_end() -> bool:
    """Whether a signal waits. On any thread."""
    return bool(_asked)


def heed() -> None:
    """Raises on the main thread what a signal that waits would have raised there."""
    if _asked and threading.current_thread() is threading.main_thread():
        raise _asked.pop()


def end_by(error: BaseException) -> None:
    """To be called on the main thread where a signal arrives. Raises `error`, now or when it is
    heeded."""
    if not _waiting.depth:
        raise error
    _asked.append(error)


def forget() -> None:
    """What still waits asks for nothing any more: all that it could have ended is done."""
    _asked.clear()
