"""A list in which a letter begins to write in a field elsewhere."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent

from .composing import Composing
from .list_view import ListView
from .typed_text import typed_text

_Index = QModelIndex | QPersistentModelIndex


class TypingList(ListView):
    """Letters are told of, in place of Qt's own seeking for a row that begins with them."""

    typed = Signal(str)
    composing: Composing | None = None
    """Where what an input method composes here goes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if typed_text(event).strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        if self.composing is not None:
            self.composing.leave()
        super().currentChanged(current, previous)
        self._accept_input_methods()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._accept_input_methods()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.composing is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
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
