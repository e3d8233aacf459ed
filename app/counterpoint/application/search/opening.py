"""The index of a library, opened and brought up to date before it is asked."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.storage.library.library_cache import cache_file
from counterpoint.storage.library.library_place import check_place
from counterpoint.storage.place import notes_in_reach
from counterpoint.storage.search_index.search_index import (
    IndexBusy,
    IndexUnusable,
    SearchIndex,
)

from .searching import Searching
from .up_to_date import Going, bring_up_to_date, changes

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
    try:
        return question(_opened(library, cache, going))
    except IndexUnusable:
        SearchIndex.discard(cache, index_name(library, cache))
        return question(_opened(library, cache, going))


def _opened(library: Path, cache: Path, going: Going) -> Asked:
    index = SearchIndex.open(cache, index_name(library, cache))
    notes = notes_in_reach(library)
    found = changes(index, library, notes)
    if not found:
        return Asked(Searching(index, library), current=True)
    opened = None
    if found.of_library:
        opened = OpenedLibrary.from_cache(library, cache) or OpenedLibrary.open(library, cache)
    try:
        current = bring_up_to_date(index, found, opened, notes, going)
    except IndexBusy:
        current = False
    return Asked(Searching(index, library), current)


def index_name(library: Path, cache: Path) -> str:
    """What the index of a library is called in the cache."""
    return cache_file(cache, library).stem
