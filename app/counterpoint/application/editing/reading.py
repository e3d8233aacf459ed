"""The files of a library as they are read to be changed."""

from pathlib import Path
from typing import NamedTuple

from counterpoint.storage.library.library_cache import keep
from counterpoint.storage.library.library_folder import LibraryFiles, read_files
from counterpoint.storage.library.library_place import Progress
from counterpoint.storage.library.stamp import stamp

from .folder_states import State, folder_states


class FilesRead(NamedTuple):
    files: LibraryFiles
    states: dict[str, State]
    """As they were before they were read."""


def read_for_editing(folder: Path, progress: Progress) -> FilesRead:
    """May be called on a worker thread. Raises Unreadable if `folder` is no library."""
    states = folder_states(folder)
    return FilesRead(read_files(folder, progress), states)


def keep_in_cache(folder: Path, cache: Path, read: FilesRead) -> None:
    """Renews the cache in the folder `cache`, unless the files are others by now. May be called on
    a worker thread."""
    before = stamp(folder)
    if before.states() == read.states:
        keep(read.files.whole(), folder, cache, before)
