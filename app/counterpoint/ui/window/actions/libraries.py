"""Which other library to open: a folder that the person chooses, or one that was open lately."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counterpoint.application.places import each_once, shipped_library
from counterpoint.labels.translation import tr
from counterpoint.ui.window.lifecycle.leaving import Leaving
from counterpoint.ui.window.lifecycle.lifecycle import Lifecycle
from counterpoint.ui.window.lifecycle.window_state import WindowState


class Libraries(QObject):
    """Opens another library in the window."""

    def __init__(
        self, window: QWidget, lifecycle: Lifecycle, leaving: Leaving, window_state: WindowState
    ) -> None:
        super().__init__(window)
        self._window = window
        self._lifecycle = lifecycle
        self._leaving = leaving
        self._window_state = window_state

    def open(self, folder: Path) -> None:
        """Opens a library, or says why it cannot."""
        self._lifecycle.said.emit("")  # what was said of the one before
        self._lifecycle.keep()
        if self._lifecycle.shows(folder):
            self._lifecycle.open_again(folder)
        elif self._leaving.may_leave():
            self._lifecycle.leave_for(folder)

    def choose(self) -> None:
        """Asks for a folder and opens it."""
        from PySide6.QtWidgets import QFileDialog

        lately = self._window_state.settings.recent_libraries[:1]
        chosen = QFileDialog.getExistingDirectory(
            self._window,
            tr("Open a library: the folder that holds corpus and options"),
            lately[0] if lately else "",
        )
        if chosen:
            self.open(Path(chosen))

    def open_shipped(self) -> None:
        """The library that comes with the program."""
        self.open(shipped_library())

    def go_back(self) -> None:
        """To the library that was open before."""
        before = self._lifecycle.before
        if before is not None:
            self.open(before)

    def recent(self) -> tuple[str, ...]:
        """Those open lately, the latest first, without the one that is open now."""
        lately = each_once(self._window_state.settings.recent_libraries)
        return tuple(path for path in lately if not self._lifecycle.shows(Path(path)))
