"""What a screen reader would hear, in this process."""

import pytest
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleTextCursorEvent,
)

from counterpoint.ui.accessibility.factory import install


def listen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What we tell from now on, as if a screen reader ran: announcements, the name of what has
    the focus, and for the caret "5 in NAME". What Qt tells by itself is not heard here."""
    install()
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())
            return
        name = event.accessibleInterface().text(QAccessible.Text.Name)
        if isinstance(event, QAccessibleTextCursorEvent):
            heard.append(f"{event.cursorPosition()} in {name}")
        else:
            assert event.type() == QAccessible.Event.Focus
            heard.append(name)

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard
