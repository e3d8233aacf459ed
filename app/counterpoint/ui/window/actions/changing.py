"""Where what changes the library is done: in the view that is shown."""

from typing import TYPE_CHECKING

from counterpoint.ui.window.workspace import Workspace

if TYPE_CHECKING:
    from counterpoint.ui.editing.deeds import Deeds


def deeds_of(space: Workspace) -> "Deeds":
    """In the comparison, where no page is shown."""
    return space.pages.deeds if space.view_name() == "pages" else space.comparison.deeds


def can_change(space: Workspace) -> bool:
    """Whether something is chosen there that can be changed."""
    if space.view_name() == "pages":
        return True
    return space.view_name() == "compare" and space.comparison.selection() is not None


def reply(space: Workspace) -> None:
    """The words that are selected in the reader answer what is chosen; or that answers others."""
    reader = space.reader if space.has("reader") else None
    if reader is not None and reader.isVisible() and reader.selection() is not None:
        reader.reply()
    else:
        deeds_of(space).reply()
