"""A change of a library as one step of the history."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from counterpoint.application.history import Changed, Command
from counterpoint.domain.command_kind import CommandKind
from counterpoint.storage.library.editable_file import Form

from .notes_along import NotesAlong

_GOING_ELSEWHERE = frozenset(
    {
        CommandKind.MOVE_CLAIM,
        CommandKind.MOVE_EVIDENCE,
        CommandKind.MERGE_CLAIMS,
        CommandKind.MERGE_QUESTIONS,
        CommandKind.MERGE_APPROACHES,
    }
)
"""Kinds of steps by which nothing that a person wrote is to go, nor the comments at it."""


class Part(NamedTuple):
    """What a step does to one file; None stands for no file."""

    name: str
    """Relative to the library."""
    before: Form | None
    after: Form | None

    @property
    def back(self) -> "Part":
        return Part(self.name, self.after, self.before)


class Desk(Protocol):
    """Where a library is changed without a history."""

    def put(
        self, serial: int, parts: tuple[Part, ...], *, back: bool, comments_stay: bool = False
    ) -> Changed:
        """Each of `parts` is done; `back`: they take back the step `serial`."""


@dataclass(frozen=True, slots=True)
class LibraryEdit:
    """`serial` names the step; `notes` go with it."""

    desk: Desk
    kind: CommandKind
    serial: int
    parts: tuple[Part, ...]
    size: int = 0
    notes: NotesAlong | None = None

    def do(self, _initiator: object) -> Changed:
        stay = self.kind in _GOING_ELSEWHERE
        changed = self.desk.put(self.serial, self.parts, back=False, comments_stay=stay)
        if self.notes is not None:
            self.notes.go()
        return changed

    def undo(self) -> Changed:
        back = tuple(part.back for part in reversed(self.parts))
        changed = self.desk.put(self.serial, back, back=True)
        if self.notes is not None:
            self.notes.come_back()
        return changed

    def joined(self, _later: Command) -> None:
        """Each change of a library is a step of its own."""
        return
