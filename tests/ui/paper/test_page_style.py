"""How words become HTML."""

import pytest
from PySide6.QtGui import QTextDocument

from counterpoint.ui.paper.page_style import Breadth, PageStyle
from counterpoint.ui.theme.theme import Theme


def plain(html: str) -> list[str]:
    document = QTextDocument()
    document.setHtml(html)
    return [line for line in document.toPlainText().split("\n") if line]


@pytest.mark.parametrize("words", ["<b>bold</b>", "a & b", "1 < 2", '"quoted"', "&lt;"])
def test_what_comes_from_a_library_is_never_markup(theme: Theme, words: str) -> None:
    page_style = PageStyle(theme)
    assert plain(page_style.title(words)) == [words]
    assert plain(page_style.heading_of_page(words)) == [words]
    assert plain(page_style.heading(words)) == [words]
    assert plain(page_style.prose(words)) == [words]
    assert plain(page_style.definitions([(words, "x")])) == [words, "x"]


def test_a_short_lead_stands_in_the_margin(theme: Theme) -> None:
    prose = "Nearness: the author was\nthere.\n\nNo lead here. But: this.\n\n\n"
    assert plain(PageStyle(theme).prose(prose)) == [
        "Nearness",
        "The author was there.",
        "No lead here. But: this.",
    ]


def test_prose_without_leads_has_no_margin_where_there_is_no_room(theme: Theme) -> None:
    assert "<table" in PageStyle(theme).prose("One.\n\nTwo.")
    assert "<table" not in PageStyle(theme, Breadth.NARROW).prose("One.\n\nTwo.")


def test_a_slim_column_has_the_names_above_what_they_name(theme: Theme) -> None:
    slim = PageStyle(theme, Breadth.SLIM).definitions([("Author", "Somebody"), ("", "More")])
    assert plain(slim) == ["Author", "Somebody", "More"]
    assert all(row.count("<td") == 1 for row in slim.split("<tr>")[1:])


def test_everything_grows_with_the_zoom(theme: Theme) -> None:
    assert "font-size:14px" in PageStyle(theme).body("x")
    theme.set_zoom(2)
    assert "font-size:28px" in PageStyle(theme).body("x")
