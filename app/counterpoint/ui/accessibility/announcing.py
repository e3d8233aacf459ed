"""Telling who listens what others see. Where no screen reader runs, nothing happens."""

from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QWidget

# Imported where they are used: their enums cost a millisecond, and nothing is told before the
# first paint.


def announce(widget: QWidget, words: str) -> None:
    """Has a screen reader say `words`, as `widget`'s."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def tell_focus(widget: QWidget) -> None:
    """Tells that `widget`, or what is current within it, has the focus, if it has. Qt does when it
    gives the focus to a widget, and knows nothing of what is current there."""
    if not QAccessible.isActive() or not widget.hasFocus():
        return
    whole = QAccessible.queryAccessibleInterface(widget)
    current: QAccessibleInterface | None = whole.focusChild()
    here = whole if current is None else current
    QAccessible.updateAccessibility(QAccessibleEvent(here, QAccessible.Event.Focus))
