"""What a note can be asked for in."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class TakesNotes(Protocol):
    """A pane that says itself what a note is on. In any other it is on what is chosen in the
    session."""

    def selection(self) -> object | None:
        """What is chosen in it; None where it has nothing of its own to write on."""
        ...

    def write_note(self) -> None:
        """Asks for a note on that."""
        ...
