"""Verifying the open library once more, off the window's thread, after it came from the cache."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counterpoint.application.library.opened_library import OpenedLibrary

if TYPE_CHECKING:
    from counterpoint.ui.tasks.task import Report, Task


class Verifier(QObject):
    """One library at a time; another takes the place of one under way."""

    altered = Signal()
    """The library's files are not what was read; it has to be read again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._library: OpenedLibrary | None = None

    def start(self, library: OpenedLibrary) -> None:
        from counterpoint.ui.tasks.task import Task

        self.stop()
        self._library = library
        self._task = Task(self._verify, (), self)
        self._task.finished.connect(self._on_finished)
        self._task.start()

    def stop(self) -> None:
        """Nothing is told any more of what is under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _verify(self, _report: "Report") -> object:
        from counterpoint.application.giving_way import giving_way  # not for the first paint

        with giving_way():
            return () if self._library is None else self._library.verify()

    def _on_finished(self, wrong: tuple[str, ...]) -> None:
        self._task = None
        if wrong:
            self.altered.emit()
