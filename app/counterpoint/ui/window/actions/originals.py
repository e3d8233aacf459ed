"""The document that a source was taken from, in the system's own program, or where it lies."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from counterpoint.application.library.originals import NotOpened, Why, checked_original
from counterpoint.domain.source import Source
from counterpoint.labels import original as words
from counterpoint.ui.tasks.task import Report, Task
from counterpoint.ui.window.workspace import Workspace


class Originals(QObject):
    """A document is held to its digest before it is opened, off the window's thread."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space

    def open(self, source: str, folder: bool) -> None:
        """Of a source, by its id; `folder`: not itself, but the folder that it is in."""
        library = self._space.session.library
        if library is None:
            return
        found = next((each for each in library.contents.sources if each.id == source), None)
        if found is None:
            return
        task = Task(partial(_checked, library.folder, found), (NotOpened,), self)
        task.finished.connect(partial(self._on_checked, found, folder))
        task.failed.connect(partial(self._on_refused, found))
        task.start()

    def _on_checked(self, source: Source, folder: bool, path: object) -> None:
        if isinstance(path, Path):
            shown = path.parent if folder else path
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown))):
                self._space.signals.said.emit(words.no_program(file_of(source)))

    def _on_refused(self, source: Source, error: object) -> None:
        if isinstance(error, NotOpened):
            self._space.signals.said.emit(told(error, source))


def _checked(library: Path, source: Source, _report: Report) -> Path:
    return checked_original(library, source)


def file_of(source: Source) -> str:
    return "" if source.original is None else source.original.file


def told(error: NotOpened, source: Source) -> str:
    """Why a document is not opened, and what to do."""
    file, name = file_of(source), source.original.name if source.original is not None else ""
    match error.why:
        case Why.NONE:
            return words.has_none()
        case Why.MISSING:
            return words.not_there(file)
        case Why.CHANGED:
            return words.not_same(file, name)
        case Why.NO_DOCUMENT:
            return words.no_document(file)
        case Why.UNREADABLE:
            return words.unreadable(file, error.detail)
