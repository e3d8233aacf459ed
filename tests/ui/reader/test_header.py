"""The bar above the text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counterpoint.domain.source import Source
from counterpoint.ui.reader.header import ReaderHeader, in_brief
from counterpoint.ui.reader.passage_order import PassageOrder
from counterpoint.ui.theme.theme import Theme
from tests.ui.reader.material import source_of


def source(author: str, marking: str) -> Source:
    return source_of("", author=author, marking=marking)[0]


@pytest.fixture
def header(qtbot: QtBot, theme: Theme) -> Iterator[ReaderHeader]:
    parent = QWidget()
    qtbot.addWidget(parent)
    header = ReaderHeader(theme, parent)
    header.resize(480, header.sizeHint().height())
    parent.show()
    yield header


@pytest.mark.parametrize(
    ("author", "marking", "brief"),
    [
        (
            "Embassy London (United States); signed LEBARON",
            "CONFIDENTIAL; SIPDIS",
            "Embassy London, 20 October 2008 · CONFIDENTIAL",
        ),
        ("Not stated in the text", "none", "Embassy London, 20 October 2008"),
        ("A. Clerk", "none", "A. Clerk, 20 October 2008"),
        ("Dr. Jane Smith", "none", "Dr. Jane Smith, 20 October 2008"),
        ("U.S. Department of State", "none", "U.S. Department of State, 20 October 2008"),
        ("J. Smith, K. Jones and L. Lee", "", "J. Smith, K. Jones and L. Lee, 20 October 2008"),
        ("Hugo Klijn", "None on the page; three places", "Hugo Klijn, 20 October 2008"),
    ],
)
def test_a_source_is_told_in_brief(author: str, marking: str, brief: str) -> None:
    assert in_brief(source(author, marking)) == brief


def test_the_title_and_what_is_known_are_shown(header: ReaderHeader) -> None:
    header.show_source(source("Hugo Klijn", "none"))
    assert header.title.text() == "Hard-headed engagement"
    assert header.brief.text() == "Hugo Klijn, 20 October 2008"
    header.show_source(None)
    assert header.title.isHidden()


def test_the_title_can_be_clicked_and_pressed(header: ReaderHeader, qtbot: QtBot) -> None:
    header.show_source(source("Hugo Klijn", "none"))
    with qtbot.waitSignal(header.title.clicked):
        QTest.mouseClick(header.title, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(header.title.clicked):
        QTest.keyClick(header.title, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(header.title.clicked):
        QTest.keyClick(header.title, Qt.Key.Key_A)


def test_the_walk_is_counted_and_its_ends_cannot_be_passed(header: ReaderHeader) -> None:
    passages = PassageOrder(["a", "b"], "of this claim")
    passages.current = "b"
    header.show_walk(passages)
    assert header.count.text() == "2 of 2"
    assert header.previous.isEnabled()
    assert not header.next.isEnabled()
    assert header.next.toolTip() == "Next passage of this claim (N)"
    header.show_walk(PassageOrder())
    assert header.count.text() == ""
    assert not header.previous.isEnabled()


def test_the_tip_names_what_is_stated_and_leaves_out_the_rest(header: ReaderHeader) -> None:
    header.show_source(source("A. Clerk", "not stated")._replace(publisher="not stated"))
    tip = QTextDocumentFragment.fromHtml(header.brief.toolTip()).toPlainText()
    assert tip.split() == ["Author:", "A.", "Clerk", "Date:", "2008-10-20"]
    nothing = source("not stated", "not stated")._replace(publisher="not stated", date="not stated")
    header.show_source(nothing)
    assert "not stated" not in header.brief.toolTip()
