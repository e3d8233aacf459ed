"""What the status line says is said to who listens as well."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from tests.at_window import Sit
from tests.library_on_disk import LibraryOnDisk


def test_what_is_said_is_announced_once(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(disk.folder).window
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    window.menus.trigger("next-of-approach")
    window.status.say("")

    assert heard == ["Choose an approach, a claim or a cell first."]
