"""The notes of a library as `counterpoint check` sees them: which are there, and which are lost."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from counterpoint.domain.note import Note, Target, TargetKind
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.storage.files.atomic import NotWritten
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.library_folder import WholeLibrary
from counterpoint.storage.notes.notes_folder import NotesFolder
from counterpoint.storage.place import NoHome, notes_in_reach
from counterpoint.storage.yaml.suggestion import did_you_mean


def read_notes(place: Path | None) -> tuple[list[Note], list[Problem]]:
    """The notes in the folder `place`, which need not be there, and what is wrong with others.
    None where `place` is None."""
    if place is None:
        return [], []
    folder = NotesFolder(place)
    try:
        ids = sorted(folder.listing(set()))
    except NotWritten as error:
        told = f"{error.reason}; {error.remedy}"
        return [], [Problem(f"{folder.name}/", None, None, ProblemKind.UNREADABLE, told)]
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
        told = f"your notes were not looked at. {NoHome()}"
        yield Problem("notes/", None, None, ProblemKind.UNREADABLE, told)


def on_nothing(notes: Iterable[Note], whole: WholeLibrary) -> Iterator[Problem]:
    """For each note on what the library does not have: that it is, and what may be meant. It is no
    fault, as a thing may have been taken out since; the window still lists the note."""
    known = _Known(whole)
    for note in notes:
        for what, id, ids in known.steps(note.target):
            if id not in ids:
                # The key of a piece of evidence says nothing to a person.
                meant = "" if what == "evidence" else did_you_mean(id, ids)
                yield Problem(
                    f"notes/{note.id}.md",
                    None,
                    None,
                    ProblemKind.UNKNOWN_TARGET,
                    f"the note is on the {what} `{id}`, which the library does not have; "
                    + (meant or "it was removed, changed or left out"),
                )
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

    def steps(self, target: Target) -> Iterator[tuple[str, str, _Ids]]:
        """On the way to a target: what it is, its id, and those that there are."""
        if target.kind in (TargetKind.SOURCE, TargetKind.PASSAGE):
            yield "source", target.source, self._sources
            return
        place = (target.approach, target.dimension)
        steps = (
            ("option", target.approach, self._approaches),
            ("dimension", target.dimension, self._dimensions),
            ("claim", target.claim, self._claims.get(place, {})),
            ("evidence", target.evidence, self._evidence.get((*place, target.claim), {})),
        )
        yield from (step for step in steps if step[1])
