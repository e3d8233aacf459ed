"""Putting the approaches in another order, as a step of the history."""

from dataclasses import dataclass

from counterpoint.application.history import Changed, Command
from counterpoint.domain.command_kind import CommandKind

from .session import Session


@dataclass(frozen=True, slots=True)
class ApproachesOrdered:
    """`before` and `after` are ids of all; what is of another library by then stays where it is."""

    session: Session
    before: tuple[str, ...]
    after: tuple[str, ...]
    kind: CommandKind = CommandKind.ORDER_APPROACHES
    size: int = 0

    def do(self, initiator: object) -> Changed:
        self._put(self.after, initiator)
        return Changed()

    def undo(self) -> Changed:
        self._put(self.before, None)
        return Changed()

    def _put(self, order: tuple[str, ...], by: object) -> None:
        self.session.arrange(self.session.arrangement.in_order(order), by)

    def joined(self, _later: Command) -> None:
        """Each is a step of its own."""
        return
