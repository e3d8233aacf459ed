"""The folder of a library: which files it is read from, and whether it is one at all.

Apart from the reading itself, so that a library that is in the cache opens without YAML.
"""

import os
from collections.abc import Callable
from pathlib import Path

from counterpoint.storage.files.litter import litter
from counterpoint.storage.files.unreadable import Unreadable

Progress = Callable[[int, int, str], None]
"""Told how many files are done, of how many, and which is next. May raise to stop the reading."""

PARTS = ("corpus", "options")


def judged(part: Path) -> list[str]:
    """The names in a part of a library that its contents or its problems come from, in order: all
    but what systems and programs keep for themselves."""
    return [name for name in _names(part) if not litter(name)]


def not_judged(part: Path) -> list[str]:
    """The other names there, in order."""
    return [name for name in _names(part) if litter(name)]


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - iterdir makes a Path of each
    except OSError:
        return []


def library_around(place: Path) -> Path | None:
    """The library in which `place` stands, or None: the nearest folder, from `place` upwards, that
    has corpus/ and options/; else `place`, or the folder that holds it as a part of a library,
    where that has one of the two."""
    place = Path(os.path.abspath(place))  # noqa: PTH100 - without links followed, as one sees it
    for folder in (place, *place.parents):
        if len(_parts_in(folder)) == len(PARTS):
            return folder
    if place.name in (*PARTS, "notes"):
        place = place.parent
    return place if _parts_in(place) else None


def _parts_in(folder: Path) -> list[str]:
    # Not Path.is_dir, which raises where a folder may not be looked into.
    return [part for part in PARTS if os.path.isdir(folder / part)]  # noqa: PTH112


def check_place(folder: Path) -> None:
    """Raises Unreadable if `folder` is no library at all, or may not be looked into, saying
    what would make it one."""
    try:
        for place in (folder, *(folder / part for part in PARTS)):
            (place / "..").stat()  # what may be listed may yet not be searched
            os.scandir(place).close()
    except (OSError, ValueError) as error:
        from .no_library import why_no_library

        if problems := why_no_library(folder, PARTS):
            raise Unreadable(*problems) from error
