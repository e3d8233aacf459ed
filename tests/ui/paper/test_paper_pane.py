"""A page is set when it is seen, and anew when what it is set by has changed."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counterpoint.ui.paper.page_browser import PageBrowser
from counterpoint.ui.paper.page_style import PageStyle
from counterpoint.ui.paper.paper_pane import PaperPane
from counterpoint.ui.theme.theme import Theme


class OnePage(PaperPane):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, None)
        self.words = "One"
        self.asked: list[tuple[bool, bool]] = []
        """For each page that was set: whether it has no margin, and whether it kept its place."""
        self.paper = PageBrowser(theme, self)
        self.lay_out(QLabel("Bar", self), self.paper)

    def has_page(self) -> bool:
        return bool(self.words)

    def html(self, style: PageStyle, *, keep_place: bool) -> str:
        self.asked.append((style.slim, keep_place))
        return style.body(self.words)


@pytest.fixture
def pane(theme: Theme, qtbot: QtBot) -> OnePage:
    made = OnePage(theme)
    qtbot.addWidget(made)
    made.resize(900, 400)
    return made


def test_one_that_nobody_sees_is_set_once_it_is_seen(pane: OnePage) -> None:
    pane.set_page(keep_place=False)
    pane.set_page(keep_place=True)
    assert pane.asked == []
    pane.show()
    assert pane.asked == [(False, False)], "the first was from the top"
    assert pane.paper.toPlainText() == "One"


def test_nothing_is_set_where_there_is_nothing(pane: OnePage) -> None:
    pane.words = ""
    pane.show()
    pane.set_page(keep_place=False)
    assert pane.asked == []


def test_another_breadth_and_another_theme_set_it_anew_where_it_was(
    pane: OnePage, theme: Theme
) -> None:
    pane.show()
    pane.set_page(keep_place=False)
    pane.asked.clear()
    pane.resize(880, 400)
    assert pane.asked == [], "as broad as before"
    pane.resize(300, 400)
    assert pane.asked == [(True, True)]
    theme.set_zoom(1.5)
    assert pane.asked == [(True, True), (True, True)]
