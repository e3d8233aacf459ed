"""What passages can be linked in."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class LinksPassages(Protocol):
    """A pane in which passages are chosen that can become evidence."""

    def chosen_results(self) -> object:
        """What is chosen; nothing, or empty, where nothing is."""
        ...

    def link(self) -> None:
        """Asks for it to be linked to a claim."""
        ...
