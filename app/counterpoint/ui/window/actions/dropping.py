"""What is dropped on the window: a library, as a folder or in one file, which is opened, or
documents, which are brought in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData

from counterpoint.application.importing.place import is_library


def paths_in(dropped: QMimeData) -> list[Path]:
    """The files and folders of this machine that are dropped."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


def library_in(paths: Sequence[Path]) -> Path | None:
    """The one folder that is dropped, where it holds a library; it is told by what is in it."""
    return paths[0] if len(paths) == 1 and is_library(paths[0]) else None


def packed_in(paths: Sequence[Path]) -> Path | None:
    """The one library in a file that is dropped."""
    one = paths[0] if len(paths) == 1 else None
    return one if one is not None and one.suffix.casefold() == ".counterpoint" else None


def may_drop(dropped: QMimeData) -> bool:
    """Whether anything is done with it."""
    return bool(paths_in(dropped))
