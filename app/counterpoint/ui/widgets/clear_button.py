"""The small cross in a field that empties it."""

from PySide6.QtWidgets import QLineEdit, QToolButton

from counterpoint.labels.translation import tr

from .plain_text import plain_tip


def add_clear_button(field: QLineEdit) -> None:
    """Qt's own has no name."""
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(tr("Clear"))
        button.setToolTip(plain_tip(tr("Clear")))
