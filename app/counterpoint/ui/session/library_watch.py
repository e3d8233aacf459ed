"""Hears when others change the files of a library."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from counterpoint.application.editing.folder_states import PARTS, folder_states

_SETTLED = 150
"""Milliseconds without a further change, as programs write in several steps."""


class LibraryWatch(QObject):
    """Watches the folders of a library and each of its files: of a file into which a program writes
    without replacing it, its folder is not told."""

    changed = Signal()
    """Something may be another than before."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._is_held = False
        self._watcher = QFileSystemWatcher(self)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(self._on_settled)
        self._watcher.directoryChanged.connect(self._settled.start)
        self._watcher.fileChanged.connect(self._settled.start)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_state)
        self._watch()

    def _watch(self) -> None:
        files = [str(self._folder / name) for name in folder_states(self._folder)]
        folders = {str(self._folder / part) for part in PARTS}
        known = {*self._watcher.files(), *self._watcher.directories()}
        new = sorted({*files, *folders} - known)
        if new:
            self._watcher.addPaths(new)

    def hold(self, on: bool) -> None:
        """While it is held, what changes is heard of but once, at the end."""
        self._is_held = on
        if not on:
            self._settled.start()

    def _on_settled(self) -> None:
        if self._is_held:
            return
        self._watch()  # the watcher forgets a file that was replaced
        self.changed.emit()

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._settled.start()
