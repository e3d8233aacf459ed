"""The notes on a library, before they are read."""

from pathlib import Path
from typing import TYPE_CHECKING

from counterpoint.storage.notes.notes_folder import NotesFolder

from .notebook import Notebook

if TYPE_CHECKING:
    from counterpoint.application.clock import Clock
    from counterpoint.application.history import History


def notebook_in(
    folder: Path, clock: "Clock | None" = None, history: "History | None" = None
) -> Notebook:
    """The notebook whose files are, or will be, in `folder`; its keeper reads them when it is
    started. With the system's clock, and a history of its own, unless others are
    given."""
    return Notebook(NotesFolder(folder), clock, history)
