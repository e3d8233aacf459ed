"""Where unsaved notes are put when the process has to end and their own folder refuses them."""

from collections.abc import Callable
from pathlib import Path

from counterpoint.storage.notes.note_copies import private_folder
from counterpoint.storage.place import rescued_notes

RESCUES: tuple[Callable[[], Path], ...] = (
    rescued_notes,
    lambda: private_folder(f"{rescued_notes().name}-"),
)
"""The person's own folder, then a new one among the system's temporary files. Each may raise
NotWritten."""
