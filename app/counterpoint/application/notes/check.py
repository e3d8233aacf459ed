"""The notes of a library as `counterpoint check` sees them: which are there, and which are lost."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from counterpoint.domain.faults.file_fault import FileFault
from counterpoint.domain.faults.note_fault import NoteFault
from counterpoint.domain.note import Note, Target, TargetKind
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.storage.files.atomic import NotWritten
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.library_folder import WholeLibrary
from counterpoint.storage.notes.notes_folder import NotesFolder
from counterpoint.storage.place import notes_in_reach
from counterpoint.storage.yaml.suggestion import nearest_name


def read_notes(place: Path | None) -> tuple[list[Note], list[Problem]]:
    """The notes in the folder `place`, which need not be there, and what is wrong with others.
    None where `place` is None."""
    if place is None:
        return [], []
    folder = NotesFolder(place)
    try:
        ids = sorted(folder.listing(set()))
    except NotWritten as error:
        kind, fault = ProblemKind.UNREADABLE, FileFault.NOT_WRITTEN
        told = (error.refusal, error.said)
        return [], [Problem(f"{folder.name}/", None, None, kind, fault, told)]
    notes = []
    problems = folder.strays()
    for id in ids:
        try:
            found = folder.read(id)
        except Unreadable as error:
            problems += error.problems
        else:
            if found is not None:
                notes.append(found.note)
    return notes, problems


def out_of_reach(library: Path) -> Iterator[Problem]:
    """What to tell where nobody can look at the notes of a library, because the system knows no
    home folder for the person."""
    if notes_in_reach(library) is None:
        yield Problem("notes/", None, None, ProblemKind.UNREADABLE, FileFault.NO_HOME)


def on_nothing(notes: Iterable[Note], whole: WholeLibrary) -> Iterator[Problem]:
    """For each note on what the library does not have: that it is, and what may be meant. It is no
    fault, as a thing may have been taken out since; the window still lists the note."""
    known = _Known(whole)
    for note in notes:
        for fault, id, ids in known.steps(note.target):
            if id not in ids:
                # The key of a piece of evidence says nothing to a person.
                near = "" if fault is NoteFault.ON_NO_SUCH_EVIDENCE else nearest_name(id, ids)
                file, kind = f"notes/{note.id}.md", ProblemKind.UNKNOWN_TARGET
                yield Problem(file, None, None, kind, fault, (id, near))
                break


_Ids = dict[str, None]


class _Known:
    """What a library has that a note can be on, by ids."""

    def __init__(self, whole: WholeLibrary) -> None:
        self._sources: _Ids = dict.fromkeys(source.id for source in whole.contents.sources)
        self._approaches: _Ids = dict.fromkeys(approach.head.id for approach in whole.approaches)
        self._dimensions: _Ids = dict.fromkeys(one.id for one in whole.contents.dimensions)
        self._claims: dict[tuple[str, str], _Ids] = {}
        self._evidence: dict[tuple[str, str, str], _Ids] = {}
        for approach in whole.approaches:
            for position in approach.positions:
                place = (approach.head.id, position.dimension)
                self._claims[place] = dict.fromkeys(claim.id for claim in position.claims)
                for claim in position.claims:
                    keys = dict.fromkeys(piece.key for piece in claim.evidence)
                    self._evidence[(*place, claim.id)] = keys

    def steps(self, target: Target) -> Iterator[tuple[NoteFault, str, _Ids]]:
        """On the way to a target: what is told where it is not there, its id, and those that
        there are."""
        if target.kind in (TargetKind.SOURCE, TargetKind.PASSAGE):
            yield NoteFault.ON_NO_SUCH_SOURCE, target.source, self._sources
            return
        place = (target.approach, target.dimension)
        steps = (
            (NoteFault.ON_NO_SUCH_OPTION, target.approach, self._approaches),
            (NoteFault.ON_NO_SUCH_OPTION, target.other, self._approaches),
            (NoteFault.ON_NO_SUCH_DIMENSION, target.dimension, self._dimensions),
            (NoteFault.ON_NO_SUCH_CLAIM, target.claim, self._claims.get(place, {})),
            (
                NoteFault.ON_NO_SUCH_EVIDENCE,
                target.evidence,
                self._evidence.get((*place, target.claim), {}),
            ),
        )
        yield from (step for step in steps if step[1])
