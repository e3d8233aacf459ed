"""Notes written somewhere else than where they belong, so that they are not lost."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from counterpoint.domain.note import Note
from counterpoint.storage.files import atomic
from counterpoint.storage.files.plain_file import is_there

from .note_file import encode
from .notes_folder import ENDING


def write_copies(folder: Path, notes: Iterable[Note], *, private: bool = False) -> int:
    """Writes `notes` as files into `folder`, beside whatever is there; how many. Where `private`,
    nobody but their owner may read them.

    Raises `atomic.NotWritten` where one was refused; the others are then written all the same.
    """
    atomic.make_folder(folder)
    count = 0
    refused: atomic.NotWritten | None = None
    for note in notes:
        try:
            with atomic.refusing(folder):
                path = _free_place(folder, note.id)
            atomic.write(path, encode(note), private=private)
            count += 1
        except atomic.NotWritten as error:
            refused = refused or error
    if refused is not None:
        raise refused
    return count


def _free_place(folder: Path, id: str) -> Path:
    path = folder / f"{id}{ENDING}"
    while is_there(path):
        path = folder / f"{id}-{os.urandom(2).hex()}{ENDING}"
    return path


def private_folder(beginning: str) -> Path:
    """A new folder among the system's temporary files, which nobody else can have made or can
    read. `beginning` is how its name begins. Raises `atomic.NotWritten`."""
    with atomic.refusing(Path(beginning)):
        return Path(tempfile.mkdtemp(prefix=beginning))
