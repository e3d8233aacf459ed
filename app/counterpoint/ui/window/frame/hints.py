"""The keys at hand, at the end of the status line: always those of where the focus is."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.window.workspace import Workspace

from .status_line import StatusLine


def keys_in(pane: str) -> str:
    """A few keys of the pane of this name; of no pane ("") those that lead into one."""
    said = {
        "compare": tr("Enter jump · Space peek · Ctrl+N note · F6 next pane"),
        "sources": tr("Enter open the text · Ctrl+N note · F6 next pane"),
        "notes": tr("Enter go to it · Del delete · F6 next pane"),
        "reader": tr("N next passage · Enter back to the claim · F6 next pane"),
        "notebook": tr("Esc back · Ctrl+Z undo · F6 next pane"),
    }
    return said.get(pane, tr("F6 next pane"))


class Hints(QObject):
    """Keeps the hints true for one workspace, as long as it is there."""

    def __init__(self, space: Workspace, status: StatusLine) -> None:
        super().__init__(space)
        self._space, self._status = space, status
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        self._on_focus(None, QApplication.focusWidget())

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        # While another window has the focus, or a menu, one is still where one was.
        if now is not None and now.window() is self._space.window():
            self._status.show_hints(keys_in(self._space.pane_of(now)))
