"""A notebook on a real folder, seen through real widgets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.application.notes.notebook import Notebook
from counterpoint.storage.notes.notes_folder import NotesFolder
from counterpoint.ui.notebook.list.view import NoteListView
from counterpoint.ui.notebook.pane import NotebookPane
from counterpoint.ui.session.live_notebook import LiveNotebook
from counterpoint.ui.theme.font_files import load_interface_font, load_serif
from counterpoint.ui.theme.theme import Theme
from tests.hands import Hands

FONTS = Path(__file__).parents[3] / "resources" / "fonts"


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    load_interface_font(FONTS, qapp, system=False)
    load_serif(FONTS)


@pytest.fixture
def theme(fonts: None) -> Theme:
    return Theme()


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    """Someone who writes notes, on a real folder, in a time of their own."""
    return Hands(tmp_path / "notes")


@pytest.fixture
def notebook(hands: Hands) -> Notebook:
    """Saves when it is told to, in the time of `hands`."""
    return Notebook(NotesFolder(hands.folder), hands.clock)


@pytest.fixture
def live(qapp: QApplication, notebook: Notebook) -> Iterator[LiveNotebook]:
    live = LiveNotebook(notebook)
    yield live
    live.stop()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the widgets stand in, as they do in the app."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    return window


@pytest.fixture
def pane(qtbot: QtBot, live: LiveNotebook, theme: Theme, window: QWidget) -> NotebookPane:
    """A pane of 480 × 330 on the whole comparison, with the caret in it."""
    pane = NotebookPane(live, theme, window)
    pane.resize(480, 330)
    pane.show()
    pane.setFocus()
    qtbot.waitUntil(pane.editor.hasFocus)
    return pane


@pytest.fixture
def notes(live: LiveNotebook, theme: Theme, window: QWidget) -> NoteListView:
    """A list of 480 × 700."""
    view = NoteListView(live, theme, window)
    view.resize(480, 700)
    view.show()
    return view
