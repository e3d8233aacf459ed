"""What it can be asked in that others like what is chosen there be found."""

from typing import Protocol, runtime_checkable

from counterpoint.application.library.session import Seeking


@runtime_checkable
class FindsLike(Protocol):
    """A pane that says itself what is chosen in it. In any other it is what is chosen in the
    session."""

    def seeking(self) -> Seeking | None:
        """What others are to be like; None where nothing is chosen in it."""
        ...
