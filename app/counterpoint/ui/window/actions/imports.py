"""Documents brought into the library that is open: chosen, or dropped on the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from counterpoint.application.importing.arrivals import Arrival
from counterpoint.application.library.session import Asking
from counterpoint.labels import arrival as words
from counterpoint.labels.translation import tr
from counterpoint.ui.session.live_sources import LiveSources
from counterpoint.ui.window.frame.status_line import StatusLine
from counterpoint.ui.window.workspace import Workspace

from .source_chosen import source_chosen

REVISION = "revision"
"""The view that works a new version of a source through."""
VIEW = "arrivals"
"""The view that shows what became of them."""


class Imports(QObject):
    """Asks for documents, brings them in, and shows how far that is in the status line. One for
    each workspace."""

    def __init__(
        self, space: Workspace, live: LiveSources, status: StatusLine, window: QWidget
    ) -> None:
        super().__init__(space)
        self._space, self._live = space, live
        self._window, self._progress = window, status.work
        self._progress.cancelled.connect(live.cancel)
        self.destroyed.connect(self._progress.hide)  # with the workspace its work ends
        live.progressed.connect(self._on_progress)
        live.changed.connect(self._on_changed)
        live.said.connect(space.signals.said)
        live.brought.connect(self.bring_in)
        live.replace_wanted.connect(self._on_replace)
        live.remove_wanted.connect(self.remove)
        live.read_again_wanted.connect(self._on_read_again)
        live.compared.connect(self._on_compared)
        live.again_wanted.connect(self._on_again)
        live.compared_with.connect(self.replace)
        live.files_wanted.connect(self.choose_files)
        live.folder_wanted.connect(self.choose_folder)

    def choose_files(self) -> None:
        """Asks for documents and brings them in."""
        files, _ = QFileDialog.getOpenFileNames(
            self._window,
            tr("Import documents: txt, md, html, docx, odt, rtf, epub or pdf"),
        )
        self.bring_in([Path(file) for file in files])

    def choose_folder(self) -> None:
        """Asks for a folder and brings in all documents in it."""
        folder = QFileDialog.getExistingDirectory(
            self._window, tr("Import a folder: every document in it")
        )
        self.bring_in([Path(folder)] if folder else [])

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Documents, and folders of them; the view shows what becomes of them."""
        if paths and not self._live.read_only:
            self._space.session.show_view(VIEW)  # first, as to make it takes the window a moment
        if paths:
            self._live.bring_in(paths)

    def replace(self, source: str, file: Path) -> None:
        """Shows what becomes of the quotations from a source if `file` takes its place."""
        editing = self._space.editing
        if self._may(lambda others: others.live_sources.compared_with.emit(source, file)) and (
            editing.flush() and self._space.live.flush()
        ):
            self._live.compare(source, file)

    def _on_replace(self, source: str) -> None:
        source = source or source_chosen(self._space)
        if not source:
            self._space.session.show_view("sources")
            self._space.signals.said.emit(tr("Choose a source first."))
        elif self._may(lambda others: others.live_sources.replace_wanted.emit(source)):
            called = self._space.session.short_of(source) or source
            file, _ = QFileDialog.getOpenFileName(
                self._window, tr("The new version of “{source}”", source=called)
            )
            if file:
                self.replace(source, Path(file))

    def remove(self, source: str) -> None:
        """Takes a source from the library, if nothing quotes it."""
        editing = self._space.editing
        if self._may(lambda others: others.live_sources.remove_wanted.emit(source)) and (
            editing.flush() and self._space.live.flush()
        ):
            self._live.remove(source)

    def _on_read_again(self, arrival: Arrival, what: str, value: str) -> None:
        if self._space.editing.flush() and self._space.live.flush():
            self._live.read_again(arrival, what, value)

    def _on_again(self) -> None:
        if self._space.editing.flush() and self._space.live.flush():
            self._live.compare_again()

    def _on_compared(self) -> None:
        self._space.session.show_view(REVISION)

    def _may(self, again: Callable[[Workspace], None]) -> bool:
        """`again` goes on in a copy, where this library is not changed."""
        asking = Asking("window", again)
        return self._space.editing.may_change(lambda session: session.ask(asking))

    def _on_progress(self, done: int, total: int, name: str) -> None:
        self._progress.show_work(words.at_work(self._live.doing, done, total, name), done, total)

    def _on_changed(self) -> None:
        self._space.editing.hold(self._live.at_work)
        if self._live.at_work:
            self._progress.show_work(self._live.doing, 0, 0)
        else:
            self._progress.hide()
