"""What is dropped on the window: a library, as a folder or in one file, which is opened, or
documents, which are brought in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData

from counterpoint.application.importing.place import is_library
from counterpoint.labels import arrival
from counterpoint.labels.translation import tr

_LOOKED_AT = 40
"""Paths of which it is asked whether they are folders: that takes the window's time."""


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


def what_happens(dropped: QMimeData, library: str, *, read_only: bool) -> str:
    """What letting go does, in a sentence; `library` is what the one that is open is called, "" for
    none. `read_only` where it takes no documents."""
    paths = paths_in(dropped)
    if library_in(paths) is not None or packed_in(paths) is not None:
        return tr("Drop to open this library")
    here = arrival.documents(len(paths))
    if any(path.is_dir() for path in paths[:_LOOKED_AT]):
        here = tr("the documents of this folder") if len(paths) == 1 else tr("these documents")
    if not library or read_only:
        return tr("Drop to make a library of {documents}", documents=here)
    return tr("Drop to bring {documents} into “{library}”", documents=here, library=library)


def may_drop(dropped: QMimeData) -> bool:
    """Whether anything is done with it."""
    return bool(paths_in(dropped))
