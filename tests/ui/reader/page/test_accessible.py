"""The page as assistive technology sees it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counterpoint.domain.source import FurnitureKind
from counterpoint.domain.span import Span
from counterpoint.domain.text_map import Heading, SetIn
from counterpoint.ui.accessibility.factory import install
from counterpoint.ui.reader.highlights.highlight import Highlights
from counterpoint.ui.reader.layout.model import ReaderModel
from counterpoint.ui.reader.page.view import ReaderView
from counterpoint.ui.theme.theme import Theme
from tests.ui.reader.material import highlight, long_text, model_of, piece, source_of, span_of

TEXT = "A Heading\n\n🇬🇧 The UK sees\na “continuum”.\n\nSecond paragraph."


@pytest.fixture(autouse=True)
def factory(qapp: QApplication) -> None:
    install()


@pytest.fixture
def page(view: ReaderView) -> QAccessibleInterface:
    heading = piece(TEXT, "A Heading", FurnitureKind.HEADING)
    view.show_model(model_of(TEXT, [heading]), Highlights([highlight(span_of(TEXT, "sees"), "k")]))
    return QAccessible.queryAccessibleInterface(view)


def texts(page: QAccessibleInterface) -> Iterator[QAccessibleTextInterface]:
    for index in range(page.childCount()):
        yield page.child(index).textInterface()


def test_the_page_is_a_document_of_paragraphs(page: QAccessibleInterface) -> None:
    assert page.role() == QAccessible.Role.Document
    assert page.childCount() == 3
    assert [page.child(index).role() for index in range(3)] == [
        QAccessible.Role.Heading,
        QAccessible.Role.Paragraph,
        QAccessible.Role.Paragraph,
    ]
    assert page.child(1).parent() is not None
    assert page.indexOfChild(page.child(2)) == 2
    assert page.child(3) is None


def test_what_is_quoted_and_the_level_of_a_heading_are_said(view: ReaderView) -> None:
    source, text = source_of(TEXT, [piece(TEXT, "A Heading", FurnitureKind.HEADING)])
    start = TEXT.index("Second")
    source = source._replace(
        headings=(Heading(0, 9, 2),), set_in=(SetIn(start, len(TEXT), 0, quoted=True),)
    )
    view.show_model(ReaderModel(source, text), Highlights([]))
    page = QAccessible.queryAccessibleInterface(view)

    said = [page.child(row).text(QAccessible.Text.Description) for row in range(3)]
    assert said == ["Heading of level 2", "§1", "§2. Quoted: set off as another's words"]


def test_a_paragraph_is_named_by_its_words_and_described_by_number_and_marks(
    page: QAccessibleInterface,
) -> None:
    paragraph = page.child(1)
    assert paragraph.text(QAccessible.Text.Name) == "🇬🇧 The UK sees a “continuum”."
    assert paragraph.text(QAccessible.Text.Description) == (
        "§1. A Option A: describes, Embassy London, Michael Davenport"
    )
    assert page.child(2).text(QAccessible.Text.Description) == "§2"


def test_its_text_counts_in_utf_16(page: QAccessibleInterface, view: ReaderView) -> None:
    text = page.child(1).textInterface()
    assert text.characterCount() == len("🇬🇧 The UK sees\na “continuum”.".encode("utf-16-le")) // 2
    assert text.text(5, 11) == "The UK"
    text.addSelection(5, 11)
    assert view.selection() == span_of(TEXT, "The UK")
    assert text.cursorPosition() == 11
    text.removeSelection(0)
    assert view.selection() is None
    text.setCursorPosition(5)
    assert view.caret() == span_of(TEXT, "The UK").start


def test_a_character_is_found_where_it_is_painted(
    page: QAccessibleInterface, view: ReaderView
) -> None:
    text = page.child(1).textInterface()
    box = text.characterRect(5)
    assert box == view.screen_rectangle(Span(span_of(TEXT, "The").start, span_of(TEXT, "he").start))
    assert text.offsetAtPoint(QPoint(box.left() + 1, box.center().y())) == 5
    assert page.childAt(box.center().x(), box.center().y()).role() == QAccessible.Role.Paragraph
    assert page.child(1).rect().contains(box)
    assert page.childAt(-5000, -5000) is None


def test_a_far_paragraph_is_off_screen_and_can_be_brought_in(view: ReaderView) -> None:
    view.show_model(model_of(long_text(500)), Highlights())
    page = QAccessible.queryAccessibleInterface(view)
    far = page.child(400)
    assert far.state().offscreen
    far.textInterface().scrollToSubstring(0, 5)
    assert 400 in view.visible_rows()
    assert not far.state().offscreen


def test_a_paragraph_of_a_text_that_is_gone_is_invalid(
    page: QAccessibleInterface, view: ReaderView
) -> None:
    last = page.child(2)
    view.show_model(model_of("Only one."), Highlights())
    assert not last.isValid()
    assert page.childCount() == 1
    assert page.child(0).text(QAccessible.Text.Name) == "Only one."
    view.show_model(None, Highlights())
    assert page.childCount() == 0


def test_it_has_text_and_no_other_interface(page: QAccessibleInterface) -> None:
    """Asked through Qt, which casts what Python gives to an address."""
    paragraph = page.child(1)
    assert paragraph.textInterface().text(5, 8) == "The"
    for ask in (
        paragraph.actionInterface,
        paragraph.attributesInterface,
        paragraph.editableTextInterface,
        paragraph.selectionInterface,
        paragraph.tableCellInterface,
        paragraph.valueInterface,
    ):
        assert ask() is None


def test_the_page_is_named_after_its_source_however_often_it_changes(
    page: QAccessibleInterface, view: ReaderView
) -> None:
    view.setAccessibleName("Source text: another")
    assert page.text(QAccessible.Text.Name) == "Source text: another"


def test_the_paragraph_of_the_caret_has_the_focus(
    page: QAccessibleInterface, view: ReaderView
) -> None:
    assert page.focusChild() is None
    QTest.keyClick(view, Qt.Key.Key_F7)
    assert page.focusChild() is page.child(0)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert page.focusChild() is page.child(1)
    assert [bool(page.child(row).state().focused) for row in range(3)] == [False, True, False]


def test_paragraphs_of_a_page_that_is_gone_are_invalid(theme: Theme, qtbot: QtBot) -> None:
    view = ReaderView(theme)
    view.show_model(model_of(TEXT), Highlights())
    paragraph = QAccessible.queryAccessibleInterface(view).child(0)
    number = QAccessible.uniqueId(paragraph)
    assert paragraph.isValid()
    with qtbot.waitSignal(view.destroyed):
        view.deleteLater()
    assert not paragraph.isValid()
    assert not QAccessible.accessibleInterface(number).isValid()
