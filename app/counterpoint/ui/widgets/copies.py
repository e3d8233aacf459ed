"""What can be asked to copy what is chosen in it."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class Copies(Protocol):
    """A pane or a list."""

    def copy_chosen(self) -> str:
        """Puts what is chosen on the clipboard; what to say of it, also where nothing is."""
        ...
