"""The document that a source was taken from: where it is kept, and whether it is still that."""

from enum import Enum, auto
from pathlib import Path, PurePosixPath

from counterpoint.domain.source import Original, Source
from counterpoint.storage.files.file_digest import file_digest
from counterpoint.storage.importers.draft import Kind


class Why(Enum):
    """What is in the way of opening it."""

    NONE = auto()
    """The source was not imported from a document."""
    MISSING = auto()
    CHANGED = auto()
    """It is not the file that was imported."""
    NO_DOCUMENT = auto()
    """What a library names as an original is not of a kind that is imported, or lies elsewhere: a
    library may come from anyone, and what is opened might be run."""
    UNREADABLE = auto()


class NotOpened(Exception):
    """`detail` is a phrase where there is more to say."""

    def __init__(self, why: Why, detail: str = "") -> None:
        super().__init__(why, detail)
        self.why, self.detail = why, detail


def original_path(library: Path, original: Original) -> Path:
    """Where it is kept. Raises NotOpened where that is no place of a document in the library."""
    place = PurePosixPath(original.file)
    outside = place.is_absolute() or ".." in place.parts or "\\" in original.file
    known = place.suffix.removeprefix(".").lower() in {kind.value for kind in Kind}
    if outside or ":" in original.file or not known or place.parts[:1] != ("originals",):
        raise NotOpened(Why.NO_DOCUMENT)
    path = library.joinpath(*place.parts)
    if path.is_symlink():
        raise NotOpened(Why.NO_DOCUMENT)
    return path


def checked_original(library: Path, source: Source) -> Path:
    """The file of its original, which is word for word what was imported. Reads all of it: for a
    worker thread. Raises NotOpened."""
    if source.original is None:
        raise NotOpened(Why.NONE)
    path = original_path(library, source.original)
    try:
        if not path.is_file():
            raise NotOpened(Why.MISSING)
        if file_digest(path) != source.original.digest:
            raise NotOpened(Why.CHANGED)
    except OSError as error:
        raise NotOpened(Why.UNREADABLE, str(error.strerror)) from error
    return path
