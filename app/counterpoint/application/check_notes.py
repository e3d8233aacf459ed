"""The notes of a library as `counterpoint check` sees them: which are there, and which are lost."""

from pathlib import Path

from counterpoint.domain.note import Note
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.storage.atomic import NotWritten
from counterpoint.storage.listing import misnamed
from counterpoint.storage.notes_folder import NotesFolder
from counterpoint.storage.unreadable import Unreadable


def read_notes(place: Path) -> tuple[list[Note], list[Problem]]:
    """The notes in the folder `place`, which need not be there, and what is wrong with others."""
    folder = NotesFolder(place)
    try:
        ids = sorted(folder.listing(set()))
    except NotWritten as error:
        told = f"{error.reason}; {error.remedy}"
        return [], [Problem(f"{folder.name}/", None, None, ProblemKind.UNREADABLE, told)]
    notes = []
    problems = misnamed(place.parent, place.name)
    for id in ids:
        try:
            found = folder.read(id)
        except Unreadable as error:
            problems += error.problems
        else:
            if found is not None:
                notes.append(found.note)
    return notes, problems
