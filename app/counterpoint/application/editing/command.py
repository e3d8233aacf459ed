"""A change of a library as one step of the history."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from counterpoint.application.history import Changed, Command
from counterpoint.domain.command_kind import CommandKind
from counterpoint.storage.library.editable_file import Form


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

    def put(self, serial: int, parts: tuple[Part, ...], *, back: bool) -> Changed:
        """Each of `parts` is done; `back`: they take back the step `serial`."""


@dataclass(frozen=True, slots=True)
class LibraryEdit:
    """`serial` names the step."""

    desk: Desk
    kind: CommandKind
    serial: int
    parts: tuple[Part, ...]
    size: int = 0

    def do(self, _initiator: object) -> Changed:
        return self.desk.put(self.serial, self.parts, back=False)

    def undo(self) -> Changed:
        return self.desk.put(self.serial, tuple(p.back for p in reversed(self.parts)), back=True)

    def joined(self, _later: Command) -> None:
        """Each change of a library is a step of its own."""
        return
