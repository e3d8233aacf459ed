"""Which other library to open: a folder that the person chooses, or one that was open lately."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from counterpoint.storage.place import real

if TYPE_CHECKING:
    from counterpoint.ui.window.main_window import MainWindow


def choose_library(window: "MainWindow") -> None:
    """Asks for a folder and opens it."""
    lately = window.window_state.settings.recent_libraries[:1]
    chosen = QFileDialog.getExistingDirectory(
        window,
        "Open a library: the folder that holds corpus and options",
        lately[0] if lately else "",
    )
    if chosen:
        window.open_library(Path(chosen))


def recent_libraries(window: "MainWindow") -> tuple[str, ...]:
    """Those open lately, the latest first, without the one that is open now."""
    here = real(window.opener.folder)
    lately = window.window_state.settings.recent_libraries
    return tuple(path for path in lately if real(Path(path)) != here)
