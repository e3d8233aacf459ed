"""The library that an import goes into, made where there is none yet."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from counterpoint.application.library.new_library import ABOUT, QUESTIONS, Template, files_of
from counterpoint.storage.files import atomic
from counterpoint.storage.files.unbroken import unbroken
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.library_place import PARTS, check_place

from .import_lock import ImportLock

_OF_A_NEW_ONE = (ABOUT, QUESTIONS, "originals/.lock", "notes/.lock")


def is_new(folder: Path) -> bool:
    """Whether `folder` is not there, or empty: then a library can be made of it."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except FileNotFoundError:
        return True
    except OSError:
        return False


def is_library(folder: Path) -> bool:
    """Whether `folder` holds a library, by what is in it."""
    try:
        check_place(folder)
    except Unreadable:
        return False
    return True


def make_library(folder: Path) -> None:
    """A library in a new or empty folder, with the questions of the one that comes with the app.
    Raises NotWritten."""
    for part in PARTS:
        atomic.make_folder(folder / part)
    for name, data in files_of(Template.QUESTIONS, folder.resolve().name):
        atomic.write(folder / name, data)


@contextmanager
def prepared(folder: Path, *, dry: bool) -> Iterator[None]:
    """Sees that `folder` is a library, made where there is none yet, while something is taken into
    it. One that was made and into which nothing has come is gone again at the end. Raises
    Unreadable if it is something else, NotWritten where one cannot be made, ImportRunning where
    another process is making it."""
    if not is_new(folder):
        _wait_for_none(folder)
        check_place(folder)
        yield
        return
    if dry:
        yield
        return
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    with ExitStack() as closing:
        with unbroken:
            # Until the end: nobody takes a library away that another fills.
            closing.enter_context(ImportLock(folder))
            closing.callback(_take_away, folder, missing)
            make_library(folder)
        yield


def _wait_for_none(folder: Path) -> None:
    """Raises ImportRunning where another process is only just making a library here."""
    if not is_library(folder) and (folder / "originals" / ".lock").exists():
        with ImportLock(folder):
            pass


def _take_away(folder: Path, made: list[Path]) -> None:
    """Where there is nothing in it but what stands in every new library; of the folders, those that
    are `made`, from the innermost, and empty."""
    found = {path for path in folder.rglob("*") if not path.is_dir()}
    if not found <= {folder / name for name in _OF_A_NEW_ONE}:
        return
    with unbroken, suppress(OSError):  # what cannot be removed does no harm
        for path in found:
            path.unlink(missing_ok=True)
        for place in (*(folder / part for part in (*PARTS, "originals", "notes")), *made):
            if place.is_dir():
                place.rmdir()
