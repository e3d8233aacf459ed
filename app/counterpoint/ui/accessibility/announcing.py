"""Telling who listens what others see. Where no screen reader runs, nothing happens."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

# What Qt has for screen readers is imported where it is used: none of it before the first paint.


def announce(widget: QWidget, words: str) -> None:
    """Has a screen reader say `words`, as `widget`'s."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def tell_focus(widget: QWidget) -> None:
    """Tells that `widget`, or what is current within it, has the focus, if it has. Qt does when it
    gives the focus to a widget, and knows nothing of what is current there."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    if not QAccessible.isActive() or not widget.hasFocus():
        return
    whole = QAccessible.queryAccessibleInterface(widget)
    current: QAccessibleInterface | None = whole.focusChild()
    here = whole if current is None else current
    QAccessible.updateAccessibility(QAccessibleEvent(here, QAccessible.Event.Focus))
