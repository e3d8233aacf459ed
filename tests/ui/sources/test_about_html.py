"""The page about the texts as a whole."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QTextDocument

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.ui.paper.page_style import COLUMN, NARROW, SLIM, Breadth, PageStyle
from counterpoint.ui.paper.whole_words import (
    blocks_of,
    fragments_of,
    has_broken_word,
    keep_words_whole,
)
from counterpoint.ui.sources.about_html import about_page, period
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from tests.ui.paper.test_page_style import plain


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ([], "0 texts"),
        (["undated"], "1 text, 1 undated"),
        (["2008-10-20"], "1 text, 20 October 2008"),
        (["2017", "2017", "undated"], "3 texts, 2017, 1 undated"),
        (["2020-10", "2008-10-20"], "2 texts, 20 October 2008 to October 2020"),
    ],
)
def test_the_period_is_as_exact_as_the_dates(
    library: OpenedLibrary, dates: list[str], said: str
) -> None:
    letter = library.contents.source("letter")
    found = period([letter._replace(date=date) for date in dates])
    assert found.replace("\u00a0", " ") == said


def test_an_empty_library_says_what_is_missing(theme: Theme, library: OpenedLibrary) -> None:
    empty = library.contents._replace(statement="", approaches=(), sources=())
    said = " ".join(plain(about_page(PageStyle(theme), empty, (), lambda approach: (), "")))
    assert "It belongs into corpus/library.yaml, as its statement." in said
    assert "There are no approaches in this library." in said


def test_a_statement_that_is_not_stated_says_what_is_missing(
    theme: Theme, library: OpenedLibrary
) -> None:
    contents = library.contents._replace(statement="not stated")
    page = " ".join(plain(about_page(PageStyle(theme), contents, (), lambda approach: (), "")))
    assert "Nobody has yet written" in page
    assert "not stated" not in page


def test_where_no_text_is_silent_it_says_so(theme: Theme, library: OpenedLibrary) -> None:
    heads = [library.contents.approach("talk")]
    page = about_page(PageStyle(theme), library.contents, heads, lambda approach: (), "")
    assert "None of these approaches is entered as silent on a question." in plain(page)


@pytest.mark.parametrize("breadth", Breadth)
def test_the_balance_tells_the_same_numbers_in_any_breadth(
    theme: Theme, library: OpenedLibrary, breadth: Breadth
) -> None:
    heads = [library.contents.approach("talk")]
    page = about_page(PageStyle(theme, breadth), library.contents, heads, lambda approach: (), "")
    said = " ".join(plain(page)).replace("\u00a0", " ")
    tally = heads[0].tally
    for column, number in (("Claims", tally.claims), ("Words", tally.words)):
        assert column in said
        assert f"{number:,}" in said


@pytest.mark.parametrize("breadth", [Breadth.WIDE, Breadth.NARROW])
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_the_heads_of_the_balance_are_told_apart(
    theme: Theme, library: OpenedLibrary, breadth: Breadth, zoom: float
) -> None:
    theme.set_zoom(zoom)
    style = PageStyle(theme, breadth)
    heads = [library.contents.approach("talk")]
    document = QTextDocument()
    document.setDefaultFont(theme.fonts.ours())
    document.setHtml(about_page(style, library.contents, heads, lambda approach: (), ""))
    document.setTextWidth(theme.fonts.px(COLUMN if breadth is Breadth.WIDE else SLIM))
    document.size()
    found: list[tuple[float, float]] = []
    for block in blocks_of(document):
        if block.text() in ("Claims", "Passages", "Words", "Sources", "Advocates", "Critics"):
            line = block.layout().lineAt(0)
            left = document.documentLayout().blockBoundingRect(block).left()
            words = line.naturalTextRect().translated(left, 0)
            found.append((words.left(), words.right()))
    assert len(found) == 6
    gaps = [right[0] - left[1] for left, right in pairwise(found)]
    assert min(gaps) >= theme.fonts.px(10)


@pytest.mark.parametrize("breadth", [Breadth.WIDE, Breadth.NARROW])
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_a_long_name_in_the_balance_is_neither_broken_nor_made_small(
    theme: Theme, library: OpenedLibrary, breadth: Breadth, zoom: float
) -> None:
    theme.set_zoom(zoom)
    long = library.contents.approach("talk")._replace(title="Compartmentalisierungsdialog auf Zeit")
    document = QTextDocument()
    document.setDefaultFont(theme.fonts.ours())
    style = PageStyle(theme, breadth)
    document.setHtml(about_page(style, library.contents, [long], lambda approach: (), ""))
    document.setTextWidth(theme.fonts.px(NARROW if breadth is Breadth.WIDE else SLIM))
    document.size()
    named = [block for block in blocks_of(document) if "Compartment" in block.text()]
    assert len(named) == 1
    assert not has_broken_word(named[0])
    keep_words_whole(document)
    assert {part.charFormat().font().pixelSize() for part in fragments_of(named[0])} == {
        theme.fonts.px(Size.BODY.value)
    }
