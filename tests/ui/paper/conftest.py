"""A small library, and a window for pages of it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.ui.theme.theme import Theme
from tests.library_on_disk import LibraryOnDisk

FONTS = Path(__file__).parents[3] / "resources" / "fonts"


@pytest.fixture(scope="session")
def shipped_fonts(qapp: object) -> None:
    for path in sorted(FONTS.glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


@pytest.fixture
def theme(shipped_fonts: None) -> Theme:
    return Theme()


@pytest.fixture
def library(disk: LibraryOnDisk) -> OpenedLibrary:
    return OpenedLibrary.open(disk.folder, None)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window that asks for no size of its own, about which an off-screen platform would warn."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    return window
