"""Leaving the window: closed by the person, or ended by the system."""

from contextlib import suppress

from PySide6.QtCore import QObject
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.application.console import tell
from counterpoint.application.places import rescued_notes
from counterpoint.application.uncaught_errors import uncaught_errors
from counterpoint.labels.translation import tr

from .lifecycle import Lifecycle

ENDING = ".md"
"""Of the files of notes."""


class Leaving(QObject):
    """Whatever goes wrong on the way, it ends with all words saved, rescued, or a question."""

    def __init__(self, window: QWidget, lifecycle: Lifecycle) -> None:
        super().__init__(window)
        self._window = window
        self._lifecycle = lifecycle
        self._asking = False

    def may_leave(self) -> bool:
        """Saves everything; where the disk refuses, whether the person lets it be. Not while they
        are being asked already."""
        from .closing import may_close, may_lose_changes

        if self._asking:
            return False
        self._asking = True
        space = self._lifecycle.space
        try:
            return (
                may_close(self._window, space.live)
                and (not space.is_editing or may_lose_changes(self._window, space.editing))
                and self._may_leave_documents()
            )
        finally:
            self._asking = False

    def _may_leave_documents(self) -> bool:
        space = self._lifecycle.space
        if not space.has_sources:
            return True
        from .unfinished_imports import may_leave_unfinished

        return may_leave_unfinished(self._window, space.live_sources)

    def save_first(self) -> bool:
        """Notes and changes of the library, onto the disk; False, and it is said why, where that
        refuses."""
        space = self._lifecycle.space
        if not space.live.flush():
            self._lifecycle.said.emit(space.live.unsaved_message())
            return False
        if space.is_editing and not space.editing.flush():
            self._lifecycle.said.emit(space.editing.failure)
            return False
        return True

    def close(self) -> bool:
        """The person closes the window: whether it may go. Then it is at rest."""
        if not self.may_leave():
            return False
        self._keep()
        with uncaught_errors:
            self._lifecycle.part()
        return True

    def end(self) -> None:
        """The system asks the process to end: everything is saved, or rescued into another folder,
        and nothing is asked; only where neither could be done, the person is."""
        if not self.save_all():
            self._window.close()
            return
        with uncaught_errors:
            self._lifecycle.part()
        # Not quit(): that would ask the window to close, and the window the person.
        QApplication.exit()

    def end_session(self, session: QSessionManager) -> None:
        """The system is about to end the session, and can be kept from it."""
        if not self.save_all():
            session.cancel()

    def tell_of_rescued(self) -> None:
        """Says at a start where notes are that could not be saved before an end: nobody may have
        seen the console."""
        folder = rescued_notes()
        with suppress(OSError):
            if any(path.suffix == ENDING for path in folder.iterdir()):
                self._lifecycle.said.emit(
                    tr(
                        "Notes that could not be saved when Counterpoint had to end are in "
                        "{folder}. Move them to {notes}, or away.",
                        folder=folder,
                        notes=self._lifecycle.space.notes_folder,
                    )
                )

    def _keep(self) -> None:
        """What was not kept is told on the console: the window goes, and the log may be what cannot
        be written."""
        with uncaught_errors:
            message = self._lifecycle.keep()
            if message:
                tell(f"{message}\n")

    def rescue(self) -> None:
        """The person wants to save the unsaved notes elsewhere."""
        from .closing import save_elsewhere

        save_elsewhere(self._window, self._lifecycle.space.live)

    def save_all(self) -> bool:
        """Everything that could be lost, onto the disk now, or where else it can be written; False
        where it could not."""
        from .closing import save_or_rescue, save_or_rescue_changes

        space = self._lifecycle.space
        safe = save_or_rescue(space.live)
        if space.is_editing:
            safe = save_or_rescue_changes(space.editing) and safe
        self._keep()
        return safe
