"""Opening a library: at once from the cache, else on a worker thread with progress."""

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

    @property
    def folder(self) -> Path:
        """The one asked for last."""
        return self._folder

    def open(self, folder: Path, *, fresh: bool = False) -> None:
        """Opens `folder`; with `fresh`, from its files even where the cache seems to fit."""
        self.cancel(tell=False)
        self._folder = folder
        try:
            kept = None if fresh else OpenedLibrary.from_cache(folder, self._cache)
        except Unreadable as error:
            self.failed.emit(folder, error.problems)
            return
        if kept is not None:
            self.opened.emit(kept)
            return
        from counterpoint.ui.tasks.task import Task

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
        return OpenedLibrary.open(self._folder, self._cache, report)

    def _on_finished(self, library: OpenedLibrary) -> None:
        self._task = None
        self.opened.emit(library)

    def _on_failed(self, error: Unreadable) -> None:
        self._task = None
        self.failed.emit(self._folder, error.problems)
