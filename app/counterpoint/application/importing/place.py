"""The library that an import goes into, made where there is none yet."""

import os
from pathlib import Path

from counterpoint.storage.files import atomic
from counterpoint.storage.library.description_file import NOT_STATED
from counterpoint.storage.library.library_place import PARTS, check_place
from counterpoint.storage.place import shipped_library


def is_new(folder: Path) -> bool:
    """Whether `folder` is not there, or empty: then a library can be made of it."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except FileNotFoundError:
        return True
    except OSError:
        return False


def make_library(folder: Path) -> None:
    """A library in a new or empty folder, with the questions of the one that comes with the app.
    Raises NotWritten."""
    for part in PARTS:
        atomic.make_folder(folder / part)
    name = folder.resolve().name
    about = f'title: "{name}"\nstatement: {NOT_STATED}\n'
    atomic.write(folder / "corpus" / "library.yaml", about.encode())
    questions = (shipped_library() / "options" / "dimensions.yaml").read_bytes()
    atomic.write(folder / "options" / "dimensions.yaml", questions)


def prepare(folder: Path, *, dry: bool) -> None:
    """Sees that `folder` is a library. Raises Unreadable if it is something else, NotWritten
    where one cannot be made."""
    if is_new(folder):
        if not dry:
            make_library(folder)
        return
    check_place(folder)
