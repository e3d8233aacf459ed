"""What happens in a pane beside the panel that stands over it: the focus, and Escape."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.ui.actions.pane_keys import Context, done_by


class Beside(QObject):
    left = Signal()
    """The focus went elsewhere in the window."""
    given_up = Signal()
    """Escape in a widget of the pane: it is meant for the panel."""

    def __init__(self, panel: QWidget, host: QWidget) -> None:
        super().__init__(panel)
        self._panel, self._host = panel, host
        self._has_focus: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        panel = self._panel
        if self._has_focus is not None:
            self._has_focus.removeEventFilter(self)
            self._has_focus = None
        if new is None or not panel.isVisible() or new is panel or panel.isAncestorOf(new):
            return
        if new is self._host or self._host.isAncestorOf(new):
            self._has_focus = new
            new.installEventFilter(self)
        if new.window() is panel.window():
            self.left.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not (
            self._panel.isVisible()
            and isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            and done_by(event, Context.EDITING) == "give-up"
        ):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.given_up.emit()
        return True
