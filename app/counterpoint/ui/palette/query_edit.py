"""The field of the palette: types into the query, walks the list, chooses, closes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.widgets.line_field import LineField

_WALK = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class QueryEdit(LineField):
    """Keeps the focus while the palette is open. Shift with Home and End marks the text."""

    walked = Signal(Qt.Key)
    entered = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        key = Qt.Key(event.key())
        does = done_by(event, Context.PALETTE)
        if does == "leave":
            self.escaped.emit()
        elif does == "choose":
            self.entered.emit()
        elif plain and key in _WALK:
            self.walked.emit(key)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays here: there is nowhere else to go in the palette."""
        return True
