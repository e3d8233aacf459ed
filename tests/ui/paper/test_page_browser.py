"""The sheet: what it loads, and what its links ask."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QPixmap, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.domain.approach import Stance
from counterpoint.ui.paper.mark_images import MarkImages
from counterpoint.ui.paper.page_browser import PageBrowser
from counterpoint.ui.paper.page_style import COLUMN, Breadth, PageStyle
from counterpoint.ui.theme.theme import Theme


@pytest.fixture
def paper(qtbot: QtBot, theme: Theme, window: QWidget) -> PageBrowser:
    made = PageBrowser(theme, window)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_only_the_drawn_marks_are_ever_loaded(
    paper: PageBrowser, theme: Theme, tmp_path: Path
) -> None:
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    assert picture.save(str(tmp_path / "a.png"))
    url = QUrl.fromLocalFile(str(tmp_path / "a.png"))
    kind = QTextDocument.ResourceType.ImageResource.value
    paper.show_page(f'<p>x<img src="{url.toString()}"></p>', keep_place=False)
    assert QPixmap(paper.document().resource(kind, url)).isNull()
    marked = MarkImages(theme).stance(Stance.ADVOCATES, "#0072b2", 9)
    paper.show_page(f"<p>{marked}</p>", keep_place=False)
    name = QUrl(marked.split('"')[1])
    assert not QPixmap(paper.document().resource(kind, name)).isNull()


def test_the_column_is_in_the_middle_and_no_wider_than_can_be_read(
    paper: PageBrowser, qtbot: QtBot, theme: Theme
) -> None:
    paper.show_page("<p>words</p>", keep_place=False)
    breadths = [paper.breadth]
    form = paper.document().rootFrame().frameFormat()
    sides = form.leftMargin() + form.rightMargin()
    assert paper.viewport().width() - sides == COLUMN
    assert abs(form.leftMargin() - form.rightMargin()) <= 1
    paper.resize(600, 600)
    qtbot.waitUntil(lambda: paper.breadth is Breadth.NARROW)
    assert paper.document().rootFrame().frameFormat().leftMargin() == 24
    theme.set_zoom(2)
    breadths.append(paper.breadth)
    assert breadths == [Breadth.WIDE, Breadth.SLIM]


def test_a_click_on_a_link_asks_and_goes_nowhere(
    paper: PageBrowser, qtbot: QtBot, theme: Theme
) -> None:
    link = PageStyle(theme).link("jump", "talk/go on/1 ä%", "there")
    paper.show_page(f"<p>{link}</p>", keep_place=False)
    with qtbot.waitSignal(paper.asked) as asked:
        QTest.mouseClick(paper.viewport(), Qt.MouseButton.LeftButton, pos=over(paper, "there"))
    assert asked.args == ["jump", "talk/go on/1 ä%"]
    assert paper.toPlainText() == "there"
    assert paper.source().isEmpty()


def test_a_link_is_reached_and_chosen_with_the_keys(
    paper: PageBrowser, qtbot: QtBot, theme: Theme
) -> None:
    paper.show_page(f"<p>x {PageStyle(theme).link('more', '', 'Show more')}</p>", keep_place=False)
    paper.setFocus()
    QTest.keyClick(paper, Qt.Key.Key_Tab)
    assert paper.textCursor().selectedText() == "Show more"
    with qtbot.waitSignal(paper.asked) as asked:
        QTest.keyClick(paper, Qt.Key.Key_Return)
    assert asked.args == ["more", ""]


def test_a_page_can_be_set_anew_where_it_stood(paper: PageBrowser) -> None:
    long = "<p>line</p>" * 200
    paper.show_page(long, keep_place=False)
    paper.verticalScrollBar().setValue(500)
    paper.show_page(long, keep_place=True)
    assert paper.verticalScrollBar().value() == 500
    paper.show_page(long, keep_place=False)
    assert paper.verticalScrollBar().value() == 0


def test_a_right_click_tells_what_is_under_it(
    paper: PageBrowser, qtbot: QtBot, theme: Theme
) -> None:
    paper.show_page(
        f"<p>x</p><p>{PageStyle(theme).link('jump', 'a/b', 'there')}</p>", keep_place=False
    )
    paper.move(60, 200)  # so that places on the screen are not those on the sheet
    for words, told in (("there", ["jump", "a/b"]), ("x", ["", ""])):
        where = over(paper, words)
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, where, paper.viewport().mapToGlobal(where)
        )
        with qtbot.waitSignal(paper.menu_wanted) as wanted:
            QApplication.sendEvent(paper.viewport(), event)
        assert wanted.args[:2] == told


def over(paper: PageBrowser, words: str) -> QPoint:
    """The middle of the first place where `words` stand, in the viewport."""
    cursor = paper.document().find(words)
    assert not cursor.isNull()
    end = paper.cursorRect(cursor)
    cursor.setPosition(cursor.selectionStart())
    start = paper.cursorRect(cursor)
    return QPoint((start.left() + max(end.left(), start.left() + 6)) // 2, start.center().y())


@pytest.mark.parametrize("by_key", [True, False])
def test_what_is_copied_is_to_the_letter(paper: PageBrowser, theme: Theme, by_key: bool) -> None:
    """With its links and letters for who pastes them, and no-break spaces as what they are."""
    page_style = PageStyle(theme)
    page = page_style.theirs("“five\u00a0years”") + page_style.definitions([("Author", "A\u00a0B")])
    paper.show_page(page, keep_place=False)
    paper.selectAll()
    if by_key:
        QTest.keyClick(paper, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    else:
        paper.copy()
    copied = QGuiApplication.clipboard().text().split("\n")
    assert [line for line in copied if line] == ["“five\u00a0years”", "Author", "A\u00a0B"]
    assert QGuiApplication.clipboard().mimeData().hasHtml()
