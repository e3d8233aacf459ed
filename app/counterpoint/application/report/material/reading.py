"""The material of a library in a folder, for who has no window open on it."""

from collections.abc import Sequence
from pathlib import Path

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.notes.check import read_notes
from counterpoint.domain.report.material import Material
from counterpoint.storage.place import notes_in_reach

from .gather import gather


def read_material(
    folder: Path,
    approaches: Sequence[str] | None = None,
    questions: Sequence[str] | None = None,
) -> tuple[Material, OpenedLibrary]:
    """As `gather`, with the notes of the library that can be read; and the library. Raises
    Unreadable, NoSuchThing, SourceAltered."""
    library = OpenedLibrary.open(folder, None)
    notes, _ = read_notes(notes_in_reach(folder))
    return gather(library, notes, approaches, questions), library
