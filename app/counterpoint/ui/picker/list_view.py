"""The list in the picker: keys, and dragging rows to another place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.widgets.composing import Composing
from counterpoint.ui.widgets.list_view import ListView
from counterpoint.ui.widgets.typed_text import typed_text

from .model import PickerRows

_Index = QModelIndex | QPersistentModelIndex


class PickerList(ListView):
    """Arrows walk, Space and Enter show or hide, Alt+Up and Alt+Down move. Letters go to the
    field above, as does the step up from the first row."""

    typed = Signal(str)
    left_upwards = Signal()
    composing: Composing | None = None
    """Where what an input method composes here goes."""

    def __init__(self, rows: PickerRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setModel(rows)
        self.setAccessibleName("Approaches")
        self.setAccessibleDescription(
            "Space shows or hides an approach, Alt with the up or down arrow moves it"
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(ListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(ListView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(ListView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_current(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle(self.currentIndex())
        elif key == Qt.Key.Key_Up and row <= 0:
            self.left_upwards.emit()
        elif typed_text(event).strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self._accept_input_methods()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._accept_input_methods()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.composing is not None:
            self.composing.leave()
        super().focusOutEvent(event)

    def _accept_input_methods(self) -> None:
        # Qt takes it back with each step, as a row cannot be edited.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self.composing is not None)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.composing is not None:
            self.composing.take(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802 (Qt's own)
        otherwise: object = super().inputMethodQuery(query)
        return otherwise if self.composing is None else self.composing.answer(query, otherwise)

    def move_current(self, steps: int) -> None:
        """Moves the current row down, or up where `steps` is negative."""
        index = self.currentIndex()
        if index.isValid() and self._rows.move_by(index.row(), steps):
            self.scrollTo(self.currentIndex())
            row, rows = self.currentIndex().row() + 1, self._rows.rowCount()
            announce(self, f"Moved to {row} of {rows}")

    def toggle(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        role = Qt.ItemDataRole.CheckStateRole
        checked = Qt.CheckState(index.data(role)) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
        self._rows.setData(index, state, role)
        announce(self, "Hidden" if checked else "Shown")
