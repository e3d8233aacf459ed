"""Which files a person means who names files and folders."""

import os
import stat
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.litter import Leftover, Litter
from counterpoint.labels.translation import tr
from counterpoint.storage.files.litter import left_behind, litter
from counterpoint.storage.importers.limits import LIMITS
from counterpoint.storage.importers.refusal import Reason, Refused

_DEEPEST = 40


class Passed(Enum):
    """What of a folder is told of, and not read."""

    LINK = auto()
    """It leads elsewhere."""
    HIDDEN = auto()
    """A document, or a folder with some in it, of a name that begins with a dot."""
    TOO_DEEP = auto()
    """A folder in so many others that somebody may have made them to do harm."""


class Document(NamedTuple):
    """A file to be imported. `shown` is how it is called in messages."""

    path: Path
    shown: str
    passed: Passed | None = None
    """Why it is passed over and told of, of what stands in a folder that was named."""

    @property
    def ending(self) -> str:
        """Of its name, in small letters, without the dot."""
        return self.path.suffix[1:].lower()


def find_documents(paths: Iterable[Path]) -> list[Document]:
    """The files that `paths` name, and those in the folders that they name, each once, in order.

    Left out of folders without a word: what systems and programs keep for themselves, copies that
    they leave, and the pictures and scripts of a saved web page.
    """
    found: dict[str, Document] = {}
    for path in paths:
        if not path.is_dir():
            found.setdefault(os.path.realpath(path), Document(path, str(path)))
            continue
        for file, passed in _in_folder(path, 0):
            at = f"{file} " if passed else os.path.realpath(file)
            found.setdefault(at, Document(file, str(file), passed))
    return list(found.values())


def _in_folder(folder: Path, depth: int) -> "Iterator[tuple[Path, Passed | None]]":
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder, None
        return
    pages = {Path(entry.name).stem for entry in entries if entry.name.endswith((".html", ".htm"))}
    for entry in entries:
        place = folder / entry.name
        what = litter(entry.name)
        if what is not None:
            if what is Litter.HIDDEN and _has_documents(entry):
                yield place, Passed.HIDDEN
        elif entry.is_symlink():
            yield place, Passed.LINK
        elif not entry.is_dir(follow_symlinks=False):
            if left_behind(entry.name) in (None, Leftover.PACKED):
                yield place, None
        elif depth >= _DEEPEST:
            yield place, Passed.TOO_DEEP
        else:
            of_a_page = entry.name.removesuffix("_files").removesuffix(".files")
            if of_a_page == entry.name or of_a_page not in pages:
                yield from _in_folder(place, depth + 1)


def _has_documents(entry: "os.DirEntry[str]") -> bool:
    """Whether what is hidden is called as a document is, or a folder with one right in it."""
    if not entry.is_dir(follow_symlinks=False):
        return _is_called_so(entry.name)
    try:
        with os.scandir(entry.path) as inside:
            return any(_is_called_so(each.name) for each in inside)
    except OSError:
        return False


def _is_called_so(name: str) -> bool:
    from counterpoint.storage.importers.recognise import ENDINGS

    return name.rpartition(".")[2].lower() in ENDINGS


def check_readable(document: Document) -> int:
    """How many bytes it has. Raises Refused for what is no file, or too large, before anything of
    it is read."""
    if document.passed is not None:
        raise Refused(Reason.NO_FILE, _why_passed(document.path, document.passed))
    try:
        state = document.path.stat()
        if not stat.S_ISREG(state.st_mode):
            if document.path.is_dir():
                raise Refused(Reason.NO_FILE, tr("it is a folder, not a document"))
            words = tr("it is a pipe, a device or the like, not a document")
            raise Refused(Reason.NO_FILE, words)
    except FileNotFoundError as error:
        link = document.path.is_symlink()
        words = _leads_nowhere() if link else tr("there is no such file")
        raise Refused(Reason.NOT_THERE, words) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(Reason.NOT_READABLE, tr("it cannot be read ({why})", why=reason)) from error
    if state.st_size > LIMITS.file:
        raise Refused(
            Reason.TOO_LARGE,
            tr(
                "it has {size} MB; we take documents of up to {most} MB",
                size=f"{state.st_size / 2**20:,.0f}",
                most=str(LIMITS.file // 2**20),
            ),
        )
    return state.st_size


def _why_passed(path: Path, passed: Passed) -> str:
    match passed:
        case Passed.LINK if not path.exists():
            return _leads_nowhere()
        case Passed.LINK:
            return tr("it is a link to a place elsewhere; bring in the file that it leads to")
        case Passed.HIDDEN:
            return tr("it is hidden, as its name begins with a dot; bring it in by itself")
    return tr(
        "it lies in more than {number} folders; bring this folder in by itself", number=_DEEPEST
    )


def _leads_nowhere() -> str:
    return tr("it is a link to what is not there any more; look for that under another name")
