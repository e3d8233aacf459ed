"""The notebook as Qt sees it: signals, the folder watched, the thread that saves."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from counterpoint.application.failures import NotWritten, reason, remedy
from counterpoint.application.history import Changed
from counterpoint.application.notes.notebook import Change, Notebook
from counterpoint.domain.refusal import Weaker
from counterpoint.labels import counts
from counterpoint.labels.refusal import weaker
from counterpoint.labels.translation import tr
from counterpoint.ui.tasks.window_thread import window_thread

_AT_A_TIME = 200
"""Notes that are taken up between two turns of the event loop, when a folder is first read."""


class LiveNotebook(QObject):
    """One for each window. Panes change `notebook` and hear of every change by `changed`.

    `start` it after the first paint; `close` it before the window goes.
    """

    changed = Signal(object)
    """A Change."""
    went_to = Signal(str)
    """Undo or redo changed the note of this id, which may not be the visible one."""
    rescue_wanted = Signal()
    """Somebody asked to save the unsaved notes elsewhere: ask for a folder, then `save_rescue`."""
    about_to_flush = Signal()
    """Everything is saved at once, as before closing: what is half done in a pane is now or never
    to be done."""
    said = Signal(str)
    """A sentence for the person that belongs to no single note."""

    def __init__(self, notebook: Notebook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notebook = notebook
        self._watcher: QFileSystemWatcher | None = None
        self._watched_note = ""
        self._watched: dict[str, tuple[int, int]] = {}
        """Device and number of what is watched, as the watcher goes by names."""
        self._told: frozenset[Weaker] = frozenset()
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._collect)
        notebook.subscribe(self._on_change)
        # Called on the saving thread.
        notebook.keeper.on_outcome = partial(window_thread().call, self, self._collect)

    def start(self) -> None:
        """Reads the notes on the saving thread, and begins to save and to watch."""
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_disk_changed)
        self._watcher.fileChanged.connect(self._on_disk_changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_state)
        self.notebook.keeper.start()
        self.notebook.keeper.look()
        self._watch()

    def close(self) -> bool:
        """Saves everything and stops. False if the disk refused some: then it goes on, and
        `unsaved_message` says why."""
        if not self.flush():
            return False
        self.stop()
        return True

    def stop(self) -> None:
        """Stops saving and watching, whatever is unsaved. To be stopped again does no harm."""
        self._more.stop()
        self.notebook.keeper.stop()
        self.notebook.unsubscribe(self._on_change)
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def flush(self) -> bool:
        """Saves everything now; False if the disk refused some, or gave no answer."""
        self.about_to_flush.emit()
        return self.notebook.flush()

    def unsaved_message(self) -> str:
        """What is not saved, why, and what to do; "" where all is saved."""
        failure = self.notebook.failure
        if failure is None or not (self.notebook.keeper.waiting or self.notebook.notes.unsaved()):
            return ""
        count = len(self.notebook.notes.unsaved())
        why = {"why": reason(failure), "remedy": remedy(failure)}
        if not count:
            return tr("A deletion is not saved: {why}. To keep all words, {remedy}.", **why)
        return tr(
            "(One note is|{n} notes are) not saved: {why}. To keep all words, {remedy}.",
            "",
            count,
            **why,
        )

    def save_rescue(self, folder: Path) -> str:
        """Writes every unsaved note into `folder`; what to tell the person."""
        try:
            count = self.notebook.save_rescue(folder)
        except NotWritten as error:
            return tr(
                "Not saved in {folder}: {why}; {remedy}.",
                folder=folder,
                why=reason(error),
                remedy=remedy(error),
            )
        return tr("{notes} saved in {folder}.", notes=counts.notes(count), folder=folder)

    def undo(self) -> None:
        """Takes back the last step in any note; the pane goes to that note."""
        self._go_to(self.notebook.history.undo())

    def redo(self) -> None:
        """Does again what was undone last."""
        self._go_to(self.notebook.history.redo())

    def _go_to(self, changed: Changed | None) -> None:
        for id in changed.notes if changed else ():
            self.went_to.emit(id)

    def watch_note(self, id: str) -> None:
        """Besides the folder, watches this note's file: a folder is not told when a program writes
        into a file without replacing it."""
        if id != self._watched_note:
            self._watched_note = id
            self._watch()

    def _watch(self) -> None:
        if self._watcher is None:
            return
        folder = self.notebook.keeper.folder
        # Also what the folder is in, which is told when another is put in its place. Before the
        # first note there is no folder; where it will be made, another window may make it.
        parents = {path: _identity(path) for path in (folder.path, *folder.path.parents)}
        above = next((path for path in folder.path.parents if parents[path]), folder.path)
        wanted = {
            str(path): identity
            for path in (above, folder.path, folder.file(self._watched_note))
            if (identity := _identity(path)) is not None
        }
        watched = {*self._watcher.directories(), *self._watcher.files()}
        old = {path for path in watched if self._watched.get(path) != wanted.get(path)}
        if old:
            self._watcher.removePaths(sorted(old))
        if wanted.keys() - (watched - old):
            self._watcher.addPaths(sorted(wanted.keys() - (watched - old)))
        self._watched = wanted

    def _on_disk_changed(self, _path: str) -> None:
        self._watch()
        self.notebook.keeper.look()

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.notebook.keeper.look()

    def _collect(self) -> None:
        self.notebook.collect(_AT_A_TIME)
        if self.notebook.has_more:
            self._more.start()
            return
        self._watch()  # the watcher forgets a file that was replaced
        new = self.notebook.weaker - self._told
        if new:
            self._told |= new
            what = "; ".join(sorted(map(weaker, new)))
            self.said.emit(
                tr("Notes are saved, but less is promised on this disk: {what}.", what=what)
            )

    def _on_change(self, change: Change) -> None:
        self.changed.emit(change)


def _identity(path: Path) -> tuple[int, int] | None:
    """None if nothing is there, or nothing that can be reached."""
    with suppress(OSError):
        status = path.stat()
        return status.st_dev, status.st_ino
    return None
