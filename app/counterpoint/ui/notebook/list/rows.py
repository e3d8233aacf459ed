"""The rows of the list of notes: what the keys and the mouse do there."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.widgets.list_view import ListView


class NoteRows(ListView):
    """A list in which Enter is told apart from a click."""

    entered_on = Signal(QModelIndex)
    walked_to = Signal(QModelIndex)
    """The keys made it current; not told when the list is filled anew, as somebody may be writing
    another note then."""
    delete_wanted = Signal()
    menu_wanted = Signal(QPoint)
    """Of the row that is current, if any is: a point on the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = done_by(event, Context.NOTES)
        if key == "enter":
            self.entered_on.emit(self.currentIndex())
            return
        if key == "delete":
            self.delete_wanted.emit()
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.walked_to.emit(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, point = self.currentIndex(), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid():
                self.setCurrentIndex(index)
                self.walked_to.emit(index)
            else:
                return  # below the last row: what is chosen stays so
        elif index.isValid():
            point = self.viewport().mapToGlobal(self.visualRect(index).center())
        self.menu_wanted.emit(point)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
