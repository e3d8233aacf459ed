"""No word is broken on a page of a source, however slim the page and large the letters."""

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from counterpoint.storage.place import shipped_library
from counterpoint.ui.paper.whole_words import blocks_of, fragments_of, keep_words_whole
from tests.at_window import Sit, fonts, sit

__all__ = ["fonts", "sit"]
LONG = "before counterproductivenesses after"


def broken(document: QTextDocument) -> list[str]:
    """Lines that end within a word, and how the next one goes on."""
    document.size()
    found: list[str] = []
    for block in blocks_of(document):
        layout = block.layout()
        for number in range(1, layout.lineCount()):
            at = layout.lineAt(number).textStart()
            before, after = block.text()[:at], block.text()[at:]
            if before[-1:].isalnum() and after[:1].isalnum():
                found.append(f"{before[-20:]} / {after[:20]}")
    return found


@pytest.mark.parametrize(
    ("zoom", "size"), [(2.0, (1280, 800)), (2.0, (1366, 768)), (1.5, (1024, 768))]
)
def test_on_the_pages_of_the_shipped_library(sit: Sit, zoom: float, size: tuple[int, int]) -> None:
    at = sit(shipped_library())
    at.window.resize(*size)
    at.window.theme.set_zoom(zoom)
    sources = at.window.space.sources
    assert at.window.space.session.library is not None
    ids = [source.id for source in at.window.space.session.library.contents.sources]
    at.window.space.navigator.open_source(ids[0])
    for id in ("", *ids):
        at.window.space.navigator.show_source(id)
        settle()
        assert broken(sources.view.paper.document()) == [], id
    at.window.resize(size[0] + 150, size[1])
    settle()
    at.window.resize(*size)
    settle()
    assert broken(sources.view.paper.document()) == []


def settle() -> None:
    for _ in range(20):
        QApplication.processEvents()


def page(html: str, width: int) -> QTextDocument:
    document = QTextDocument()
    document.setHtml(f"<p style='font-size:20px;'>{html}</p><p style='font-size:20px;'>short</p>")
    document.setTextWidth(width)
    return document


def sizes(document: QTextDocument) -> set[int]:
    return {
        part.charFormat().font().pixelSize()
        for block in blocks_of(document)
        for part in fragments_of(block)
    }


def test_only_the_paragraph_with_the_word_is_set_smaller_and_no_more_than_need_be(
    fonts: None,
) -> None:
    document = page(LONG, 210)
    assert broken(document)
    keep_words_whole(document)
    assert not broken(document)
    assert sizes(document) in ({20, 18}, {20, 16}, {20, 14})


def test_what_cannot_be_helped_stays_as_it_was(fonts: None) -> None:
    document = page("a" * 200, 200)
    keep_words_whole(document)
    assert sizes(document) == {20}


def test_where_all_fits_nothing_is_touched(fonts: None) -> None:
    document = page(LONG, 800)
    keep_words_whole(document)
    assert sizes(document) == {20}


def test_with_more_room_it_is_as_it_was(fonts: None) -> None:
    document = page(LONG, 210)
    keep_words_whole(document)
    document.setTextWidth(800)
    keep_words_whole(document)
    assert sizes(document) == {20}


def changes(document: QTextDocument) -> list[int]:
    """What is added to at each change of a document."""
    counted: list[int] = []
    document.contentsChanged.connect(lambda: counted.append(1))
    return counted


def test_a_word_of_thousands_of_letters_is_not_tried_in_any_size(fonts: None) -> None:
    document = page("before " + "x" * 10_000 + " after", 210)
    assert broken(document)
    counted = changes(document)
    keep_words_whole(document)
    assert not counted, "each change lays all of it out anew"
    assert sizes(document) == {20}


def test_what_was_set_smaller_is_as_it_was_where_that_is_of_no_use_any_more(fonts: None) -> None:
    document = page(LONG, 210)
    keep_words_whole(document)
    assert sizes(document) != {20}
    document.setTextWidth(100)
    counted = changes(document)
    keep_words_whole(document)
    assert sizes(document) == {20}
    assert len(counted) == 1
