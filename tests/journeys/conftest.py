"""Journeys run twice: on the sources, and with COUNTERPOINT_INSTALLED on a wheel elsewhere.

A journey asks for nothing that only a checkout has: it gets at the shipped library through
`counterpoint.storage.place`, and at the commands through `command`.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import counterpoint
from counterpoint.bootstrap import make_window
from counterpoint.domain.note import Target
from counterpoint.storage import place
from counterpoint.ui.comparison.grid.grid import Grid
from counterpoint.ui.theme.font_files import load_interface_font
from tests.at_window import open_beside

Command = Callable[..., "subprocess.CompletedProcess[str]"]
SOURCES = Path(__file__).resolve().parents[2] / "app"


@pytest.fixture(autouse=True, scope="session")
def the_right_counterpoint() -> None:
    """Fails the journeys where they would not try what they are meant to."""
    from_sources = Path(counterpoint.__file__).resolve().is_relative_to(SOURCES)
    assert from_sources == ("COUNTERPOINT_INSTALLED" not in os.environ), counterpoint.__file__


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Runs `counterpoint` with some words, as installed beside this Python, in an empty folder.

    The environment is the test's, so that COUNTERPOINT_HOME is a folder of its own.
    """
    folder = tmp_path / "somewhere else"
    folder.mkdir()

    def run(
        *words: str | Path, program: str = "counterpoint"
    ) -> "subprocess.CompletedProcess[str]":
        found = shutil.which(program, path=str(Path(sys.executable).parent))
        assert found is not None, f"{program} is not installed beside {sys.executable}"
        return subprocess.run(
            [found, *map(str, words)],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


class Sitting:
    """A person at the window: opens it, uses it with keys and mouse, closes it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.window = make_window(folder)
        self.window.resize(1280, 800)
        with qtbot.waitSignal(self.window.ready, timeout=20_000):
            self.window.show()
        open_beside(self.window)
        qtbot.waitUntil(self.has_painted, timeout=5_000)

    @property
    def grid(self) -> Grid:
        return self.window.space.comparison.grid

    def has_painted(self) -> bool:
        return self.window.space.has("reader") and self.window.space.has("notebook")

    def keys(self, *keys: Qt.Key, on: QWidget | None = None) -> None:
        """Pressed one after the other where the focus is, or on `on`."""
        for key in keys:
            widget = on or QApplication.focusWidget() or self.grid
            self.qtbot.keyClick(widget, key)

    def click_claim(self, target: Target) -> None:
        """The mouse on the first line of a claim in the grid."""
        self.window.space.comparison.select(target)
        place = self.grid.place()
        assert place is not None
        spot = self.grid.rect_of(place).topLeft() + QPoint(30, 8)
        self.qtbot.mouseClick(self.grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    def keys_go_to(self, pane: QWidget) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is pane or pane.isAncestorOf(focus))

    def is_peeking(self) -> bool:
        return self.window.space.comparison.peeker.is_open

    def words_jumped_to(self) -> str:
        """What the reader has marked as jumped to, as the file has it."""
        reader = self.window.space.reader
        span = reader.view.jump_span
        if span is None or reader.source is None or self.window.space.session.library is None:
            return ""
        return self.window.space.session.library.text(reader.source.id).text[span.start : span.end]

    def close(self) -> None:
        self.window.close()
        self.qtbot.waitUntil(lambda: not self.window.isVisible())


@pytest.fixture
def sit(qtbot: QtBot, application: QApplication) -> Iterator[Callable[[Path], Sitting]]:
    """Sits down at a window on a library; every window is closed at the end."""
    sittings: list[Sitting] = []

    def open_on(folder: Path) -> Sitting:
        sittings.append(Sitting(qtbot, folder))
        return sittings[-1]

    yield open_on
    for each in sittings:
        each.window.close()
        each.window.deleteLater()


@pytest.fixture
def application(qapp: QApplication) -> QApplication:
    """Dressed as the program's own."""
    load_interface_font(place.resources() / "fonts", qapp, system=False)
    return qapp
