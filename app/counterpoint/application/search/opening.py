"""The index of a library, opened and brought up to date before it is asked."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.storage.library.library_place import check_place
from counterpoint.storage.search_index.search_index import IndexBusy, IndexUnusable

from .kept_index import CaughtUp, KeptIndex
from .searching import Searching
from .up_to_date import Going

T = TypeVar("T")


class Asked(NamedTuple):
    searching: Searching
    current: bool
    """Not where it is another process that is bringing the index up to date."""


def ask(
    library: Path,
    cache: Path,
    question: Callable[[Asked], T],
    going: Going = lambda done, total: True,
) -> T:
    """What `question` answers of the index of the library in the folder `library`, which is kept in
    the folder `cache` and brought up to date first; where it is broken it is made anew once. Raises
    Unreadable where `library` is none, IndexUnusable, and IndexBusy where another process is just
    making it."""
    check_place(library)
    kept = KeptIndex(library, lambda: cache)

    def opened() -> OpenedLibrary:
        return OpenedLibrary.from_cache(library, cache) or OpenedLibrary.open(library, cache)

    def answer() -> T:
        how = kept.catch_up(opened, going)
        if kept.searching is None:
            raise IndexBusy
        return question(Asked(kept.searching, current=how is CaughtUp.CURRENT))

    try:
        return answer()
    except IndexUnusable:
        kept.throw_away()
        return answer()
