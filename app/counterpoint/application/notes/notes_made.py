"""Several notes that were written at once, as one step."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from counterpoint.application.history import Changed, Command
from counterpoint.domain.command_kind import CommandKind

from .note_edit import NoteEdit


@dataclass(frozen=True, slots=True)
class NotesMade:
    """`edits` are each of another note."""

    edits: tuple[NoteEdit, ...]
    kind: CommandKind = CommandKind.MAKE_NOTES

    @property
    def size(self) -> int:
        return sum(len(edit.after.body) for edit in self.edits if edit.after is not None)

    def do(self, initiator: object) -> Changed:
        return Changed(frozenset(id for edit in self.edits for id in edit.do(initiator).notes))

    def undo(self) -> Changed:
        return Changed(frozenset(id for edit in self.edits for id in edit.undo().notes))

    def joined(self, _later: Command) -> None:
        """What is typed in one of them next is a step of its own."""
        return

    def revised(self, id: str, to: Callable[[NoteEdit], NoteEdit | None]) -> "NotesMade | None":
        """The same, where the edit of the note `id` has become another, or impossible."""
        edits = tuple(
            kept for edit in self.edits if (kept := to(edit) if edit.id == id else edit) is not None
        )
        return replace(self, edits=edits) if edits else None
