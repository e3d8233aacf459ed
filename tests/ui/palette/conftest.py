"""A window with a palette, a field that had the focus, and entries of every kind."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.application.library.find import Entry, Kind
from counterpoint.ui.palette.field import SearchField
from counterpoint.ui.palette.view import Palette
from counterpoint.ui.theme.theme import Theme

FONTS = Path(__file__).parents[3] / "resources" / "fonts"

ENTRIES = (
    Entry(Kind.ACTION, "Find in the source", "Edit", "find", "Ctrl+F"),
    Entry(Kind.ACTION, "Larger", "View", "zoom-in", "Ctrl++"),
    Entry(Kind.ACTION, "About Counterpoint", "Help", "about"),
    Entry(Kind.APPROACH, "Containment", "A Cold War posture", "containment"),
    Entry(Kind.APPROACH, "Helsinki-style détente", "Talks in packages", "helsinki"),
    Entry(Kind.DIMENSION, "Diagnosis", "What drives Moscow?", "diagnosis"),
    Entry(Kind.SOURCE, "UK/Russia relations", "London cable, 2008-10-20", "london-cable-2008"),
    *(Entry(Kind.CLAIM, f"Moscow is tested, time {n}", "B · Record", f"c{n}") for n in range(300)),
    Entry(Kind.NOTE, "Does any text test this?", "A · Diagnosis", "n1"),
)


@pytest.fixture(scope="session")
def shipped_fonts(qapp: object) -> None:
    for path in sorted(FONTS.glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


@pytest.fixture
def theme(shipped_fonts: None) -> Theme:
    return Theme()


class Window(QWidget):
    """What stands round a palette. Without a layout, as off screen a least size draws a warning."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.search = SearchField(theme, self)
        self.text = QPlainTextEdit("The text that one was in.", self)
        self.other = QPlainTextEdit("Another text.", self)
        self.search.setGeometry(430, 30, 420, 28)
        self.text.setGeometry(0, 80, 600, 700)
        self.other.setGeometry(600, 80, 600, 700)
        self.palette_ = Palette(theme, self)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Window:
    """1280 × 800, the focus in its text."""
    window = Window(theme)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    window.text.setFocus()
    qtbot.waitUntil(window.text.hasFocus)
    return window


@pytest.fixture
def palette(window: Window, qtbot: QtBot) -> Palette:
    """Open, over nothing typed."""
    window.palette_.open_with(lambda: ENTRIES)
    qtbot.waitUntil(window.palette_.query.hasFocus)
    return window.palette_
