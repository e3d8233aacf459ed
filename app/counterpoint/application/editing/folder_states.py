"""How the files of a library are, without reading them: for noticing that others changed some."""

from pathlib import Path

from counterpoint.storage.library.library_place import PARTS
from counterpoint.storage.library.stamp import State, stamp

__all__ = ["PARTS", "State", "folder_states"]


def folder_states(folder: Path) -> dict[str, State]:
    """Of every file that the library in `folder` is read from, by its name relative to it."""
    return stamp(folder).states()
