"""What was open lately is a menu away."""

import json
import os
import sys
from pathlib import Path

import pytest

from counterpoint.ui.window.frame.recent_menu import TITLE, RecentMenu
from tests.at_window import AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk


def recent(here: AtWindow) -> RecentMenu:
    (menu,) = (
        action.menu()
        for action in here.window.menus.menus["Library"].actions()
        if action.text() == TITLE
    )
    assert isinstance(menu, RecentMenu)
    menu.aboutToShow.emit()
    return menu


def test_at_first_there_is_none(sit: Sit, disk: LibraryOnDisk) -> None:
    (only,) = recent(sit(disk.folder)).actions()

    assert not only.isEnabled()


def test_the_library_that_was_open_before_is_opened_again(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    other = LibraryOnDisk.make(tmp_path / "R & D")
    here = sit(disk.folder)
    here.window.libraries.open(other.folder)
    here.qtbot.waitUntil(here.is_open)

    (action,) = recent(here).actions()
    assert action.text() == str(disk.folder)
    action.trigger()

    here.qtbot.waitUntil(lambda: here.window.lifecycle.opener.folder == disk.folder)
    here.qtbot.waitUntil(here.is_open)
    (back,) = recent(here).actions()
    assert back.text().endswith("R && D")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the names of files are UTF-8")
def test_a_library_whose_name_is_not_utf_8_is_opened_again(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    odd = LibraryOnDisk.make(tmp_path / os.fsdecode(b"q\xff"))
    here = sit(odd.folder)
    here.window.libraries.open(disk.folder)
    here.qtbot.waitUntil(here.is_open)

    (action,) = recent(here).actions()
    action.trigger()

    here.qtbot.waitUntil(lambda: here.window.lifecycle.opener.folder == odd.folder)
    here.qtbot.waitUntil(here.is_open)
    assert here.window.lifecycle.shows(odd.folder)


def test_a_library_opened_by_a_relative_path_is_found_from_any_folder(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = LibraryOnDisk.make(tmp_path / "other")
    monkeypatch.chdir(tmp_path)
    here = sit(Path("other"))
    here.window.libraries.open(disk.folder)
    here.qtbot.waitUntil(here.is_open)

    (action,) = recent(here).actions()

    assert action.text() == str(other.folder)


@pytest.mark.parametrize("bad", ["no\0path", "\ud800", "loop", "file/under", "n" * 5000])
def test_a_path_that_leads_nowhere_hides_no_other(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, own_home: Path, bad: str
) -> None:
    other = LibraryOnDisk.make(tmp_path / "other")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").write_text("")
    path = bad if "\0" in bad else str(tmp_path / bad)
    settings = {"recent_libraries": [path, str(other.folder)]}
    (own_home / "settings.json").write_text(json.dumps(settings))

    here = sit(disk.folder)

    offered = {action.text(): action for action in recent(here).actions()}
    assert str(other.folder) in offered
    for action in offered.values():
        if action.text() != str(other.folder):
            action.trigger()
            here.qtbot.waitUntil(here.sees_page)
    offered[str(other.folder)].trigger()
    here.qtbot.waitUntil(lambda: here.is_open() and not here.sees_page())
    here.window.lifecycle.keep()
    assert here.window.lifecycle.opener.folder == other.folder


def test_a_library_is_offered_once_however_its_path_is_written(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, own_home: Path
) -> None:
    other = LibraryOnDisk.make(tmp_path / "other")
    (tmp_path / "link").symlink_to(other.folder)
    spellings = [str(tmp_path / "link"), f"{other.folder}/", str(other.folder)]
    settings = {"recent_libraries": [*spellings, str(disk.folder)]}
    (own_home / "settings.json").write_text(json.dumps(settings))
    here = sit(disk.folder)

    (action,) = recent(here).actions()
    assert action.text() == spellings[0]

    here.window.libraries.open(other.folder)
    here.qtbot.waitUntil(here.is_open)
    here.window.lifecycle.keep()
    kept = here.window.window_state.settings.recent_libraries
    assert kept == (str(other.folder), str(disk.folder))
