"""What screen readers are told as the cursor walks the grid: one thing for each step."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce, tell_focus


def no_further() -> str:
    """What is said where a key led nowhere."""
    return tr("No further")


class GridAnnouncer(QObject):
    """Tells that what is at the cursor has the focus, once everything that moved it is done.

    Where no screen reader runs, nothing happens.
    """

    def __init__(self, grid: QWidget) -> None:
        super().__init__(grid)
        self._grid = grid
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)

    def tell(self) -> None:
        """The cursor went elsewhere, or what it is on was changed."""
        self._soon.start()

    def tell_no_way(self) -> None:
        """A key led nowhere."""
        announce(self._grid, no_further())

    def _tell(self) -> None:
        tell_focus(self._grid)
