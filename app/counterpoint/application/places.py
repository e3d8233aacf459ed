"""Where things are, for those who know no files."""

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
    "notes_place",
    "real",
    "rescued_notes",
    "resources",
    "same_folder",
    "shipped_library",
]


def same_folder(one: Path, other: Path) -> bool:
    """Whether two paths lead to one folder, by whichever links."""
    return real(one) == real(other)
