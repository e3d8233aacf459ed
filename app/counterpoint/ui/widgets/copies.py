"""What can be asked to copy what is chosen in it."""

from typing import Protocol, runtime_checkable

from counterpoint.labels.translation import QT_TR_NOOP

NO_WORDS = QT_TR_NOOP("Choose some words first; then they can be copied.")
"""What to say where words can be copied, and none are chosen."""


@runtime_checkable
class Copies(Protocol):
    """A pane or a list."""

    def copy_chosen(self) -> str:
        """Puts what is chosen on the clipboard; what to say of it, also where nothing is."""
        ...
