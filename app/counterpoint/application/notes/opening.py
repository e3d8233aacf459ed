"""The notes on a library, before they are read."""

from pathlib import Path
from typing import TYPE_CHECKING

from counterpoint.storage.notes.notes_folder import NotesFolder

from .notebook import Notebook

if TYPE_CHECKING:
    from counterpoint.application.clock import Clock


def notebook_in(folder: Path, clock: "Clock | None" = None) -> Notebook:
    """The notebook whose files are, or will be, in `folder`; its keeper reads them when it is
    started. With the system's clock, unless another is given."""
    return Notebook(NotesFolder(folder), clock)
