"""A new library: empty, with the questions of another to begin with, or a copy of it."""

import os
import shutil
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from counterpoint.domain.refusal import Refusal
from counterpoint.storage.files import atomic
from counterpoint.storage.files.half_made import noted
from counterpoint.storage.library.description_file import NOT_STATED, written_scalar
from counterpoint.storage.library.library_place import PARTS, Progress, judged
from counterpoint.storage.place import shipped_library

ABOUT = "corpus/library.yaml"
QUESTIONS = "options/dimensions.yaml"
Files = Iterator[tuple[str, bytes]]
"""Their names relative to the library, and what is in them."""


class Template(StrEnum):
    """What a new library begins with."""

    EMPTY = "empty"
    QUESTIONS = "questions"
    """Those of another library, with their named answers."""
    COPY = "shipped"
    """All of another library. For the commands that is the one that comes with the app."""


class FolderNotEmpty(atomic.NotWritten):
    refusal = Refusal.FOLDER_NOT_EMPTY


def new_library(
    folder: Path,
    template: Template = Template.EMPTY,
    of: Path | None = None,
    notes: Path | None = None,
    progress: Progress = lambda done, total, name: None,
) -> None:
    """Makes a library in `folder`, which must not be there or be empty: whole, or not at all. `of`:
    where the other library is, instead of the one that comes with the app; `notes`: the folder of
    notes that go into the copy. Raises NotWritten, FolderNotEmpty where something is in it."""
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - as the person sees it
    is_there = _is_there_and_empty(folder)
    above = folder if is_there else folder.parent
    with atomic.refusing(folder):
        made = [each for each in (above, *above.parents) if not each.exists()]
    staging = atomic.temporary_beside(above / folder.name)
    try:
        atomic.make_folder(above)
        with noted(staging), atomic.refusing(folder):
            staging.mkdir()
            _fill(staging, files_of(template, folder.name, of), progress)
            if notes is not None and template is Template.COPY:
                _copy_notes(notes, staging / "notes", progress)
            _put_in_place(staging, folder, is_there=is_there)
            atomic.flush_folder(above)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        for each in made:
            _remove_empty(each)
        raise


def _is_there_and_empty(folder: Path) -> bool:
    """False where there is none. Raises NotWritten where something is in the way."""
    with atomic.refusing(folder):
        try:
            with os.scandir(folder) as entries:
                if not any(True for _ in entries):
                    return True
        except FileNotFoundError:
            return False
        except NotADirectoryError as error:
            raise atomic.FileInTheWay(folder) from error
    raise FolderNotEmpty(folder)


def files_of(template: Template, name: str, other: Path | None = None) -> Files:
    """What stands in a new library that is called `name`, with what it has of the library in
    `other`, or else of the one that comes with the app."""
    other = other or shipped_library()
    match template:
        case Template.EMPTY:
            yield ABOUT, _about(name)
            yield QUESTIONS, b"dimensions: []\n"
        case Template.QUESTIONS:
            yield ABOUT, _about(name)
            yield QUESTIONS, (other / QUESTIONS).read_bytes()
        case Template.COPY:
            for part in PARTS:
                for each in judged(other / part):
                    if (other / part / each).is_file():
                        yield f"{part}/{each}", (other / part / each).read_bytes()


def _about(name: str) -> bytes:
    return f"title: {written_scalar(name)}\nstatement: {NOT_STATED}\n".encode()


def _fill(staging: Path, files: Files, progress: Progress) -> None:
    for part in PARTS:
        (staging / part).mkdir()
    for done, (name, data) in enumerate(files):
        progress(done, 0, name)
        _write(staging / name, data)


def _copy_notes(notes: Path, place: Path, progress: Progress) -> None:
    names = [name for name in judged(notes) if (notes / name).is_file()]
    if names:
        place.mkdir()
    for done, name in enumerate(names):
        progress(done, len(names), f"notes/{name}")
        _write(place / name, (notes / name).read_bytes())


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as target:
        target.write(data)
        target.flush()
        os.fsync(target.fileno())


def _put_in_place(staging: Path, folder: Path, *, is_there: bool) -> None:
    if not is_there:
        staging.rename(folder)
        return
    # One may stand in the folder: it stays the one that it is, and what was made goes into it.
    put: list[Path] = []
    try:
        for part in sorted(staging.iterdir()):
            put.append(part.rename(folder / part.name))
        staging.rmdir()
    except BaseException:
        for each in put:
            shutil.rmtree(each, ignore_errors=True)
        raise


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return
