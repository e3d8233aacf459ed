"""Lists and tables of web pages that stand among what the author says."""

import pytest

from counterpoint.domain.because import Because
from counterpoint.storage.importers.by_pandoc.web_page import read_web_page
from counterpoint.storage.importers.draft import Choices, Draft

STORY = (
    "<p>The council decided on 3 May that the measures which are named below shall be taken by all "
    "the states that were present, and that others may join them at any time they wish.</p>"
)
END = (
    "<p>Each of the states has to report by the first of June to the committee on what it has done "
    "to carry the measures out, and on what stood in its way while it did so.</p>"
)


def read(*parts: str) -> Draft:
    body = "".join(parts)
    page = f"<html><head><title>T</title></head><body>{body}</body></html>"
    return read_web_page(page.encode(), Choices())


LINKED = '<li><a href="/n">Northland</a></li><li><a href="/s">Southland</a></li>'


@pytest.mark.parametrize("lead", ["<p>States bound:</p>", "<h2>States</h2>", "States bound:",
    '<div class="mw-heading"><h2>States</h2></div><style>.x{}</style>'])  # fmt: skip
@pytest.mark.parametrize(
    ("listed", "shown"),
    [
        (f"<ul>{LINKED}</ul>", ("• Northland", "• Southland")),
        ("<ul><li>Trade</li><li>Talks</li><li>Travel</li></ul>", ("• Trade", "• Talks")),
        ("<ul><li>Trade<ul><li>wheat</li></ul></li><li>Talks</li></ul>", ("• wheat", "• Talks")),
        ('<div class="example"><pre>a = 3</pre></div>', ("a = 3",)),
        (f"<div><ul>{LINKED}</ul></div>", ("• Northland", "• Southland")),
        (
            '<table><tr><td>Northland</td><td><a href="/d">Decision 12</a></td></tr>'
            '<tr><td>Southland</td><td><a href="/e">Decision 13</a></td></tr></table>',
            ("Northland | Decision 12", "Southland | Decision 13"),
        ),
    ],
)
def test_what_words_or_a_heading_lead_in_to_is_no_menu(
    lead: str, listed: str, shown: tuple[str, ...]
) -> None:
    draft = read("<h1>Communiqué</h1>", STORY, lead, listed, END)

    paragraphs = draft.text.rstrip("\n").split("\n\n")
    assert set(shown) <= set(paragraphs)
    assert paragraphs.index(shown[0]) < paragraphs.index("".join(END.split("<p>")).split("</p>")[0])
    assert not any("around the text" in phrase for phrase in draft.lost)


@pytest.mark.parametrize(
    "menu",
    [
        f"<nav><h2>More</h2><ul>{LINKED}</ul></nav>",
        f'<div class="related-links"><h2>More</h2>{STORY}<ul>{LINKED}</ul></div>',
        f'<div id="sidebar"><p>Go to:</p><ul>{LINKED}</ul></div>',
        f"<aside><h3>Most read</h3><ul>{LINKED}</ul></aside>",
    ],
)
def test_menus_stay_out(menu: str) -> None:
    draft = read(menu, "<div><h1>Communiqué</h1>", STORY * 3, END, "</div>")

    assert "Northland" not in draft.text
    assert any("menus" in phrase for phrase in draft.lost)


def test_a_row_of_pictures_is_no_paragraph_of_strokes() -> None:
    rows = '<tr><td>left</td><td>right</td></tr><tr><td><img src="x"></td><td></td></tr>'
    draft = read(STORY, f"<p>They are:</p><table>{rows}</table>", END)

    assert "left | right" in draft.text
    assert "|" not in draft.text.split("\n\n")


def test_a_page_waits_where_nothing_is_left_under_a_heading() -> None:
    menu = f'<div class="share-menu"><ul>{LINKED}</ul></div>'
    whole = next(iter(read(STORY, "<h2>Annex</h2>", menu, "<h2>The end</h2>", END).guesses))

    assert (whole.what, whole.why, whole.sure) == ("whole_page", Because.EMPTIED, False)
    assert next(iter(read(STORY, "<h2>The end</h2>", END).guesses)).sure
