"""What was done, and can be undone and done again: one history for whatever a person changes.

Knows nothing of notes, files or windows: what is done is a `Command`. Those of notes, such as
deleting one, are in `notes/note_edit.py`.
"""

from collections import deque
from collections.abc import Callable
from enum import StrEnum
from itertools import count
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
    nothing: bool = False
    """Whether all that it was to change was so already."""


class Impossible(Exception):
    """Raised by a command that cannot be undone, or done again, as others changed the same since.
    Nothing was changed. `serial` names the step, `files` where that was."""

    def __init__(self, serial: int, files: tuple[str, ...]) -> None:
        super().__init__(*files)
        self.serial, self.files = serial, files


class NotNow(Exception):
    """Raised by a command that cannot be undone, or done again, as long as things are as they are.
    Nothing was changed, and the step stays where it is. `serial` names it, `file` is the one that
    cannot be read, and `why` says so in words."""

    def __init__(self, serial: int, file: str, why: str) -> None:
        super().__init__(file, why)
        self.serial, self.file, self.why = serial, file, why


class Command(Protocol):
    """One change. To undo it leaves all as it was before it was done."""

    @property
    def kind(self) -> "CommandKind": ...

    @property
    def size(self) -> int:
        """About how many code points it keeps."""

    def do(self, initiator: object) -> Changed:
        """Done by who `initiator` is, or again (None): that may raise Impossible or
        NotNow."""

    def undo(self) -> Changed:
        """May raise Impossible or NotNow."""

    def joined(self, later: "Command") -> "Command | None":
        """This and `later`, which was done next, as one step; None where they are two."""


class Way(StrEnum):
    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


class Told(NamedTuple):
    """A step that was gone. `initiator` is who did it; None where it was undone or redone. Where
    it could not be, `impossible` says why, and it is no step any more; or `not_now`, and it still
    is."""

    way: Way
    kind: "CommandKind"
    changed: Changed
    initiator: object = None
    impossible: Impossible | None = None
    not_now: NotNow | None = None


Listener = Callable[[Told | None], None]
"""Told of each step; None where steps can no longer be undone, or are others now."""


class _Step(NamedTuple):
    number: int
    """In the order in which steps were first done."""
    command: Command


class History:
    """Steps done and steps undone, bounded. One thread owns it."""

    def __init__(self) -> None:
        self._done: deque[_Step] = deque()
        self._undone: list[_Step] = []
        self._numbers = count(1)
        self._size = 0
        self._may_join = False
        self._listeners: list[Listener] = []

    @property
    def next_undo(self) -> Command | None:
        return self._done[-1].command if self._done else None

    @property
    def next_redo(self) -> Command | None:
        return self._undone[-1].command if self._undone else None

    def subscribe(self, listener: Listener) -> None:
        """`listener` is called after every step, on the thread that made it."""
        self._listeners.append(listener)

    def do(self, command: Command, initiator: object = None) -> Changed:
        """Does it, as a step of its own or joined to the last. What was undone before cannot be
        redone any more. What `command` raises is raised, and it is no step then."""
        changed = command.do(initiator)
        last = self._done[-1] if self._done and self._may_join else None
        joined = last.command.joined(command) if last is not None else None
        self._undone.clear()
        if joined is not None:
            self._size -= self._done.pop().command.size
        self._push(_Step(next(self._numbers), joined or command))
        self._may_join = True
        self._tell(Told(Way.DONE, command.kind, changed, initiator))
        return changed

    def undo(self) -> Changed | None:
        """Takes back the last step. None: there is none, or it could not be."""
        if not self._done:
            return None
        step = self._done.pop()
        kind = step.command.kind
        self._size -= step.command.size
        self._may_join = False
        try:
            changed = step.command.undo()
        except Impossible as error:
            self._tell(Told(Way.UNDONE, kind, Changed(), impossible=error))
            return None
        except NotNow as error:
            self._push(step)
            self._tell(Told(Way.UNDONE, kind, Changed(), not_now=error))
            return None
        self._undone.append(step)
        self._tell(Told(Way.UNDONE, kind, changed))
        return changed

    def redo(self) -> Changed | None:
        """Does again what was undone last. None: there is none, or it could not be."""
        if not self._undone:
            return None
        step = self._undone.pop()
        kind = step.command.kind
        self._may_join = False
        try:
            changed = step.command.do(None)
        except Impossible as error:
            self._tell(Told(Way.REDONE, kind, Changed(), impossible=error))
            return None
        except NotNow as error:
            self._undone.append(step)
            self._tell(Told(Way.REDONE, kind, Changed(), not_now=error))
            return None
        self._push(step)
        self._tell(Told(Way.REDONE, kind, changed))
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
        for number, command in done:
            kept = revised(command)
            if kept is not None:
                self._push(_Step(number, kept))
        self._undone = [
            _Step(number, kept)
            for number, command in undone
            if (kept := revised(command)) is not None
        ]
        self._may_join = False
        if [*self._done, *self._undone] != [*done, *undone]:
            self._tell(None)

    def give_back(self, command: Command, way: Way) -> bool:
        """That a step was undone, or done again, did not come about after all: it stands again
        where it stood before. False where it is not among those that were gone that `way`."""
        gone = self._undone if way is Way.UNDONE else self._done
        step = next((each for each in gone if each.command is command), None)
        if step is None:
            return False
        gone.remove(step)
        if way is Way.UNDONE:
            self._push(step)
            self._done = deque(sorted(self._done, key=lambda each: each.number))
        else:
            self._size -= command.size
            self._undone.append(step)
            self._undone.sort(key=lambda each: -each.number)
        self._may_join = False
        self._tell(None)
        return True

    def _push(self, step: _Step) -> None:
        self._done.append(step)
        self._size += step.command.size
        while len(self._done) > MOST_STEPS or (self._size > MOST_SIZE and len(self._done) > 1):
            self._size -= self._done.popleft().command.size

    def _tell(self, told: Told | None) -> None:
        for listener in tuple(self._listeners):
            listener(told)
