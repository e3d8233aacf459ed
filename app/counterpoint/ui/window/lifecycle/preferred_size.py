"""The size that the person gave the window, where its contents need more for a while."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QLayout, QMainWindow


class PreferredSize(QObject):
    """Large fonts may need a larger window. When they are small again it has the size that it
    was last given by anybody but this.

    It alone holds the window to what its contents need: were the layout to do that too, nobody
    could tell its sizes from those that the person gives.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._own: QSize | None = None
        self._growing = False
        layout = window.layout()
        if layout is not None:
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Resize if not self._growing and self._is_free():
                self._own = self._window.size()
            case QEvent.Type.LayoutRequest | QEvent.Type.WindowStateChange:
                self._hold()
        return False

    def _is_free(self) -> bool:
        """Whether the window's size is its own, and not the screen's."""
        return not (self._window.isMaximized() or self._window.isFullScreen())

    def _hold(self) -> None:
        if not self._is_free():
            return
        least = self._window.minimumSizeHint()
        self._growing = True
        self._window.setMinimumSize(least)
        if self._own is not None:
            self._window.resize(self._own.expandedTo(least))
        self._growing = False
