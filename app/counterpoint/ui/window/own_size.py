"""The size that the person gave the window, where larger letters need more."""

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QWidget

from counterpoint.ui.theme.look import Look


class OwnSize(QObject):
    """Large letters may need a larger window. When they are small again it goes back to the size
    it had, unless the person has given it another meanwhile."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._own: QSize | None = None
        self._needed = QSize()
        # Behind the layouts, which are made anew when events are next seen to.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        look.changed.connect(self._on_look)

    def _on_look(self) -> None:
        if self._soon.isActive():
            return
        if self._own is None or self._window.size() != self._needed:
            self._own = self._window.size()
        self._soon.start()

    def _settle(self) -> None:
        if self._own is None or self._window.isMaximized() or self._window.isFullScreen():
            self._own = None
            return
        wanted = self._own.expandedTo(self._window.minimumSizeHint())
        if self._window.size() != wanted:
            self._window.resize(wanted)
        self._needed = self._window.size()
        if self._needed == self._own:
            self._own = None
