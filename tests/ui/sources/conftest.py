"""A small library on the sources page."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.ui.sources.page import SourcesPage
from counterpoint.ui.theme.theme import Theme
from tests.ui.paper.conftest import library, shipped_fonts, theme, window

__all__ = ["library", "shipped_fonts", "theme", "window"]

MakePage = Callable[[OpenedLibrary], SourcesPage]


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
