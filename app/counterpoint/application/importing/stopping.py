"""How far an import of another tool's file is, and whether anybody still wants it."""

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import TypeVar

from counterpoint.labels.translation import tr
from counterpoint.storage.files.unbroken import asked_to_end, heed
from counterpoint.storage.importers.refusal import Reason, Refused

T = TypeVar("T")
Told = Callable[[str], None]
"""Is told in a few words what is being done now."""
IsCancelled = Callable[[], bool]
_STEPS = 100
"""How often it is told how far a long list is."""


def silent(what: str) -> None:
    """Where nobody looks on."""


def never() -> bool:
    return False


class Stopping:
    """What an import asks on its way. On any thread."""

    def __init__(self, told: Told = silent, is_cancelled: IsCancelled = never) -> None:
        self._told, self._is_cancelled = told, is_cancelled

    def is_cancelled(self) -> bool:
        """Whether nobody wants it any more."""
        return asked_to_end() or self._is_cancelled()

    def check(self) -> None:
        """Raises Refused where nobody wants it any more, and what a signal to end raises."""
        heed()
        if self._is_cancelled():
            raise Refused(Reason.CANCELLED, tr("it was cancelled, and nothing of it came in"))

    def tell(self, what: str) -> None:
        """Raises as `check`."""
        self.check()
        self._told(what)

    def all(self, items: Iterable[T]) -> Iterator[T]:
        """The items, one by one. Raises as `check`."""
        for item in items:
            self.check()
            yield item

    def each(self, items: Iterable[T], what: str) -> Iterator[T]:
        """The items, one by one, while it is told how many of them are done. Raises as `check`."""
        total = len(items) if isinstance(items, Sized) else 0
        step = max(1, total // _STEPS)
        self.tell(what)
        for done, item in enumerate(items):
            self.check()
            if done and done % step == 0:
                self._told(tr("{what}, {n} of {total}", what=what, n=done, total=total))
            yield item
