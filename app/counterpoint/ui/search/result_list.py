"""The list of the results: walking it, choosing several, and asking for more by keys."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.widgets.list_view import ListView, step_over_heads


class ResultList(ListView):
    """Tells where the keys have walked to, and what is asked for in it. Several can be chosen."""

    walked_to = Signal(QModelIndex)
    narrow_wanted = Signal()
    menu_wanted = Signal(QPoint)
    """A point on the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(ListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(ListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setSelectionMode(ListView.SelectionMode.ExtendedSelection)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Of what is chosen; a row outside of that is chosen first."""
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        elif (index := self.indexAt(event.pos())).isValid() and index not in self.selectedIndexes():
            self.setCurrentIndex(index)
        self.menu_wanted.emit(where)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if done_by(event, Context.SEARCH) == "narrow":
            self.narrow_wanted.emit()
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        step_over_heads(self, before)
        if self.currentIndex() != before:
            self.walked_to.emit(self.currentIndex())
