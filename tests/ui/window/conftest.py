"""Windows on real libraries; every one is closed at the end of its test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counterpoint.storage import place
from counterpoint.ui.theme.fonts import load_fonts
from tests.at_window import AtWindow, Sit


@pytest.fixture(scope="session")
def letters(qapp: QApplication) -> None:
    load_fonts(place.resources() / "fonts", qapp, system=False)


@pytest.fixture
def sit(qtbot: QtBot, letters: None) -> Iterator[Sit]:
    """Sits down at a window on a library."""
    opened: list[AtWindow] = []

    def open_on(folder: Path) -> AtWindow:
        opened.append(AtWindow(qtbot, folder))
        return opened[-1]

    yield open_on
    for each in opened:
        each.leave()
