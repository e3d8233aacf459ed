"""A look and the shipped letters for the reader's tests."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counterpoint.ui.reader.page.view import ReaderView
from counterpoint.ui.reader.pane import ReaderPane
from counterpoint.ui.theme.font_files import load_interface_font, load_serif
from counterpoint.ui.theme.theme import Look

FONTS = Path(__file__).parents[3] / "resources" / "fonts"


@pytest.fixture(scope="session")
def letters(qapp: QApplication) -> None:
    load_interface_font(FONTS, qapp, system=False)
    load_serif(FONTS)


@pytest.fixture
def look(letters: None) -> Look:
    return Look()


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> ReaderView:
    """An empty page of 560 × 600, on the screen and with the focus."""
    view = ReaderView(look)
    qtbot.addWidget(view)
    view.resize(560, 600)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


@pytest.fixture
def pane(qtbot: QtBot, look: Look) -> ReaderPane:
    """An empty reader of 560 × 600, on the screen."""
    pane = ReaderPane(look)
    qtbot.addWidget(pane)
    pane.resize(560, 600)
    pane.show()
    pane.activateWindow()
    return pane
