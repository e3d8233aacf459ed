"""What has keys of its own to tell of."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable


@runtime_checkable
class TellsKeys(Protocol):
    """A pane, or what stands over one as a form does, of which the status line tells a few keys
    while the focus is in it."""

    def key_hints(self) -> Sequence[str]:
        """Each with what it does, in the language of the person: "Enter jump"."""
        ...
