"""A small library on the sources page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.ui.sources.page import SourcesPage
from counterpoint.ui.theme.theme import Theme
from tests.library_on_disk import LibraryOnDisk

FONTS = Path(__file__).parents[3] / "resources" / "fonts"

MakePage = Callable[[OpenedLibrary], SourcesPage]


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


@pytest.fixture
def make_page(qtbot: QtBot, theme: Theme, window: QWidget) -> MakePage:
    """Gives a function that shows a library and waits until its passages are there."""

    def make(library: OpenedLibrary) -> SourcesPage:
        page = SourcesPage(theme, window)
        page.resize(window.size())
        page.show_library(library)
        page.show()
        qtbot.waitExposed(page)
        qtbot.waitUntil(lambda: "Reading" not in page.view.paper.toPlainText())
        return page

    return make


@pytest.fixture
def page(make_page: MakePage, library: OpenedLibrary) -> SourcesPage:
    return make_page(library)
