"""How the files of a library are, without reading them: for noticing that others changed some."""

import os
from pathlib import Path

from counterpoint.storage.library.library_place import PARTS, judged

__all__ = ["PARTS", "State", "folder_states"]

State = tuple[int, int, int]
"""Stands for the bytes of a file."""


def folder_states(folder: Path) -> dict[str, State]:
    """Of every file that the library in `folder` is read from, by its name relative to it."""
    found: dict[str, State] = {}
    for part in PARTS:
        for name in judged(folder / part):
            try:
                state = os.stat(folder / part / name)  # noqa: PTH116
            except OSError:
                continue
            found[f"{part}/{name}"] = (state.st_size, state.st_mtime_ns, state.st_ino)
    return found
