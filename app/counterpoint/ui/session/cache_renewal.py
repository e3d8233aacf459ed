"""The cache of a library renewed after changes, so that it opens at once the next time too."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from counterpoint.ui.tasks.task import Report, Task

if TYPE_CHECKING:
    from counterpoint.application.editing.reading import FilesRead

_AT_REST = 5_000
"""Milliseconds without a change."""


class CacheRenewal(QObject):
    """`files` gives what the files say, as they are on the disk now; None while some of it waits to
    be written."""

    def __init__(
        self,
        folder: Path,
        cache: Path | None,
        files: "Callable[[], FilesRead | None]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folder, self._cache, self._files = folder, cache, files
        self._task: Task | None = None
        self._at_rest = QTimer(self, singleShot=True, interval=_AT_REST)
        self._at_rest.timeout.connect(self._renew)

    def await_rest(self) -> None:
        """Something was changed."""
        if self._cache is not None:
            self._at_rest.start()

    def stop(self) -> None:
        self._at_rest.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _renew(self) -> None:
        read, cache = self._files(), self._cache
        if read is None:
            self._at_rest.start()
        elif cache is not None:

            def work(_report: Report) -> None:
                from counterpoint.application.editing.reading import keep_in_cache

                keep_in_cache(self._folder, cache, read)

            self._task = Task(work, (), self)
            self._task.start()
