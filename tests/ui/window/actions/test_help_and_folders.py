"""The folders that the menus show, in the system's own window of files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from counterpoint.application.log import log_folder, start_log, stop_log
from tests.at_window import GO_ON, Sit
from tests.library_on_disk import LibraryOnDisk


@pytest.fixture
def shown(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """What the system's own window of files was asked to show: there is none here."""
    stop_log()
    folders: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: folders.append(Path(url.toLocalFile()))
    )
    yield folders
    stop_log()


def test_the_folder_of_the_log_is_shown(sit: Sit, disk: LibraryOnDisk, shown: list[Path]) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("log-folder")
    assert at.window.status.message() == "There is no log: it could not be written."
    start_log()

    at.window.menus.trigger("log-folder")

    assert shown == [log_folder()]


def test_the_folder_of_the_notes_is_shown(sit: Sit, disk: LibraryOnDisk, shown: list[Path]) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("notes-folder")
    assert at.window.status.message().startswith("There is no note yet")
    at.type("A note.", on=GO_ON)
    at.wait_saved()

    at.window.menus.trigger("notes-folder")

    assert shown == [disk.folder / "notes"]
