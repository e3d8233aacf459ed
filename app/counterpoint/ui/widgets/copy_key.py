"""Ctrl+C where no words are chosen."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def is_for_window(event: QEvent, *, any_chosen: bool) -> bool:
    """Whether an event of a field asks it for Ctrl+C while no words are chosen in it. Qt's own
    fields would take the key and do nothing; one that returns True from its `event` instead leaves
    it to the window, whose Copy says what can be copied."""
    if event.type() != QEvent.Type.ShortcutOverride or any_chosen:
        return False
    if not isinstance(event, QKeyEvent) or not event.matches(QKeySequence.StandardKey.Copy):
        return False
    event.ignore()
    return True
