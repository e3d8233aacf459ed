"""The document that a source was taken from, opened by the system's own program."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from tests.at_window import AtWindow, Sit
from tests.report_library import report_library

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class System(QObject):
    """The program that the system has for files, which opens nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def system() -> Iterator[System]:
    system = System()
    QDesktopServices.setUrlHandler("file", system, "take")  # type: ignore[arg-type]  # as Qt has it
    yield system
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return report_library(tmp_path)


@pytest.fixture
def at(sit: Sit, library: Path) -> AtWindow:
    at = sit(library)
    at.window.space.navigator.open_source("report")
    at.qtbot.waitUntil(lambda: at.window.space.reader.source is not None)
    return at


def said(at: AtWindow) -> str:
    return at.window.status.message()


def test_from_the_readers_header_and_its_menu(at: AtWindow, library: Path, system: System) -> None:
    reader = at.window.space.reader
    at.click(reader.header.more)
    menu = reader.header.menu
    assert menu is not None
    one, folder = menu.actions()
    assert (one.text(), folder.text()) == (
        "Open the original",
        "Show the original in its folder",
    )
    one.trigger()
    at.qtbot.waitUntil(lambda: system.opened == [library / "originals" / "report.pdf"])
    folder.trigger()
    at.qtbot.waitUntil(lambda: system.opened[1:] == [library / "originals"])


def test_from_the_page_of_the_source_and_the_menu_of_the_window(
    at: AtWindow, library: Path, system: System
) -> None:
    at.window.space.navigator.show_source("report")
    at.window.space.sources.view.paper.asked.emit("original", "report")
    at.qtbot.waitUntil(lambda: len(system.opened) == 1)
    at.window.menus.trigger("show-original")
    at.qtbot.waitUntil(lambda: system.opened[1:] == [library / "originals"])


@pytest.mark.parametrize("damage", ["missing", "changed"])
def test_what_is_missing_or_another_is_not_opened(
    at: AtWindow, library: Path, system: System, damage: str
) -> None:
    original = library / "originals" / "report.pdf"
    if damage == "missing":
        original.unlink()
        why = "It was not opened: originals/report.pdf is missing."
    else:
        original.write_bytes(b"another")
        why = "It was not opened: originals/report.pdf is not the file “report.pdf”"
    at.window.menus.trigger("open-original")
    at.qtbot.waitUntil(lambda: said(at).startswith(why))
    assert not system.opened


@pytest.mark.parametrize(
    "place",
    ["originals/report.desktop", "originals/../corpus/letter.txt", "corpus/letter.txt", "/x.pdf"],
)
def test_what_a_library_calls_an_original_is_opened_only_if_it_is_a_document(
    sit: Sit, library: Path, system: System, place: str
) -> None:
    file = library / "corpus" / "report.yaml"
    words = file.read_text(encoding="utf-8")
    file.write_text(words.replace("originals/report.pdf", place), encoding="utf-8")
    at = sit(library)
    at.window.space.navigator.open_source("report")
    at.qtbot.waitUntil(lambda: at.window.space.reader.source is not None)
    at.window.menus.trigger("open-original")
    at.qtbot.waitUntil(lambda: "is not of a kind that Counterpoint imports" in said(at))
    assert not system.opened


def test_a_source_without_an_original_says_so(at: AtWindow, system: System) -> None:
    at.window.space.navigator.open_source("letter")
    at.qtbot.waitUntil(lambda: not at.window.space.reader.header.more.isVisible())
    at.window.menus.trigger("open-original")
    at.qtbot.waitUntil(lambda: said(at).startswith("Of this source only the text is here"))
    assert not system.opened
