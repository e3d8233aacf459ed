"""The notebook: notes are written, tagged, deleted, undone, and kept on the disk.

One thread owns a notebook. Every change tells all listeners which notes changed and who began it,
so that the pane in which it was made need not take it up again.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from counterpoint.application.clock import Clock
from counterpoint.application.history import Command, History
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.note import Note, NoteKind, Target
from counterpoint.domain.problem import Problem
from counterpoint.domain.refusal import Weaker
from counterpoint.storage.files.atomic import NotWritten
from counterpoint.storage.notes.note_copies import write_copies
from counterpoint.storage.notes.note_file import iso
from counterpoint.storage.notes.notes_folder import NotesFolder

from .in_memory import NotesInMemory
from .keeper import NoteKeeper
from .line_ends import typed_into
from .note_edit import Keystroke, NoteEdit, Typed
from .notes_made import NotesMade
from .outcomes import BothKept, Failed, FolderRead, FromOutside, Outcome, Saved
from .state import NoteState, NoteStates, StateKind


@dataclass(frozen=True, slots=True)
class Change:
    """Which notes are new, changed or gone, or have another state.

    `initiator` is what the caller passed; None if undo, the disk or somebody outside changed
    them. `renamed` has the notes that go on under another id, because both versions were kept.
    `removed` has those whose file was removed from outside, `unreadable` those whose file was
    changed from outside so that it cannot be understood.
    """

    ids: frozenset[str]
    initiator: object = None
    renamed: tuple[tuple[str, str], ...] = ()
    removed: frozenset[str] = frozenset()
    unreadable: frozenset[str] = frozenset()


class Notebook:
    """All notes of one folder. Their changes are steps of `history`, which others may share."""

    def __init__(
        self, folder: NotesFolder, clock: Clock | None = None, history: History | None = None
    ) -> None:
        self.clock = clock or Clock()
        self.keeper = NoteKeeper(folder, self.clock, self._new_id)
        self.notes = NotesInMemory()
        self.history = history if history is not None else History()
        self.problems: tuple[Problem, ...] = ()
        """The files in the notes folder that cannot be understood."""
        self.folder_error: NotWritten | None = None
        """Why the folder could not be looked through, or None."""
        self._states = NoteStates(self.clock)
        self._listeners: list[Callable[[Change], None]] = []
        self._read = deque[FromOutside]()
        """Notes that were read for the first time and are still to be taken up."""
        self._taken_up: set[str] = set()
        """Those of them that are, and are not told yet."""

    def _new_id(self) -> str:
        while True:
            id = f"{self.clock.now():%Y-%m-%d-%H%M%S}-{os.urandom(2).hex()}"
            if self.notes.get(id) is None:
                return id

    def _time(self) -> str:
        return iso(self.clock.now())

    def subscribe(self, listener: Callable[[Change], None]) -> None:
        """`listener` is called after every change, on the thread that made it."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Callable[[Change], None]) -> None:
        """Does nothing where it does not listen."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    def _tell(self, change: Change) -> Change:
        for listener in tuple(self._listeners):
            listener(change)
        return change

    def state(self, id: str) -> NoteState:
        """What is to be said of a note's saving."""
        note = self.notes.get(id)
        if note is None or self.notes.is_draft(id):
            return NoteState(StateKind.NEW, "")
        return self._states.of(note, unsaved=self.notes.is_unsaved(id))

    @property
    def weaker(self) -> frozenset[Weaker]:
        """What the disk turned out not to be able to do."""
        return self.keeper.folder.weaker

    @property
    def failure(self) -> NotWritten | None:
        """Why some note is not saved, or None."""
        return self._states.failure

    # Changing

    def draft(self, target: Target, quote: str) -> Note:
        """A new, empty note. It is kept from its first letter on, or from when it is given a tag
        or another kind. `quote`: see Note."""
        time = self._time()
        note = Note(self._new_id(), target, NoteKind.OBSERVATION, (), time, time, quote, "")
        self.notes.keep_as_draft(note)
        return note

    def make(
        self, words: str, on: Iterable[tuple[Target, str]], initiator: object = None
    ) -> Change:
        """A note that says `words` on each of several things, with the words of the passage it is
        on: one step."""
        edits: list[NoteEdit] = []
        for target, quote in on:
            time, id = self._time(), self._new_id()
            note = Note(id, target, NoteKind.OBSERVATION, (), time, time, quote, words)
            edits.append(NoteEdit(self, CommandKind.MAKE_NOTES, id, None, note))
        return Change(self.history.do(NotesMade(tuple(edits)), initiator).notes, initiator)

    def type(self, id: str, typed: Typed, initiator: object = None) -> Change:
        """Puts what was typed into the body: see `typed_into`. Raises KeyError: there is no such
        note."""
        note = self._there(id)
        after = note._replace(body=typed_into(note.body, typed), changed=self._time())
        keystroke = Keystroke(typed, self.clock.elapsed())
        return self._do(CommandKind.TYPE_IN_NOTE, note, after, initiator, keystroke)

    def set_kind(self, id: str, kind: NoteKind, initiator: object = None) -> Change:
        """Raises KeyError: there is no such note."""
        note = self._there(id)
        return self._edit(
            note, note._replace(kind=kind), CommandKind.CHANGE_KIND_OF_NOTE, initiator
        )

    def set_tags(self, id: str, tags: Iterable[str], initiator: object = None) -> Change:
        """Empty tags and those given twice are left out. Raises KeyError: there is no such note."""
        note = self._there(id)
        clean = tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
        return self._edit(
            note, note._replace(tags=clean), CommandKind.CHANGE_TAGS_OF_NOTE, initiator
        )

    def settle(self, id: str, initiator: object = None) -> Change:
        """The note is no longer one of two versions. Raises KeyError: there is no such note."""
        note = self._there(id)
        return self._edit(
            note, note._replace(conflict_of=""), CommandKind.SETTLE_VERSIONS_OF_NOTE, initiator
        )

    def _edit(self, note: Note, after: Note, kind: CommandKind, initiator: object) -> Change:
        if after == note:
            return Change(frozenset(), initiator)
        return self._do(kind, note, after._replace(changed=self._time()), initiator)

    def _do(
        self,
        kind: CommandKind,
        note: Note,
        after: Note | None,
        initiator: object,
        keystroke: Keystroke | None = None,
    ) -> Change:
        before = None if self.notes.is_draft(note.id) else note
        edit = NoteEdit(self, kind, note.id, before, after, keystroke)
        return Change(self.history.do(edit, initiator).notes, initiator)

    def delete(self, id: str, initiator: object = None) -> Change:
        """Moves the note to the bin; a draft is dropped. Raises KeyError: there is no such note."""
        note = self._there(id)
        if self.notes.drop_draft(id):
            return self._tell(Change(frozenset((id,)), initiator))
        return self._do(CommandKind.DELETE_NOTE, note, None, initiator)

    def deleted(self) -> list[Note]:
        """The notes in the bin, the last changed first; read from the disk. Raises
        `storage.atomic.NotWritten`."""
        return [note for note in self.keeper.deleted() if self.notes.get(note.id) is None]

    def restore(self, note: Note, initiator: object = None) -> Change:
        """Brings a note back from the bin."""
        edit = NoteEdit(self, CommandKind.RESTORE_NOTE, note.id, None, note)
        return Change(self.history.do(edit, initiator).notes, initiator)

    def leave(self, id: str) -> None:
        """The note is no longer being written in: it is saved at once, an empty draft dropped."""
        self.notes.drop_draft(id)
        self.history.end_burst()
        self.keeper.hurry()

    def _there(self, id: str) -> Note:
        note = self.notes.get(id)
        if note is None:
            raise KeyError(id)
        return note

    # For the commands: changes that are no steps of the history.

    def put(self, id: str, note: Note | None, initiator: object) -> None:
        if note is None:
            self.notes.drop(id)
        else:
            self.notes.keep(note)
            self._states.written_in(id)
        self.keeper.put(id, note)
        self._tell(Change(frozenset((id,)), initiator))

    def put_on(self, id: str, target: Target) -> None:
        """What a note or a draft is on has become something else. Raises KeyError: there is no
        such note."""
        note = self._there(id)._replace(target=target)
        if self.notes.is_draft(id):
            self.notes.keep_as_draft(note)
            self._tell(Change(frozenset((id,))))
        else:
            self.put(id, note, None)

    def write(self, note: Note, initiator: object) -> None:
        """Where all that was done was taken back before it was saved, it was never a note."""
        bare = not note.body and not note.tags and note.kind is NoteKind.OBSERVATION
        if not bare or self.notes.is_on_disk(note.id):
            self.put(note.id, note, initiator)
            return
        self.keeper.take_back(note.id)
        self.notes.keep_as_draft(note)
        self._tell(Change(frozenset((note.id,)), initiator))

    def written_now(self, note: Note) -> Note:
        return note._replace(changed=self._time())

    # The disk

    def flush(self) -> bool:
        """Saves everything now; returns when it is on the disk, or False if the disk refused
        some or gave no answer for some seconds."""
        done = self.keeper.flush()
        self.collect()
        return done and not self.notes.unsaved()

    def save_rescue(self, folder: Path, *, private: bool = False) -> int:
        """Writes every unsaved note as a file into `folder`, also one whose deletion did not come
        to be; how many. They stay unsaved here. Where `private`, nobody else may read them.

        Raises `storage.atomic.NotWritten` where one was refused; the others are written then.
        """
        unsaved = {note.id: note for note in self.notes.unsaved()}
        return write_copies(folder, (self.keeper.words() | unsaved).values(), private=private)

    @property
    def has_more(self) -> bool:
        """Whether notes that were read are still to be taken up."""
        return bool(self._read)

    def collect(self, most: int | None = None) -> Change:
        """Takes up what the keeper has done and found since the last call; of notes that were not
        known before, as when a folder is first read, at most `most`: `has_more` is true then, and
        all of these are told together once the last is taken up."""
        ids: set[str] = set()
        renamed: list[tuple[str, str]] = []
        removed: set[str] = set()
        unreadable: set[str] = set()
        outcomes, first_read = self._at_once(self.keeper.collect(), most)
        if not outcomes:
            return Change(frozenset())
        for outcome in outcomes:
            match outcome:
                case Saved(id, note):
                    self.notes.disk_has(id, note)
                    self._states.saved(id)
                    ids.add(id)
                case Failed(id, error):
                    self._states.failed(id, error)
                    ids.add(id)
                case BothKept(id, copy, theirs):
                    self._both_kept(id, copy, theirs)
                    renamed.append((id, copy.id))
                    ids |= {id, copy.id}
                case FromOutside(id, note, known):
                    if not self.notes.is_unsaved(id):
                        self._take_up(id, note, known=known)
                        ids.add(id)
                        if note is None:
                            (unreadable if outcome.unreadable else removed).add(id)
                case FolderRead(problems, error):
                    self.problems, self.folder_error = problems, error
        self._taken_up |= ids & first_read
        if not self._read:
            ids |= self._taken_up
            self._taken_up = set()
        elif ids <= first_read and not (renamed or removed or unreadable):
            return Change(frozenset())
        else:
            ids -= first_read
        return self._tell(
            Change(
                frozenset(ids),
                None,
                tuple(renamed),
                removed=frozenset(removed),
                unreadable=frozenset(unreadable),
            )
        )

    def _at_once(
        self, outcomes: list[Outcome], most: int | None
    ) -> tuple[list[Outcome], frozenset[str]]:
        """What is to be taken up now, and the ids of the notes in it that were read for the first
        time. A note that nobody has seen can wait, as nobody can have changed it; what comes of it
        later waits behind it."""
        waiting = {outcome.id for outcome in self._read} if outcomes else set()
        now: list[Outcome] = []
        for outcome in outcomes:
            match outcome:
                case FromOutside(id) if id in waiting or self.notes.get(id) is None:
                    waiting.add(id)
                    self._read.append(outcome)
                case _:
                    now.append(outcome)
        some = min(len(self._read), len(self._read) if most is None else most)
        first_read = [self._read.popleft() for _ in range(some)]
        return [*now, *first_read], frozenset(outcome.id for outcome in first_read)

    def _both_kept(self, id: str, copy: Note, theirs: Note | None) -> None:
        ours = self.notes.get(id)
        self.notes.drop(id)
        self.notes.disk_has(copy.id, copy)
        if ours is not None:
            self.notes.keep(ours._replace(id=copy.id, conflict_of=copy.conflict_of))
        self._revise(id, lambda edit: edit.renamed(copy.id))
        self._states.renamed(id, copy.id)
        self.notes.disk_has(id, theirs)
        if theirs is not None:
            self.notes.keep(theirs)

    def _take_up(self, id: str, note: Note | None, *, known: bool) -> None:
        self._revise(id, lambda edit: None)
        before = self.notes.get(id)
        self.notes.disk_has(id, note)
        if note is None:
            self.notes.drop(id)
            return
        self.notes.keep(note)
        if known and before is not None and _is_moved(before, note):
            self._states.saved(id)
        elif known:
            self._states.taken_up(id)

    def _revise(self, id: str, revised: Callable[[NoteEdit], NoteEdit | None]) -> None:
        """The steps of one note are from now on others, or no longer possible."""

        def of(command: Command) -> Command | None:
            if isinstance(command, NoteEdit) and command.notes is self and command.id == id:
                return revised(command)
            if isinstance(command, NotesMade):
                return command.revised(id, revised)
            return command

        self.history.revise(of)


def _is_moved(before: Note, note: Note) -> bool:
    """Whether nothing but its place is another, as in a new version of its source."""
    return note == before._replace(target=note.target, quote=note.quote, changed=note.changed)
