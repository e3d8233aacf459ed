"""The small cross in a field that empties it."""

from PySide6.QtWidgets import QLineEdit, QToolButton

from .plain_text import plain_tip

CLEAR = "Clear"


def add_clear_button(field: QLineEdit) -> None:
    """Qt's own has no name."""
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(CLEAR)
        button.setToolTip(plain_tip(CLEAR))
