"""What stands for the bytes of all files of a library, without reading one."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .library_place import PARTS, judged

State = tuple[int, int, int]
"""Stands for the bytes of a file: its size, the time of its last change, its inode."""
_UNSEEN = -1
"""In place of the inode of a file that cannot be looked at."""


class Stamp(NamedTuple):
    """The folder, and of each of its files, in order, the name, mode, size, times and inode. The
    time of the last change of any kind, which nobody can set, tells where the other was put back.
    """

    folder: str
    files: tuple[tuple[str, int, int, int, int, int], ...]

    def states(self) -> dict[str, State]:
        """Of all files that can be looked at, by their names relative to the library."""
        return {
            name: (size, changed, inode)
            for name, _, size, changed, _, inode in self.files
            if inode != _UNSEEN
        }


def stamp(folder: Path) -> Stamp:
    """Of the library in `folder` as it is now."""
    return Stamp(str(folder.resolve()), tuple(_looked_at(folder)))


def _looked_at(folder: Path) -> Iterator[tuple[str, int, int, int, int, int]]:
    for part in PARTS:
        for file in judged(folder / part):
            name = f"{part}/{file}"
            try:
                # By a string: 100,000 times a Path take half a second more.
                state = os.stat(f"{folder}/{name}")  # noqa: PTH116
            except OSError:
                yield name, 0, 0, 0, 0, _UNSEEN
                continue
            times = state.st_mtime_ns, state.st_ctime_ns
            yield name, state.st_mode, state.st_size, *times, state.st_ino
