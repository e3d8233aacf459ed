"""The list beside the page: letters begin a note on a source, a menu says what can be done."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.widgets.typing_list import TypingList


class RowList(TypingList):
    """Enter opens the text of a source, a letter begins a note on it."""

    menu_wanted = Signal(QPoint)
    """Of the row that is current: a point on the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Sources"))
        self.setAccessibleDescription(
            tr(
                "{key} opens the text, a letter begins a note on the source",
                key=in_pane(Context.SOURCES, "open"),
            )
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, point = self.currentIndex(), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            point = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            index = self.indexAt(event.pos())
            if index.isValid():  # below the last row, what is chosen stays so
                self.setCurrentIndex(index)
        if index.isValid():
            self.menu_wanted.emit(point)
