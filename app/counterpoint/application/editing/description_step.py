"""A description that was corrected, as one step of the history."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from counterpoint.application.history import Changed, Command, Way
from counterpoint.domain.command_kind import CommandKind


class Describes(Protocol):
    """What writes descriptions, sooner or later."""

    def write_description(
        self, source: str, fields: Mapping[str, str], before: Mapping[str, str], way: Way
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class DescriptionStep:
    """`before` and `after`: what the fields said of the source, and say. It was written when it is
    first done, as only then it is known that it could be."""

    writer: Describes
    source: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    kind: CommandKind = CommandKind.DESCRIBE_SOURCE

    @property
    def size(self) -> int:
        return sum(map(len, (*self.before.values(), *self.after.values())))

    def do(self, initiator: object) -> Changed:
        if initiator is not self.writer:
            self.writer.write_description(self.source, self.after, self.before, Way.REDONE)
        return Changed()

    def undo(self) -> Changed:
        self.writer.write_description(self.source, self.before, self.after, Way.UNDONE)
        return Changed()

    def joined(self, _later: Command) -> None:
        """Each form that is saved is a step of its own."""
        return
