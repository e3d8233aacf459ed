"""Which files a person means who names files and folders."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from counterpoint.labels.translation import tr
from counterpoint.storage.files.litter import left_behind, litter
from counterpoint.storage.importers.limits import LIMITS
from counterpoint.storage.importers.refusal import Reason, Refused

_DEEPEST = 40


class Document(NamedTuple):
    """A file to be imported. `shown` is how it is called in messages."""

    path: Path
    shown: str
    is_link: bool = False
    """It stands in a folder that was named, and leads elsewhere: told of, and not followed."""

    @property
    def ending(self) -> str:
        """Of its name, in small letters, without the dot."""
        return self.path.suffix[1:].lower()


def find_documents(paths: Iterable[Path]) -> list[Document]:
    """The files that `paths` name, and those in the folders that they name, each once, in order.

    Left out of folders: what systems and programs keep for themselves, and the pictures and
    scripts of a saved web page.
    """
    found: dict[str, Document] = {}
    for path in paths:
        if not path.is_dir():
            found.setdefault(os.path.realpath(path), Document(path, str(path)))
            continue
        for file in _in_folder(path, 0):
            if file.is_symlink():
                found.setdefault(f"{file} ", Document(file, str(file), is_link=True))
            else:
                found.setdefault(os.path.realpath(file), Document(file, str(file)))
    return list(found.values())


def _in_folder(folder: Path, depth: int) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    pages = {Path(entry.name).stem for entry in entries if entry.name.endswith((".html", ".htm"))}
    for entry in entries:
        if litter(entry.name) or left_behind(entry.name):
            continue
        if entry.is_symlink() or entry.is_file(follow_symlinks=False):
            yield folder / entry.name
        elif entry.is_dir(follow_symlinks=False) and depth < _DEEPEST:
            of_a_page = entry.name.removesuffix("_files").removesuffix(".files")
            if of_a_page == entry.name or of_a_page not in pages:
                yield from _in_folder(folder / entry.name, depth + 1)


def check_readable(document: Document) -> int:
    """How many bytes it has. Raises Refused for what is no file, or too large, before anything of
    it is read."""
    if document.is_link:
        words = tr("it is a link to a place elsewhere; bring in the file that it leads to")
        raise Refused(Reason.NO_FILE, words)
    try:
        state = document.path.stat()
        if not stat.S_ISREG(state.st_mode):
            if document.path.is_dir():
                raise Refused(Reason.NO_FILE, tr("it is a folder, not a document"))
            words = tr("it is a pipe, a device or the like, not a document")
            raise Refused(Reason.NO_FILE, words)
    except FileNotFoundError as error:
        raise Refused(Reason.NOT_THERE, tr("there is no such file")) from error
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
