"""What is said of a note's saving, which is always visible."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from counterpoint.application.clock import Clock
from counterpoint.domain.note import Note
from counterpoint.labels import saving as words
from counterpoint.storage.files.atomic import NotWritten


class StateKind(Enum):
    NEW = "new"
    """Nothing has been typed yet, so there is nothing to save."""
    SAVING = "saving"
    SAVED = "saved"
    TAKEN_UP = "taken up"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class NoteState:
    """`short` fits a corner ("Saved 10:42"); `message` is "" unless there is more to say."""

    kind: StateKind
    short: str
    message: str = ""


class NoteStates:
    """When each note was saved or taken up from outside, and what the disk refused."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._saved: dict[str, datetime] = {}
        self._taken_up: dict[str, datetime] = {}
        self._failed: dict[str, NotWritten] = {}

    @property
    def failure(self) -> NotWritten | None:
        """Why some note is not saved; None if nothing failed."""
        return next(iter(self._failed.values()), None)

    def written_in(self, id: str) -> None:
        self._taken_up.pop(id, None)

    def saved(self, id: str) -> None:
        self._failed.pop(id, None)
        self._saved[id] = self._clock.now()

    def failed(self, id: str, error: NotWritten) -> None:
        self._failed[id] = error

    def taken_up(self, id: str) -> None:
        self._failed.pop(id, None)
        self._taken_up[id] = self._clock.now()

    def renamed(self, id: str, to: str) -> None:
        self._failed.pop(id, None)
        self.saved(to)

    def of(self, note: Note, *, unsaved: bool) -> NoteState:
        """The state of a note that is not a draft."""
        failure = self._failed.get(note.id)
        if unsaved and failure is not None:
            message = words.not_saved_because(failure.refusal, failure.said)
            return NoteState(StateKind.FAILED, words.not_saved(), message)
        if unsaved:
            return NoteState(StateKind.SAVING, words.saving())
        taken_up = self._taken_up.get(note.id)
        if taken_up is not None:
            return NoteState(StateKind.TAKEN_UP, words.taken_up(f"{taken_up:%H:%M}"))
        return NoteState(StateKind.SAVED, words.saved(self._when(note)))

    def _when(self, note: Note) -> str:
        now = self._clock.now()
        at = self._saved.get(note.id) or datetime.fromisoformat(note.changed)
        return told(at, now)


def told(at: datetime, now: datetime) -> str:
    """A time as people say it where it is `now`: "10:42" today, "3 Nov" this year, else
    "3 Nov 2025". Both have a zone."""
    with suppress(OverflowError):  # at the ends of the calendar: then as it stands
        at = at.astimezone(now.tzinfo)
    if at.date() == now.date():
        return f"{at:%H:%M}"
    return f"{at.day} {at:%b}" if at.year == now.year else f"{at.day} {at:%b} {at.year}"
