"""The corner breaks no word."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counterpoint.labels.position import shown_line
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.comparison.header.corner_header import CornerHeader
from counterpoint.ui.painting.text_block import longest_word
from counterpoint.ui.theme.theme import Theme


@pytest.mark.parametrize("width", [90, 110, 130, 156, 240])
def test_no_word_is_broken(qtbot: QtBot, theme: Theme, width: int) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    corner_header = CornerHeader(Style(theme, {}, None), parent)
    corner_header.set_text(shown_line(4, 10, 3, 16))
    corner_header.resize(width, 100)
    left, run = corner_header.fitting()
    assert longest_word(run) <= width - left - 8
