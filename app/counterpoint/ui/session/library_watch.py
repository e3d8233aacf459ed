"""Hears when others change the files of a library."""

import time
from collections import deque
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from counterpoint.application.editing.folder_states import PARTS

_SETTLED = 150
"""Milliseconds without a further change, as programs write in several steps."""
_TOGETHER = 100
"""Files that are begun to be watched in one step."""
_SLICE = 0.004
"""Seconds of that between two turns of the event loop."""
_FEW = 4_000
"""Files that are watched. Qt goes through all of them for each that is to be watched too, and
systems have a limit."""
_KNOWN = 500
"""Files of which Qt is asked which it watches."""


class LibraryWatch(QObject):
    """Watches the folders of a library and each of its files, or some thousands of them: of a file
    into which a program writes without replacing it, its folder is not told. What is written so
    into one of the others is seen when one comes back to the window."""

    changed = Signal()
    """Something may be another than before."""

    def __init__(self, folder: Path, files: Iterable[str], parent: QObject) -> None:
        """`files`: the names of those that there are, relative to `folder`."""
        super().__init__(parent)
        self._folder = folder
        self._is_held = False
        self._watcher = QFileSystemWatcher(self)
        self._watched: set[str] = set()
        self._waiting = deque[str]()
        """What is still to be watched, where it is very much."""
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._go_on)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(self._on_settled)
        self._watcher.directoryChanged.connect(self._on_changed)
        self._watcher.fileChanged.connect(self._on_changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_state)
        self.watch(files)

    def watch(self, files: Iterable[str]) -> None:
        """These too, from now on: what is watched already costs nothing. To be told whenever it was
        looked which there are."""
        if len(self._watched) < _KNOWN:  # what could not be watched is tried again
            self._watched = {*self._watcher.files(), *self._watcher.directories(), *self._waiting}
        names = sorted(files, key=lambda name: name.startswith("corpus/"))[:_FEW]
        wanted = [f"{self._folder}/{name}" for name in (*PARTS, *names)]
        new = [path for path in wanted if path not in self._watched]
        self._watched.update(new)
        self._waiting.extend(new)
        self._go_on()

    def _go_on(self) -> None:
        until = time.perf_counter() + _SLICE
        while self._waiting:
            few = [self._waiting.popleft() for _ in range(min(_TOGETHER, len(self._waiting)))]
            self._watcher.addPaths(few)
            if time.perf_counter() >= until:
                break
        if bool(self._waiting) != self._later.isActive():
            (self._later.start if self._waiting else self._later.stop)()

    def hold(self, on: bool) -> None:
        """While it is held, what changes is heard of but once, at the end."""
        self._is_held = on
        if not on:
            self._settled.start()

    def _on_changed(self, path: str) -> None:
        if path not in self._watcher.directories():
            self._watched.discard(path)  # the watcher forgets what was replaced
        self._settled.start()

    def _on_settled(self) -> None:
        if self._is_held:
            return
        self.changed.emit()

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._settled.start()
