"""What was open lately is a menu away."""

from pathlib import Path

from counterpoint.ui.window.recent import TITLE, RecentMenu
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
    here.window.open_library(other.folder)
    here.qtbot.waitUntil(here.is_open)

    (action,) = recent(here).actions()
    assert action.data() == str(disk.folder)
    action.trigger()

    here.qtbot.waitUntil(lambda: here.window.opener.folder == disk.folder)
    here.qtbot.waitUntil(here.is_open)
    (back,) = recent(here).actions()
    assert back.text().endswith("R && D")
