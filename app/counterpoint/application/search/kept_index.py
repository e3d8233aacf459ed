"""The index of the library that a window shows, kept up to date while it is shown.

Nothing here belongs to a thread: bringing it up to date takes long, asking takes milliseconds, and
both may be done at once, as what is asked is what was put in till then.
"""

from collections.abc import Callable, Collection
from enum import StrEnum
from pathlib import Path

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.storage.library.library_cache import cache_file
from counterpoint.storage.place import NoHome, notes_in_reach, user_cache
from counterpoint.storage.search_index.search_index import (
    IndexBusy,
    IndexUnusable,
    SearchIndex,
)

from .searching import Searching
from .up_to_date import Going, bring_up_to_date, changes

__all__ = ["CaughtUp", "IndexUnusable", "KeptIndex"]


class CaughtUp(StrEnum):
    """How bringing it up to date ended."""

    CURRENT = "current"
    STOPPED = "stopped"
    BUSY = "busy"
    """Another window is doing it: it is to be looked at again."""


class KeptIndex:
    def __init__(self, library: Path, cache: Callable[[], Path] = user_cache) -> None:
        """`cache` gives the folder of caches, or raises NoHome."""
        self._library = library
        self._cache = cache
        self._index: SearchIndex | None = None
        self._last: tuple[str, ...] = ()
        """The units that were put in last."""
        self._doubtful: set[str] = set()

    @property
    def searching(self) -> Searching | None:
        """None until it is opened."""
        return None if self._index is None else Searching(self._index, self._library)

    def doubt(self, approaches: Collection[str] = (), *, all: bool = False) -> None:
        """These were altered in memory, or, with `all`, the library was read again: what was put in
        of them, or last, may be of what was there before."""
        self._doubtful.update(f"options/{id}" for id in approaches)
        if all:
            self._doubtful.update(self._last)

    def catch_up(self, opened: Callable[[], OpenedLibrary], going: Going) -> CaughtUp:
        """Opens it, and puts into it what it lacks; what `opened` gives is for this alone. One that
        is broken is made anew. Raises IndexUnusable."""
        doubtful, self._doubtful = self._doubtful, set()
        try:
            return self._catch_up(opened, going, doubtful)
        except IndexBusy:
            self._doubtful |= doubtful
            return CaughtUp.BUSY

    def _catch_up(
        self, opened: Callable[[], OpenedLibrary], going: Going, doubtful: Collection[str]
    ) -> CaughtUp:
        if self._index is None:
            try:
                cache = self._cache()
            except NoHome as error:
                raise IndexUnusable(str(error)) from error
            self._index = SearchIndex.open(cache, self._name(cache))
        notes = notes_in_reach(self._library)
        self._index.refresh()
        found = changes(self._index, self._library, notes, again=doubtful)
        if not found:
            return CaughtUp.CURRENT
        whole = bring_up_to_date(self._index, found, opened, notes, going)
        self._last = found.put
        return CaughtUp.CURRENT if whole else CaughtUp.STOPPED

    def throw_away(self) -> bool:
        """It is broken: it is made anew when it is next brought up to date. False where it cannot
        even be thrown away."""
        self._index = None
        try:
            cache = self._cache()
            SearchIndex.discard(cache, self._name(cache))
        except (NoHome, IndexUnusable, IndexBusy):
            return False
        return True

    def _name(self, cache: Path) -> str:
        return cache_file(cache, self._library).stem
