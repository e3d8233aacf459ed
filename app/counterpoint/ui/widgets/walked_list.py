"""A list under a field that keeps the focus and walks it by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget


class WalkedList(QListView):
    """Never takes the focus. The mouse shades, and only a click chooses."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """`name` is for assistive technology."""
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(name)

    @property
    def page(self) -> int:
        """How many rows a key for a page goes over."""
        raise NotImplementedError

    def go(self, row: int) -> None:
        """Makes a row current, the nearest where there is no such row, and makes it visible."""
        model = self.model()
        self.setCurrentIndex(model.index(max(0, min(row, model.rowCount() - 1)), 0))

    def walk(self, key: Qt.Key) -> None:
        """Moves as one of the keys that walk a list does."""
        row = max(0, self.currentIndex().row())
        match key:
            case Qt.Key.Key_Up:
                self.go(row - 1)
            case Qt.Key.Key_Down:
                self.go(row + 1)
            case Qt.Key.Key_PageUp:
                self.go(row - self.page)
            case Qt.Key.Key_PageDown:
                self.go(row + self.page)
            case Qt.Key.Key_Home:
                self.go(0)
            case Qt.Key.Key_End:
                self.go(self.model().rowCount() - 1)
