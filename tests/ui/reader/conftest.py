"""A look and the shipped letters for the reader's tests."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counterpoint.ui.reader.page.view import ReaderView
from counterpoint.ui.reader.pane import ReaderPane
from counterpoint.ui.theme.font_files import load_interface_font, load_serif
from counterpoint.ui.theme.theme import Theme

FONTS = Path(__file__).parents[3] / "resources" / "fonts"


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    load_interface_font(FONTS, qapp, system=False)
    load_serif(FONTS)


@pytest.fixture
def theme(fonts: None) -> Theme:
    return Theme()


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> ReaderView:
    """An empty page of 560 × 600, on the screen and with the focus."""
    view = ReaderView(theme)
    qtbot.addWidget(view)
    view.resize(560, 600)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> ReaderPane:
    """An empty reader of 560 × 600, on the screen."""
    pane = ReaderPane(theme)
    qtbot.addWidget(pane)
    pane.resize(560, 600)
    pane.show()
    pane.activateWindow()
    return pane
