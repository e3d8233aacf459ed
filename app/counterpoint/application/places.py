"""Where things are, for those who know no files."""

from collections.abc import Iterable
from pathlib import Path

from counterpoint.storage.place import (
    NoHome,
    notes_place,
    real,
    rescued_notes,
    resources,
    shipped_library,
)

__all__ = [
    "NoHome",
    "each_once",
    "notes_place",
    "real",
    "rescued_notes",
    "resources",
    "same_folder",
    "shipped_library",
]


def same_folder(one: Path, other: Path) -> bool:
    """Whether two paths lead to one folder, by whichever links, and in whichever capitals where the
    system makes no difference between them."""
    if real(one) == real(other):
        return True
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # one is not there, or no path that a system can have
        return False


def each_once(folders: Iterable[str]) -> tuple[str, ...]:
    """Of several paths that lead to one folder the first."""
    kept: list[str] = []
    for folder in folders:
        if not any(same_folder(Path(folder), Path(other)) for other in kept):
            kept.append(folder)
    return tuple(kept)
