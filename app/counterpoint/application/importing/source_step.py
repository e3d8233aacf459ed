"""Sources that were brought in, replaced or removed, as one step of the history: all files of it go
back at once, or none does and it is told why."""

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from counterpoint.application.failures import told
from counterpoint.application.history import Changed, Command, Way
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.forms import KeyPath
from counterpoint.domain.note import Note
from counterpoint.labels import arrival
from counterpoint.labels import removal as words
from counterpoint.labels.text import sentence
from counterpoint.storage.files.atomic import NotWritten
from counterpoint.storage.importers.draft import Kind
from counterpoint.storage.library.kept_files import ChangedSince, KeptFiles
from counterpoint.storage.library.listing import MAP
from counterpoint.storage.library.source_writer import OriginalAltered
from counterpoint.storage.notes.notes_folder import NotesFolder
from counterpoint.storage.place import notes_in_reach

from .import_lock import ImportLock, ImportRunning
from .notes_taken_in import NotesTakenIn
from .passages import Passage, passages_of


class Resting(NamedTuple):
    """What rests on a source."""

    source: str
    claim: str
    """Its words; "" of a reply."""
    approach: str
    """Its title, or the file where it has none or it is a reply."""
    place: str
    """What tells two claims of the same words apart."""


class StillQuoted(Exception):
    """Sources cannot go, as these quote them."""

    def __init__(self, resting: Sequence[Resting]) -> None:
        super().__init__(*resting)
        self.resting = tuple(resting)


class MovedNote(NamedTuple):
    """A note on a passage that stands elsewhere in the new version."""

    before: Note
    after: Note


class Batch:
    """What one step has written. Blocks: for a worker thread."""

    def __init__(
        self,
        folder: Path,
        sources: Iterable[str],
        files: KeptFiles,
        notes: Sequence[MovedNote] = (),
        *,
        takes_away: bool | None,
        taken_in: NotesTakenIn | None = None,
    ) -> None:
        """`takes_away`: to exchange the files, the next time, takes the sources from the
        library; None where they stay whichever way. `taken_in`: notes that go and come too."""
        self.sources = tuple(sources)
        self._folder, self._files, self._notes = folder, files, tuple(notes)
        self._takes_away = takes_away
        self._taken_in = taken_in

    @classmethod
    def replaced(
        cls, folder: Path, source: str, files: KeptFiles, notes: Sequence[MovedNote]
    ) -> "Batch":
        """A source stays whichever way the files are exchanged."""
        return cls(folder, [source], files, notes, takes_away=None)

    def exchange(self) -> None:
        """Takes it back, or does it again. Raises StillQuoted, ImportRunning, ChangedSince,
        NotWritten or OriginalAltered; then nothing has changed."""
        if self._takes_away:
            check_unquoted(self._folder, self.sources)
        with ImportLock(self._folder) if self._files.places else nullcontext():
            if self._taken_in is not None:
                self._taken_in.exchange()
            try:
                self._files.exchange()
            except GOES_NOT:
                if self._taken_in is not None:
                    self._taken_in.exchange()
                raise
        if self._takes_away is not None:
            self._takes_away = not self._takes_away
        self._notes = tuple(self._exchanged(moved) for moved in self._notes)

    def _exchanged(self, moved: MovedNote) -> MovedNote:
        """A note that was changed since stays as it is."""
        place = notes_in_reach(self._folder)
        if place is not None:
            notes = NotesFolder(place)
            found = notes.read(moved.after.id)
            if found is not None and found.note.target == moved.after.target:
                target, quote = moved.before.target, moved.before.quote
                notes.save(found.note._replace(target=target, quote=quote), found)
        return MovedNote(moved.after, moved.before)


def brought_in(folder: Path, sources: Sequence[str]) -> Batch:
    """Sources that have just come in."""
    return Batch(folder, sources, _here(folder, sources), takes_away=True)


def taken_in(folder: Path, sources: Sequence[str], notes: NotesTakenIn) -> Batch:
    """Notes that another tool had, and the sources that came in with them."""
    files = _here(folder, sources)
    return Batch(folder, sources, files, takes_away=bool(sources) or None, taken_in=notes)


def remove(folder: Path, source: str) -> Batch:
    """Takes a source with its original from the library. Raises as `Batch.exchange`."""
    batch = brought_in(folder, [source])
    batch.exchange()
    return batch


def _here(folder: Path, sources: Iterable[str]) -> KeptFiles:
    """All files of these sources; to exchange them takes them away. An original of another name
    than an import gives is left, as something else may name it too."""
    places: list[str] = []
    for id in sources:
        originals = [f"originals/{id}.{kind.value}" for kind in Kind]
        described = folder / "corpus" / f"{id}.yaml"
        said = described.read_text("utf-8", "replace") if described.is_file() else ""
        places += [place for place in originals if place in said]
        places += [f"corpus/{id}{ending}" for ending in (MAP, ".txt", ".yaml")]
    return KeptFiles.here(folder, [place for place in places if (folder / place).is_file()])


def check_unquoted(folder: Path, sources: Iterable[str]) -> None:
    """Raises StillQuoted where a claim or a reply quotes one of them."""
    resting = [resting_on(passage) for id in sources for passage in passages_of(folder, id)]
    if resting:
        raise StillQuoted(list(dict.fromkeys(resting)))


def resting_on(passage: Passage) -> Resting:
    """The claim or the reply that quotes a passage."""
    file, path = passage.file, passage.file.original(passage.path)
    title = _at(file.value, ("title",))
    claim = _at(file.value, (*path[:-2], "text")) if len(path) > 1 else None
    return Resting(
        passage.form.source,
        claim if isinstance(claim, str) else "",
        title if isinstance(title, str) else file.name,
        f"{file.name} {path[:-2]}",
    )


def _at(value: Any, path: KeyPath) -> object:
    for key in path:
        try:
            value = value[key]
        except (LookupError, TypeError):
            return None
    return value


class GoesBack(Protocol):
    """What exchanges batches, sooner or later."""

    def exchange(self, step: "SourceStep", way: Way) -> None: ...


@dataclass(frozen=True, slots=True)
class SourceStep:
    """It was done before it becomes a step, as only then it is known that it could be."""

    worker: GoesBack
    kind: CommandKind
    batch: Batch
    size: int = 0

    def do(self, initiator: object) -> Changed:
        if initiator is not self.worker:
            self.worker.exchange(self, Way.REDONE)
        return Changed()

    def undo(self) -> Changed:
        self.worker.exchange(self, Way.UNDONE)
        return Changed()

    def joined(self, _later: Command) -> None:
        """Each is a step of its own."""
        return


GOES_NOT = (StillQuoted, ChangedSince, OriginalAltered, ImportRunning, NotWritten)
"""Why a batch is left as it is."""


def why_not(error: Exception) -> str:
    """In a sentence."""
    match error:
        case StillQuoted():
            source = error.resting[0].source
            here = [each for each in error.resting if each.source == source]
            claims = [words.claim(each.claim, each.approach) for each in here if each.claim]
            return words.still_quoted(source, claims, len(here) - len(claims))
        case ChangedSince():
            return words.changed_since(error.file)
        case OriginalAltered():
            return words.changed_since(str(error))
        case ImportRunning():
            return arrival.busy()
        case NotWritten():
            return sentence(told(error))
    return str(error)
