"""The searches that are kept in a library: read, and changed as a step that can be undone."""

from pathlib import Path
from typing import TYPE_CHECKING

from counterpoint.domain.search.saved import SavedSearch, renamed, with_search, without_search

if TYPE_CHECKING:
    from counterpoint.application.editing.desk import Changes, LibraryDesk


def saved_in(folder: Path) -> tuple[SavedSearch, ...]:
    """Those of the library in `folder`. For another thread, as YAML is read for it."""
    from counterpoint.storage.library.searches_file import read_searches

    return read_searches(folder)


def saving(desk: "LibraryDesk", search: SavedSearch) -> "Changes":
    """What keeps `search`, in place of another of its name."""
    from counterpoint.storage.library.searches_file import in_order

    kept = search._replace(narrowing=in_order(search.narrowing))
    return _changes(with_search(desk.searches(), kept))


def renaming(desk: "LibraryDesk", name: str, to: str) -> "Changes":
    return _changes(renamed(desk.searches(), name, to))


def deleting(desk: "LibraryDesk", name: str) -> "Changes":
    return _changes(without_search(desk.searches(), name))


def _changes(saved: tuple[SavedSearch, ...]) -> "Changes":
    """The file goes with the last of them."""
    from counterpoint.storage.library.searches_file import SEARCHES

    return {SEARCHES: saved or None}
