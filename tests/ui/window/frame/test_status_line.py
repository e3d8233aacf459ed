"""What the status line says is said to who listens as well."""

import pytest
from pytestqt.qtbot import QtBot

from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.window.frame.status_line import StatusLine
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


def test_what_was_just_done_is_said_for_a_while(
    sit: Sit, disk: LibraryOnDisk, qtbot: QtBot
) -> None:
    status = StatusLine(Theme(), sit(disk.folder).window, brief=5)
    status.say_briefly("Copied.")
    assert status.message() == "Copied."
    qtbot.waitUntil(lambda: not status.message())


def test_what_stays_is_not_taken_away_with_what_was_said_before(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    status = StatusLine(Theme(), sit(disk.folder).window, brief=5)
    status.say_briefly("Copied.")
    status.say("The library was read again.")
    status.say_briefly("")
    status.show_message("The words have moved.")
    assert not status.is_brief


def test_in_the_window_what_was_copied_goes_again(sit: Sit, disk: LibraryOnDisk) -> None:
    window = sit(disk.folder).window
    window.menus.trigger("copy-all")
    assert window.status.message().startswith("Copied")
    assert window.status.is_brief
