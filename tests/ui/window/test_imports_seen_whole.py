"""At 200 % on a small screen every word is whole of what documents, descriptions and new versions
are brought in by, and all that takes the focus there has a name."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from tests.at_window import AtWindow, Sit
from tests.importing_library import SPEECH
from tests.library_on_disk import LETTER, LibraryOnDisk
from tests.ui.window.seen_whole import not_whole
from tests.ui.window.test_small_screen import sit_at_twice


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "speeches"
    folder.mkdir()
    (folder / "speech.txt").write_text(SPEECH)
    lines = ("He said that he would vote for the text as it stood, and asked for more. " * 2,) * 3
    (folder / "vote.txt").write_text("\n".join(lines))
    (folder / "data.xml").write_text('<?xml version="1.0"?><data><row/></data>')
    return folder


def seen_whole(at: AtWindow, zoom: float) -> None:
    """Once what was posted is seen to."""

    def whole() -> None:
        QCoreApplication.sendPostedEvents()
        assert not_whole(at.window, zoom) == []

    at.qtbot.waitUntil(whole)


def walk(at: AtWindow, documents: Path, zoom: float) -> None:
    """Through all of it, one page after the other."""
    space, live = at.window.space, at.window.space.live_sources
    at.window.menus.trigger("arrivals")
    seen_whole(at, zoom)
    live.brought.emit([documents])
    at.qtbot.waitUntil(lambda: bool(live.arrivals) and not live.at_work, timeout=20_000)
    at.qtbot.waitUntil(at.is_open)
    space.pane("arrivals").setFocus()
    for _ in range(5):
        seen_whole(at, zoom)
        at.key(Qt.Key.Key_Down)
    at.key(Qt.Key.Key_Tab)
    space.navigator.show_source("letter")
    seen_whole(at, zoom)
    at.window.menus.trigger("describe")
    seen_whole(at, zoom)
    for _ in range(14):
        at.key(Qt.Key.Key_Tab)
    at.key(Qt.Key.Key_Escape)
    at.window.menus.trigger("revision")
    seen_whole(at, zoom)
    revised = documents / "letter 2.txt"
    revised.write_text(LETTER.replace("unrealistic", "never realistic"))
    live.compared_with.emit("letter", revised)
    at.qtbot.waitUntil(lambda: live.revision is not None, timeout=20_000)
    seen_whole(at, zoom)
    for key in (Qt.Key.Key_Down, *(Qt.Key.Key_Tab,) * 6):
        at.key(key)
    seen_whole(at, zoom)


def test_no_word_is_cut_at_twice_the_size(sit: Sit, disk: LibraryOnDisk, documents: Path) -> None:
    walk(sit_at_twice(sit, disk), documents, 2.0)


def test_whatever_takes_the_focus_has_a_name(
    sit: Sit, disk: LibraryOnDisk, documents: Path, qapp: QApplication
) -> None:
    at = sit(disk.folder)
    passed: list[QWidget] = []

    def follow(_before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            passed.append(now)

    qapp.focusChanged.connect(follow)
    walk(at, documents, 1.0)
    qapp.focusChanged.disconnect(follow)

    nameless = {
        type(each).__name__
        for each in passed
        if isValid(each)
        and not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name).strip()
    }
    assert nameless == set()
    assert {"LineField", "PageBrowser", "ListView"} <= {type(each).__name__ for each in passed}
