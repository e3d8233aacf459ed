"""Opening a library: at once from the cache, else on a worker thread with progress."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counterpoint.application.library.opened_library import OpenedLibrary, Unreadable

if TYPE_CHECKING:
    from counterpoint.ui.tasks.task import Report, Task


class LibraryOpener(QObject):
    """Opens one library at a time; a new request takes the place of one under way."""

    opened = Signal(object)
    """With the OpenedLibrary."""
    failed = Signal(object, object)
    """With the folder and the problems that say why it could not be opened."""
    progressed = Signal(int, int, str)
    stopped = Signal()

    def __init__(self, cache: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._cache = cache
        self._task: Task | None = None
        self._folder = Path()
        self._fresh = False
        """Whether what is under way is to be read from the files, whatever the cache has."""

    @property
    def folder(self) -> Path:
        """The one asked for last."""
        return self._folder

    def open(self, folder: Path, *, fresh: bool = False) -> None:
        """Opens `folder`; with `fresh`, from its files even where the cache seems to fit. What is
        so large that even the cache takes long is read on a worker thread from there too."""
        self.cancel(tell=False)
        self._folder = folder
        self._fresh = fresh
        at_once = not fresh and not OpenedLibrary.takes_long(folder, self._cache)
        try:
            kept = OpenedLibrary.from_cache(folder, self._cache) if at_once else None
        except Unreadable as error:
            self.failed.emit(folder, error.problems)
            return
        if kept is not None:
            self.opened.emit(kept)
            return
        from counterpoint.ui.tasks.task import Task

        self._fresh = fresh or at_once  # the cache was looked into already
        self.progressed.emit(0, 0, str(folder))
        self._task = Task(self._read, (Unreadable,), self)
        self._task.progressed.connect(self.progressed)
        self._task.finished.connect(self._on_finished)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def cancel(self, *, tell: bool = True) -> None:
        """Stops the reading under way, if there is one."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            if tell:
                self.stopped.emit()

    def _read(self, report: "Report") -> OpenedLibrary:
        from counterpoint.application.giving_way import giving_way

        folder, cache = self._folder, self._cache
        with giving_way():
            kept = None if self._fresh else OpenedLibrary.from_cache(folder, cache)
            return kept or OpenedLibrary.open(folder, cache, report)

    def _on_finished(self, library: OpenedLibrary) -> None:
        self._task = None
        # What was read is in no cycle: to go through it for garbage takes the longer, the more it
        # is, and the window would stand still.
        gc.freeze()
        self.opened.emit(library)

    def _on_failed(self, error: Unreadable) -> None:
        self._task = None
        self.failed.emit(self._folder, error.problems)
