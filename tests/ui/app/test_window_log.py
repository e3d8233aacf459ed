"""What a window does stands in the log."""

from collections.abc import Iterator

import pytest

from counterpoint.application.log import log_folder, stop_log
from counterpoint.ui.app.window_log import WindowLog
from tests.at_window import GO_ON, Sit
from tests.library_on_disk import LibraryOnDisk


@pytest.fixture(autouse=True)
def own_log(own_home: object) -> Iterator[None]:
    stop_log()
    yield
    stop_log()


def test_which_library_is_shown_is_logged_and_no_word_of_a_note(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    WindowLog(at.window.lifecycle, "debug", at.window)
    at.type("Mine alone.", on=GO_ON)
    at.wait_saved()

    with at.qtbot.waitSignal(at.window.ready):
        at.window.menus.trigger("reload")

    words = (log_folder() / "counterpoint.log").read_text("utf-8")
    assert "INFO Counterpoint" in words
    assert "INFO Qt 6." in words
    assert f"1 source, 2 approaches, 0 problems; {disk.folder}" in words
    assert "Mine alone" not in words


def test_that_no_library_is_shown_is_logged(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder / "missing")
    WindowLog(at.window.lifecycle, "info", at.window)

    with at.qtbot.waitSignal(at.window.ready):
        at.window.lifecycle.reload()

    assert "WARNING no library is shown" in (log_folder() / "counterpoint.log").read_text("utf-8")
