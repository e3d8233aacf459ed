"""A list that tells screen readers which of its rows is current."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from counterpoint.ui.accessibility.announcing import tell_focus
from counterpoint.ui.accessibility.own_focus_list import OwnFocusList

_BATCH, _BATCH_OF_OWN = 1_000, 40
"""Rows that are laid out at a time, where there are very many: all as high as the first, or each as
it needs."""


def step_over_heads(view: QListView, before: QModelIndex) -> None:
    """After a key: where it has led from `before` to a row that cannot be chosen, as a heading,
    goes on to the next that can, or stays; the heading is seen then."""
    now = view.currentIndex()
    if not now.isValid() or now.flags() & Qt.ItemFlag.ItemIsSelectable:
        return
    model, by = view.model(), 1 if now.row() > before.row() else -1
    for row in (*range(now.row(), model.rowCount() if by > 0 else -1, by), before.row()):
        index = model.index(row, 0)
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            view.setCurrentIndex(index)
            view.scrollTo(now)
            view.scrollTo(index)
            return


class ListView(OwnFocusList):
    """Qt tells of each step in a list, and of the list when one comes to it, but not of the row
    at which one stands then. This one tells of the row, or of itself where there is none.

    Qt lays rows anew where a list is of another height, and not where it is of another width, which
    is what makes them higher or lower here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell_current)
        self._stays = False
        """Whether the current row is to be seen once the rows are laid out."""
        self._sought: QPersistentModelIndex | None = None
        """The row that is to be seen once it is laid out."""
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    def set_many(self, many: bool, *, alike: bool = True) -> None:
        """Whether there are so many rows that they are laid out a part at a time, between two turns
        of the event loop, all as high as the first if they are `alike`."""
        modes = QListView.LayoutMode
        self.setUniformItemSizes(many and alike)
        self.setBatchSize(_BATCH if alike else _BATCH_OF_OWN)
        self.setLayoutMode(modes.Batched if many else modes.SinglePass)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible,
    ) -> None:
        self._sought = None
        if index.isValid() and self.visualRect(index).isEmpty():
            self._sought = QPersistentModelIndex(index)
        super().scrollTo(index, hint)

    def _on_range(self) -> None:
        """The rows are laid out."""
        sought = self._sought
        if sought is not None and sought.isValid() and not self.visualRect(sought).isEmpty():
            self.scrollTo(sought)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._soon.start()  # once everything that came with the focus is done

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() == event.oldSize().width():
            super().resizeEvent(event)
            return
        self._stays = self._stays or self._is_seen()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        if self._stays:
            self._stays = False
            self.scrollTo(self.currentIndex())

    def _is_seen(self) -> bool:
        """Whether some of the current row is in sight."""
        current = self.currentIndex()
        return current.isValid() and self.viewport().rect().intersects(self.visualRect(current))

    def _tell_current(self) -> None:
        tell_focus(self)
