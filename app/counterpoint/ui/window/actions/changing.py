"""Where what changes the library is done: in the view that is shown."""

from typing import TYPE_CHECKING

from counterpoint.ui.window.workspace import Workspace

if TYPE_CHECKING:
    from counterpoint.ui.editing.deeds import Deeds


def deeds_of(space: Workspace) -> "Deeds":
    return space.comparison.deeds


def can_change(space: Workspace) -> bool:
    """Whether something is chosen there that can be changed."""
    return space.view_name() == "compare" and space.comparison.selection() is not None
