"""What the status line says is said to who listens as well."""

import pytest

from tests.at_window import Sit
from tests.ears import listen
from tests.library_on_disk import LibraryOnDisk


def test_what_is_said_is_announced_once(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(disk.folder).window
    heard = listen(monkeypatch)
    window.menus.trigger("next-of-approach")
    window.status.say("")

    assert heard == ["Choose an approach, a claim or a cell first."]


def test_what_is_only_shown_is_not_announced(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(disk.folder).window
    heard = listen(monkeypatch)
    window.space.signals.shown.emit("The words have moved.")
    assert window.status.message() == "The words have moved."
    assert heard == []
