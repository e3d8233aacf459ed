"""What stands in the window when there is no library to show, and the ways on from there."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from counterpoint.labels.problem import in_a_line
from counterpoint.storage.library import library_cache
from counterpoint.storage.place import shipped_library
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.window.lifecycle.opening_page import OpeningPage
from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk


def button(page: OpeningPage, words: str) -> PlainButton:
    (found,) = (each for each in page.findChildren(PlainButton) if each.text() == words)
    assert found.isVisible(), words
    return found


def missing(folder: Path) -> Path:
    return folder / "not there"


def a_file(folder: Path) -> Path:
    path = folder / "letter.txt"
    path.write_text("not a folder")
    return path


def empty(folder: Path) -> Path:
    path = folder / "empty"
    path.mkdir()
    return path


def without_corpus(folder: Path) -> Path:
    path = folder / "half"
    (path / "options").mkdir(parents=True)
    return path


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (missing, ["not there: the folder is not there; choose a library's folder."]),
        (a_file, ["letter.txt: the file is not a folder; choose a library's folder."]),
        (
            empty,
            [
                "corpus/: “empty” has no folder corpus/; a library is a folder with corpus/ and",
                "options/: “empty” has no folder options/; a library is a folder with corpus/ and",
            ],
        ),
        (without_corpus, ["corpus/: “half” has no folder corpus/; a library is"]),
    ],
)
def test_the_page_says_which_file_what_and_what_to_do(
    sit: Sit, tmp_path: Path, make: "object", said: list[str]
) -> None:
    assert callable(make)
    folder = make(tmp_path)
    at = sit(folder)

    assert at.sees_page()
    assert at.window.lifecycle.page.text().startswith(
        f"“{folder.name}” cannot be opened as a library"
    )
    for each in said:
        assert each in at.window.lifecycle.page.text()
    wanted = button(at.window.lifecycle.page, "Open library…")
    at.qtbot.waitUntil(lambda: QApplication.focusWidget() is wanted)


def test_an_empty_library_opens_and_says_what_is_missing(sit: Sit, tmp_path: Path) -> None:
    for part in ("corpus", "options"):
        (tmp_path / "bare" / part).mkdir(parents=True)
    at = sit(tmp_path / "bare")

    assert not at.sees_page()
    assert at.window.space.session.library is not None
    at.window.menus.trigger("problems")
    listed = [in_a_line(problem) for problem in at.window.space.session.library.contents.problems]
    assert any("options/dimensions.yaml" in each for each in listed), listed


def test_a_library_whose_cache_takes_long_to_read_is_opened_from_there_off_the_windows_thread(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = sit(disk.folder)
    first.window.close()
    monkeypatch.setattr(library_cache, "_LARGE", 1)
    monkeypatch.setattr(library_cache, "read_afresh", None)

    at = sit(disk.folder)

    at.qtbot.waitUntil(at.is_open)
    at.jump_to(GO_ON)
    assert at.jumped_to() == "Talks should go on."


def test_another_library_is_opened_from_the_page(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(missing(tmp_path))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(disk.folder))

    at.click(button(at.window.lifecycle.page, "Open library…"))
    at.qtbot.waitUntil(at.is_open)

    assert not at.sees_page()
    assert at.window.windowTitle() == "Small – Counterpoint"
    at.jump_to(GO_ON)
    assert at.jumped_to() == "Talks should go on."
    at.type("From here on.")
    at.wait_saved()
    assert not missing(tmp_path).exists()


def test_the_shipped_library_is_opened_from_the_page(sit: Sit, tmp_path: Path) -> None:
    at = sit(missing(tmp_path))

    at.click(button(at.window.lifecycle.page, "Open the library that comes with Counterpoint"))
    at.qtbot.waitUntil(at.is_open, timeout=20_000)

    assert at.window.space.session.library is not None
    assert at.window.space.session.library.folder == shipped_library()


def test_try_again_finds_what_was_put_there_meanwhile(sit: Sit, tmp_path: Path) -> None:
    at = sit(tmp_path / "late")
    at.click(button(at.window.lifecycle.page, "Try again"))
    at.qtbot.waitUntil(lambda: "cannot be opened" in at.window.lifecycle.page.text())

    LibraryOnDisk.make(tmp_path / "late")
    at.click(button(at.window.lifecycle.page, "Try again"))
    at.qtbot.waitUntil(lambda: not at.sees_page())
    at.qtbot.waitUntil(at.is_open)

    assert at.window.bar.title.text() == "Small"


def test_nothing_is_offered_that_needs_a_library(sit: Sit, tmp_path: Path) -> None:
    at = sit(missing(tmp_path))
    window = at.window

    assert not window.bar.views.isVisible()
    assert not window.bar.rows.isVisible()
    assert not window.menus.action("note-on-all").isEnabled()
    assert window.menus.action("open").isEnabled()
    window.menus.trigger("colours-dark")
    assert window.theme.colours.dark


def test_a_library_that_is_taken_away_is_missed_when_it_is_read_again(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    away = disk.folder.with_name("away")
    disk.folder.rename(away)

    at.window.menus.trigger("reload")
    at.qtbot.waitUntil(lambda: "could not be read again" in at.window.status.message())
    rows = at.window.reports.panel.list.model()
    shown = [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]
    assert any("folder is not there" in each for each in shown), shown
    assert at.window.menus.action("note-on-all").isEnabled()
    assert not at.sees_page()

    away.rename(disk.folder)
    at.read_again()
    assert at.window.menus.action("note-on-all").isEnabled()
    assert at.window.bar.views.isVisible()


def test_reading_can_be_stopped_and_begun_again(sit: Sit, disk: LibraryOnDisk) -> None:
    """With so many approaches that there is time to press the button."""
    talk = disk.read("options/talk.yaml")
    for number in range(300):
        disk.write(f"options/copy-{number:03}.yaml", talk)
    at = _begun(sit, disk)

    at.qtbot.waitUntil(lambda: "of 30" in at.window.lifecycle.page.text(), timeout=20_000)
    at.click(button(at.window.lifecycle.page, "Cancel"))
    assert "The reading was stopped" in at.window.lifecycle.page.text()
    assert "Nothing was changed." in at.window.lifecycle.page.text()

    at.click(button(at.window.lifecycle.page, "Try again"))
    at.qtbot.waitUntil(lambda: at.window.space.session.library is not None, timeout=60_000)
    assert len(at.window.space.session.library.contents.approaches) == 302  # type: ignore[union-attr]


def _begun(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    at = sit(disk.folder.with_name("nothing"))
    at.window.libraries.open(disk.folder)
    return at
