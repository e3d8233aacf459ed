"""What is copied is what is there, but for what could act on a terminal."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counterpoint.ui.paper.page_browser import PageBrowser
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.clipboard import put_on_clipboard


@pytest.mark.parametrize("words", ["plain", "“a\u00a0quotation”\n\nin two", "מילים\u200f ועוד"])
def test_words_are_copied_as_they_are(qtbot: QtBot, words: str) -> None:
    put_on_clipboard(words)

    assert QGuiApplication.clipboard().text() == words


def test_control_characters_are_written_out(qtbot: QtBot) -> None:
    put_on_clipboard("a\x1b[201~rm -rf\x9d b")

    assert QGuiApplication.clipboard().text() == "a\\u001b[201~rm -rf\\u009d b"


def test_so_are_those_of_a_page(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    paper = PageBrowser(Theme(), window)
    paper.show_page("<p>a title\x1b[201~ with more</p>", keep_place=False)
    paper.selectAll()
    paper.copy()

    assert QGuiApplication.clipboard().text() == "a title\\u001b[201~ with more"
