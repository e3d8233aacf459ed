"""A lock on the settings that does not go: the window closes, switches and reads all the same."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from counterpoint.ui.settings.write_lock import write_lock
from tests.at_window import GO_ON, Sit, on_disk
from tests.library_on_disk import LibraryOnDisk
from tests.ui.settings.locks import KINDS, folder

Kind = Callable[[Path], AbstractContextManager[None]]


@pytest.mark.parametrize("kind", KINDS)
def test_closing_says_so_and_costs_no_note(
    sit: Sit, disk: LibraryOnDisk, own_home: Path, kind: Kind, caplog: pytest.LogCaptureFixture
) -> None:
    lock = write_lock(own_home / "settings.ini")
    with kind(lock):
        at = sit(disk.folder)
        at.type("Still here.", on=GO_ON)

        with caplog.at_level(logging.WARNING, "counterpoint"):
            assert at.window.close()

        at.qtbot.waitUntil(lambda: not at.window.isVisible(), timeout=5_000)
        assert on_disk(disk.folder / "notes") == ["Still here."]
        assert not (own_home / "settings.ini").exists()
        assert str(lock) in at.window.status.message()
        assert [each.getMessage() for each in caplog.records] == [at.window.status.message()]


def test_another_library_opens_and_one_is_read_again(
    sit: Sit, disk: LibraryOnDisk, own_home: Path
) -> None:
    other = LibraryOnDisk.make(disk.folder.with_name("other"))
    with folder(write_lock(own_home / "settings.ini")):
        at = sit(disk.folder)
        at.read_again()
        at.jump_to(GO_ON)

        with at.qtbot.waitSignal(at.window.ready, timeout=20_000):
            at.window.libraries.open(other.folder)

        assert at.window.lifecycle.shows(other.folder)
    at.window.menus.trigger("zoom-in")
    assert at.window.close()
    words = (own_home / "settings.ini").read_text("ascii")
    assert "zoom=1.1" in words and words.count("folder=") == 2, "kept once the lock is away"
