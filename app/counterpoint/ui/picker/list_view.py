"""The list in the picker: keys, and dragging rows to another place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from counterpoint.labels.counts import out_of
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.widgets.typing_list import TypingList

from .model import PickerRows

_Index = QModelIndex | QPersistentModelIndex


class PickerList(TypingList):
    """Arrows walk, Space and Enter show or hide, Alt+Up and Alt+Down move. Letters go to the
    field above, as does the step up from the first row."""

    left_upwards = Signal()

    def __init__(self, rows: PickerRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setModel(rows)
        self.setAccessibleName(tr("Approaches"))
        self.setAccessibleDescription(
            tr(
                "{toggle} shows or hides an approach, {up} and {down} move it",
                toggle=in_pane(Context.APPROACHES, "toggle"),
                up=in_pane(Context.APPROACHES, "move-up"),
                down=in_pane(Context.APPROACHES, "move-down"),
            )
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(TypingList.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(TypingList.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(TypingList.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        does = done_by(event, Context.APPROACHES)
        if does in ("move-up", "move-down"):
            self.move_current(-1 if does == "move-up" else 1)
        elif does == "toggle":
            self.toggle(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and row <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def move_current(self, steps: int) -> None:
        """Moves the current row down, or up where `steps` is negative."""
        index = self.currentIndex()
        if index.isValid() and self._rows.move_by(index.row(), steps):
            self.scrollTo(self.currentIndex())
            row, rows = self.currentIndex().row() + 1, self._rows.rowCount()
            announce(self, tr("Moved to {place}", place=out_of(row, rows)))

    def toggle(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        role = Qt.ItemDataRole.CheckStateRole
        checked = Qt.CheckState(index.data(role)) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
        self._rows.setData(index, state, role)
        announce(self, tr("Hidden") if checked else tr("Shown"))
