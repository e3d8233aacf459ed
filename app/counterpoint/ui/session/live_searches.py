"""The searches that are kept in the library, as the window sees them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counterpoint.application.search.saved import deleting, renaming, saved_in, saving
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.search.saved import SavedSearch
from counterpoint.labels import search as words
from counterpoint.ui.session.live_library import LiveLibrary
from counterpoint.ui.session.signals import SessionSignals
from counterpoint.ui.tasks.task import Report, Task

if TYPE_CHECKING:
    from counterpoint.application.editing.desk import Changes, LibraryDesk


class LiveSearches(QObject):
    """Read once they are wanted; each change is a step of the library's."""

    changed = Signal()

    def __init__(
        self,
        signals: SessionSignals,
        editing: Callable[[], LiveLibrary],
        is_editing: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._signals = signals.session, signals
        self._editing, self._is_editing = editing, is_editing
        self._task: Task | None = None
        self.saved: tuple[SavedSearch, ...] = ()
        signals.library_changed.connect(lambda _by: self.wake())
        signals.library_edited.connect(lambda _by: self._follow())

    def wake(self) -> None:
        """Reads them, again where they were read."""
        library = self._session.library
        if library is None or self._task is not None:
            return
        folder = library.folder

        def work(_report: Report) -> object:
            return saved_in(folder)

        self._task = Task(work, (), self)
        self._task.finished.connect(self._on_read)
        self._task.start()

    def save(self, search: SavedSearch, done: Callable[[], None]) -> None:
        def told() -> None:
            done()
            self._signals.said.emit(words.saved(search.name))

        self._change(CommandKind.SAVE_SEARCH, lambda desk: saving(desk, search), told)

    def rename(self, name: str, to: str, done: Callable[[], None]) -> None:
        self._change(CommandKind.RENAME_SEARCH, lambda desk: renaming(desk, name, to), done)

    def delete(self, name: str) -> None:
        def told() -> None:
            self._signals.said.emit(words.no_longer_saved(name))

        self._change(CommandKind.DELETE_SEARCH, lambda desk: deleting(desk, name), told)

    def _change(
        self,
        kind: CommandKind,
        changes: "Callable[[LibraryDesk], Changes]",
        done: Callable[[], None],
    ) -> None:
        self._editing().change(kind, changes, self, done=done)

    def _follow(self) -> None:
        if (changed := self._on_desk()) is not None:
            self._show(changed)

    def _on_read(self, saved: tuple[SavedSearch, ...]) -> None:
        self._task = None
        changed = self._on_desk()
        self._show(saved if changed is None else changed)

    def _on_desk(self) -> tuple[SavedSearch, ...] | None:
        """What is changed is at hand before it is written; None where nothing of it was."""
        desk = self._editing().desk if self._is_editing() else None
        return desk.searches() if desk is not None and desk.knows_searches else None

    def _show(self, saved: tuple[SavedSearch, ...]) -> None:
        if saved != self.saved:
            self.saved = saved
            self.changed.emit()
