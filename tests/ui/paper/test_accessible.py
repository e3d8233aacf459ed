"""The page of a source as a screen reader finds it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.ui.accessibility.factory import install
from counterpoint.ui.paper.accessible import PageBrowserInterface
from counterpoint.ui.paper.page_browser import PageBrowser
from counterpoint.ui.paper.page_style import PageStyle
from counterpoint.ui.theme.theme import Theme
from tests.ears import listen


@pytest.fixture
def browser(qtbot: QtBot, theme: Theme, window: QWidget) -> PageBrowser:
    """“🇬🇧 Words, there and back.”, in which “there” and “back” are links."""
    install()
    made = PageBrowser(theme, window)
    made.interface = PageBrowserInterface
    made.resize(900, 600)
    made.show()
    page_style = PageStyle(theme)
    there = page_style.link("jump", "talk", f"{page_style.bold('the')}re")
    back = page_style.link("extent", "all", "back")
    made.show_page(f"<p>🇬🇧 Words, {there} and {back}.</p>", keep_place=False)
    qtbot.waitExposed(made)
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def page(browser: PageBrowser) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(browser)


def name(of: QAccessibleInterface) -> str:
    return of.text(QAccessible.Text.Name)


def test_it_is_a_document_with_its_text(page: QAccessibleInterface, browser: PageBrowser) -> None:
    text = page.textInterface()
    assert page.role() == QAccessible.Role.Document
    assert text.text(0, text.characterCount()) == "🇬🇧 Words, there and back."
    assert text.text(5, 10) == "Words"
    text.addSelection(5, 10)
    assert browser.textCursor().selectedText() == "Words"
    assert text.cursorPosition() == 10
    text.removeSelection(0)
    assert not browser.textCursor().hasSelection()
    box = text.characterRect(5)
    assert text.offsetAtPoint(QPoint(box.left() + 1, box.center().y())) == 5
    text.scrollToSubstring(5, 10)


def test_its_links_are_within_it_each_once(page: QAccessibleInterface) -> None:
    assert page.childCount() == 2
    there, back = page.child(0), page.child(1)
    assert [name(there), name(back)] == ["there", "back"]
    assert there.role() == QAccessible.Role.Link
    assert page.indexOfChild(back) == 1
    assert page.child(2) is None
    spot = back.rect().center()
    assert page.childAt(spot.x(), spot.y()) is back
    assert page.childAt(-5000, -5000) is None
    assert not back.state().offscreen


def test_a_link_can_be_gone_to_and_followed(
    page: QAccessibleInterface, browser: PageBrowser, qtbot: QtBot
) -> None:
    back = page.child(1).actionInterface()
    with qtbot.waitSignal(browser.asked) as asked:
        back.doAction("Press")
    assert asked.args == ["extent", "all"]
    back.doAction("SetFocus")
    assert page.focusChild() is page.child(1)
    assert page.child(1).state().focused
    assert not page.child(0).state().focused


def test_tab_tells_of_the_link_that_it_comes_to(
    browser: PageBrowser, page: QAccessibleInterface, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = listen(monkeypatch)
    QTest.keyClick(browser, Qt.Key.Key_Tab)
    QTest.keyClick(browser, Qt.Key.Key_Tab)
    assert heard == ["there", "back"]


def test_on_another_page_are_other_links(
    page: QAccessibleInterface, browser: PageBrowser, theme: Theme, qapp: QApplication
) -> None:
    there = page.child(0)
    browser.show_page(f"<p>{PageStyle(theme).link('jump', 'x', 'else')}</p>", keep_place=False)
    assert not there.isValid()
    assert name(there) == ""
    assert there.state().invalid
    assert [name(page.child(at)) for at in range(page.childCount())] == ["else"]
    qapp.processEvents()
