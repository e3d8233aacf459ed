"""What was done, and can be undone and done again: one history for whatever a person changes.

Knows nothing of notes, files or windows: what is done is a `Command`. Those of notes, such as
deleting one, are in `notes/note_edit.py`.
"""

from collections import deque
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from counterpoint.domain.command_kind import CommandKind

MOST_STEPS = 1000
MOST_SIZE = 20_000_000
"""Code points that the commands keep, so that long notes do not fill the memory."""


class Changed(NamedTuple):
    """What a command has changed."""

    notes: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    """Of the library, relative to its folder."""


class Impossible(Exception):
    """Raised by a command that cannot be undone, or done again, as others changed the same since.
    Nothing was changed. `serial` names the step, `files` where that was."""

    def __init__(self, serial: int, files: tuple[str, ...]) -> None:
        super().__init__(*files)
        self.serial, self.files = serial, files


class Command(Protocol):
    """One change. To undo it leaves all as it was before it was done."""

    @property
    def kind(self) -> "CommandKind": ...

    @property
    def size(self) -> int:
        """About how many code points it keeps."""

    def do(self, initiator: object) -> Changed:
        """Done by who `initiator` is, or again (None): that may raise Impossible."""

    def undo(self) -> Changed:
        """May raise Impossible."""

    def joined(self, later: "Command") -> "Command | None":
        """This and `later`, which was done next, as one step; None where they are two."""


class Way(StrEnum):
    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


class Told(NamedTuple):
    """A step that was gone. `initiator` is who did it; None where it was undone or redone. Where
    it could not be, `impossible` says why, and it is no step any more."""

    way: Way
    kind: "CommandKind"
    changed: Changed
    initiator: object = None
    impossible: Impossible | None = None


Listener = Callable[[Told | None], None]
"""Told of each step; None where steps can no longer be undone, or are others now."""


class History:
    """Steps done and steps undone, bounded. One thread owns it."""

    def __init__(self) -> None:
        self._done: deque[Command] = deque()
        self._undone: list[Command] = []
        self._size = 0
        self._may_join = False
        self._listeners: list[Listener] = []

    @property
    def next_undo(self) -> Command | None:
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Command | None:
        return self._undone[-1] if self._undone else None

    def subscribe(self, listener: Listener) -> None:
        """`listener` is called after every step, on the thread that made it."""
        self._listeners.append(listener)

    def do(self, command: Command, initiator: object = None) -> Changed:
        """Does it, as a step of its own or joined to the last. What was undone before cannot be
        redone any more. What `command` raises is raised, and it is no step then."""
        changed = command.do(initiator)
        last = self._done[-1] if self._done and self._may_join else None
        joined = last.joined(command) if last is not None else None
        self._undone.clear()
        if joined is not None:
            self._size -= self._done.pop().size
        self._push(joined or command)
        self._may_join = True
        self._tell(Told(Way.DONE, command.kind, changed, initiator))
        return changed

    def undo(self) -> Changed | None:
        """Takes back the last step. None: there is none, or it could not be."""
        if not self._done:
            return None
        command = self._done.pop()
        self._size -= command.size
        self._may_join = False
        try:
            changed = command.undo()
        except Impossible as error:
            self._tell(Told(Way.UNDONE, command.kind, Changed(), impossible=error))
            return None
        self._undone.append(command)
        self._tell(Told(Way.UNDONE, command.kind, changed))
        return changed

    def redo(self) -> Changed | None:
        """Does again what was undone last. None: there is none, or it could not be."""
        if not self._undone:
            return None
        command = self._undone.pop()
        self._may_join = False
        try:
            changed = command.do(None)
        except Impossible as error:
            self._tell(Told(Way.REDONE, command.kind, Changed(), impossible=error))
            return None
        self._push(command)
        self._tell(Told(Way.REDONE, command.kind, changed))
        return changed

    def end_burst(self) -> None:
        """The next command is a step of its own."""
        self._may_join = False

    def revise(self, revised: Callable[[Command], Command | None]) -> None:
        """Something happened from outside: each step is from now on what `revised` makes of it.
        Those of which it makes None have become impossible, and are dropped."""
        done, undone = list(self._done), self._undone
        self._done.clear()
        self._size = 0
        for command in done:
            kept = revised(command)
            if kept is not None:
                self._push(kept)
        self._undone = [kept for command in undone if (kept := revised(command)) is not None]
        self._may_join = False
        if [*self._done, *self._undone] != [*done, *undone]:
            self._tell(None)

    def _push(self, command: Command) -> None:
        self._done.append(command)
        self._size += command.size
        while len(self._done) > MOST_STEPS or (self._size > MOST_SIZE and len(self._done) > 1):
            self._size -= self._done.popleft().size

    def _tell(self, told: Told | None) -> None:
        for listener in tuple(self._listeners):
            listener(told)
