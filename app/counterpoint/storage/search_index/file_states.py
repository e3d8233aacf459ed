"""What stands for the bytes of each file that is searched, without reading it."""

import os
from pathlib import Path

from counterpoint.storage.files.litter import litter

_SOURCE_ENDINGS = (".map.json", ".txt", ".yaml")
NOTE = ".md"
ABOUT = "library.yaml"
"""In corpus/, and of no source."""


def unit_states(library: Path, notes: Path | None) -> dict[str, str]:
    """For each unit (`corpus/ID`, `options/ID`, `notes/ID`), the size, times and inode of its files
    in one word. What cannot be looked at is not there."""
    found: dict[str, list[str]] = {}
    for file, state in _files(library / "corpus"):
        if file == ABOUT:
            continue
        for ending in _SOURCE_ENDINGS:
            if file.endswith(ending):
                found.setdefault(f"corpus/{file.removesuffix(ending)}", []).append(ending + state)
                break
    for file, state in _files(library / "options"):
        if file.endswith(".yaml"):
            found[f"options/{file.removesuffix('.yaml')}"] = [state]
    for file, state in _files(notes) if notes is not None else ():
        if file.endswith(NOTE):
            found[f"notes/{file.removesuffix(NOTE)}"] = [state]
    return {name: "".join(sorted(states)) for name, states in found.items()}


def _files(folder: Path) -> list[tuple[str, str]]:
    try:
        with os.scandir(folder) as entries:
            return [(entry.name, _state(entry)) for entry in entries if not litter(entry.name)]
    except OSError:
        return []


def _state(entry: "os.DirEntry[str]") -> str:
    try:
        state = entry.stat()
    except OSError:
        return ""
    return f"{state.st_size:x}.{state.st_mtime_ns:x}.{state.st_ctime_ns:x}.{state.st_ino:x};"
