"""The changes of a note as commands that can be undone: typing, a burst of which is one; its kind
and tags; deleting and restoring it."""

from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from counterpoint.application.history import Changed, Command
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.note import Note

PAUSE = 1.5
"""Seconds without a keystroke that end a burst."""


class Typed(NamedTuple):
    """What a keystroke did to a body: `removed` code points at `at` gave way to `added`."""

    at: int
    removed: int
    added: str


class Keystroke(NamedTuple):
    typed: Typed
    when: float
    """In seconds of a clock that only goes on."""

    def goes_on_with(self, later: "Keystroke") -> bool:
        """Whether the two belong to one burst."""
        if later.when - self.when > PAUSE:
            return False
        caret = self.typed.at + len(self.typed.added)
        at, removed, added = later.typed
        if not added:
            return not self.typed.added and caret in (at, at + removed)
        single = len(added) <= 2 and added != "\n"  # two: a key that composes
        return bool(self.typed.added) and single and not removed and at == caret


class Notes(Protocol):
    """Where notes are changed without a history."""

    def put(self, id: str, note: Note | None, initiator: object) -> None:
        """The note is as `note` says, or gone."""

    def write(self, note: Note, initiator: object) -> None:
        """As `put`; but what has nothing in it and was never saved is no note."""

    def written_now(self, note: Note) -> Note:
        """`note` as changed at this moment."""


@dataclass(frozen=True, slots=True)
class NoteEdit:
    """`before` is None where the note was begun, `after` where it was deleted."""

    notes: Notes
    kind: CommandKind
    id: str
    before: Note | None
    after: Note | None
    keystroke: Keystroke | None = None
    """The last one, where it was typed."""

    @property
    def size(self) -> int:
        return len(self.before.body) if self.before else 0

    def do(self, initiator: object) -> Changed:
        if self.after is None or self.kind is CommandKind.RESTORE_NOTE:
            self.notes.put(self.id, self.after, initiator)
        else:
            self.notes.write(self.notes.written_now(self.after), initiator)
        return Changed(notes=frozenset((self.id,)))

    def undo(self) -> Changed:
        before = self.before
        self.notes.put(self.id, before and self.notes.written_now(before), None)
        return Changed(notes=frozenset((self.id,)))

    def joined(self, later: Command) -> "NoteEdit | None":
        if not isinstance(later, NoteEdit) or self.id != later.id:
            return None
        if not self.keystroke or not later.keystroke:
            return None
        if not self.keystroke.goes_on_with(later.keystroke):
            return None
        return replace(self, after=later.after, keystroke=later.keystroke)

    def renamed(self, to: str) -> "NoteEdit":
        """The same, of the note that goes on under the id `to`."""
        before, after = (
            note and note._replace(id=to, conflict_of=note.conflict_of or self.id)
            for note in (self.before, self.after)
        )
        return replace(self, id=to, before=before, after=after)
