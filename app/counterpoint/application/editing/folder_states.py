"""How the files of a library are, without reading them: for noticing that others changed some."""

from pathlib import Path

from counterpoint.storage.library.library_place import PARTS, judged
from counterpoint.storage.library.stamp import State, stamp

__all__ = ["PARTS", "State", "folder_states", "number_of_files"]


def number_of_files(folder: Path) -> int:
    """In the library in `folder`, without looking at one: as good as at once."""
    return sum(len(judged(folder / part)) for part in PARTS)


def folder_states(folder: Path) -> dict[str, State]:
    """Of every file that the library in `folder` is read from, by its name relative to it."""
    return stamp(folder).states()
