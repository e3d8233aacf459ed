"""Saved web pages: the main text without menus, and what the page says of itself."""

import pytest

from counterpoint.domain.source import FurnitureKind
from counterpoint.storage.importers.by_pandoc.web_page import read_web_page
from counterpoint.storage.importers.draft import Choices, Draft
from counterpoint.storage.importers.refusal import Refused

STORY = "".join(
    f"<p>The {word} paragraph of the story says what happened on that day, at some length, "
    "so that nobody takes it for a menu, a line of links or the like.</p>"
    for word in ("first", "second", "third", "fourth")
)
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Talks resume - The Paper</title>
<meta property="og:site_name" content="The Paper"><meta name="author" content="C. Writer">
<meta property="article:published_time" content="2017-05-06T07:08:09Z">
<script>document.write("scripted")</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Talks resume</h1>{STORY}<img src="https://example.org/x.png"></article>
<footer>All rights reserved</footer></body></html>"""


def read(page: str | bytes, choices: Choices | None = None) -> Draft:
    return read_web_page(page.encode() if isinstance(page, str) else page, choices or Choices())


def test_the_main_text_without_menus_scripts_and_pictures() -> None:
    draft = read(PAGE)

    assert "The fourth paragraph of the story" in draft.text
    for other in ("Home", "Sport", "rights reserved", "scripted"):
        assert other not in draft.text
    assert draft.text.count("Talks resume") == 1
    assert draft.lost == (
        "1 picture, not fetched",
        "what stands around the text, such as menus: 5 words, “Home Sport All rights reserved”",
    )


def test_what_it_says_of_itself() -> None:
    said = read(PAGE).proposal

    assert (said.title, said.author, said.publisher) == ("Talks resume", "C. Writer", "The Paper")
    assert said.date.startswith("2017-05-06")
    assert said.language == "en-GB"


def test_the_whole_page_may_be_chosen() -> None:
    draft = read(PAGE, Choices(whole_page=True))

    assert "The fourth paragraph" in draft.text
    assert next(each for each in draft.guesses if each.what == "whole_page").chosen == "true"


def test_a_short_page_is_taken_as_a_whole() -> None:
    assert read("<html><body>Just a few words</body></html>").text == "Just a few words\n"


def test_a_page_that_stands_in_a_form_as_a_whole_is_no_form() -> None:
    field = '<form action="/find"><label>Find on this site</label><input></form>'
    page = f"<html><body><form id=all><div><p>The treaty is signed.</p></div></form>{field}</body>"
    draft = read(page)

    assert draft.text == "The treaty is signed.\n"
    assert draft.lost == (
        "what stands around the text, such as menus: 4 words, “Find on this site”",
    )


def test_encodings_declared_and_marked() -> None:
    page = "<html><head><meta charset='windows-1251'></head><body>Привет, мир</body></html>"

    assert read(page.encode("cp1251")).text == "Привет, мир\n"
    assert read(page.encode("utf-16")).text == "Привет, мир\n"


def test_what_is_nested_deep_is_read_or_refused_but_never_left_out() -> None:
    def page(depth: int) -> str:
        return "<html><body>" + "<div>" * depth + "deep words" + "</div>" * depth

    assert read(page(1000)).text == "deep words\n"
    with pytest.raises(Refused):
        read(page(3000))


def test_footnotes_come_in_with_their_marks_though_readability_would_drop_both() -> None:
    mark = '<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>'
    notes = (
        '<section class="footnotes" role="doc-endnotes"><ol><li><p>A note.</p></li></ol></section>'
    )
    page = PAGE.replace("the like.</p>", f"the like{mark}.</p>", 1).replace("<img", notes + "<img")
    draft = read(page)

    assert "or the like1." in draft.text
    assert "A note." in draft.text
    assert [piece.kind for piece in draft.furniture] == [FurnitureKind.FOOTNOTE_MARK]


def test_lists_within_lists_stay_and_ways_back_from_notes_do_not() -> None:
    points = (
        "<ul><li>first point<ul><li>nested point</li></ul></li><li>second point</li></ul>"
        '<section class="footnotes" role="doc-endnotes"><ol><li id="fn1"><p>See the report.'
        '<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>'
    )
    draft = read(PAGE.replace("</article>", f"{points}</article>"))

    assert "• first point\n\n• nested point\n\n• second point" in draft.text
    assert "See the report." in draft.text
    assert "↩" not in draft.text


def test_a_cell_over_several_rows_or_columns_leaves_the_others_theirs() -> None:
    rest = "<p>" + "The talks went on for a year, and nobody could say what would come of it. " * 6
    table = (
        '<table><tr><th rowspan="2">State</th><th colspan="2">Cost</th></tr><tr><th>2018</th>'
        "<th>2019</th></tr><tr><td>Latvia</td><td>2.0</td><td>2.1</td></tr></table>"
    )
    page = f"<html><body>{rest}</p>{table}{rest}</p></body></html>"

    draft = read_web_page(page.encode(), Choices(whole_page=True))

    assert "State | Cost |\n\n| 2018 | 2019\n\nLatvia | 2.0 | 2.1" in draft.text


def test_a_table_of_the_main_text_stays_and_the_sign_of_a_note_is_no_loss() -> None:
    rest = "The talks went on for a year, and nobody could say what would come of them. " * 5
    page = (
        f"<html><body><nav>Home</nav><article><h1>Talks</h1><p>{rest}In 2019,"
        '<a href="#fn1"><sup>3</sup></a> more.</p><figure><table><tr><td>Year</td><td>Men</td></tr>'
        "<tr><td>2019</td><td>12,000</td></tr></table><figcaption>Table 1</figcaption></figure>"
        f'<p>{rest}</p><p id="fn1">3. Ministry, Report.</p></article></body></html>'
    )

    draft = read_web_page(page.encode(), Choices())

    assert "Year | Men\n\n2019 | 12,000\n" in draft.text
    assert "[3] Ministry, Report." in draft.text
    assert draft.lost == ("what stands around the text, such as menus: 1 word, “Home”",)


@pytest.mark.parametrize(
    "hiding",
    ["hidden", 'style="display: none"', 'style="visibility:hidden"', 'style="color:#ffffff"'],
)
def test_hidden_words_that_come_into_the_text_are_told(hiding: str) -> None:
    hidden = f"<div {hiding}><p>Secret words, <b {hiding}>of</b> nobody.</p></div>"
    draft = read(f"<html><body><p>What is seen.</p>{hidden}</body></html>")

    assert "Secret words, of nobody." in draft.text
    assert draft.noticed == ("hidden words, which are in the text and not seen in the document: 4",)
    seen = read('<html><body><p style="background-color:#fff">What is seen.</p></body></html>')
    assert seen.noticed == ()
    deep = f"<div {hiding}>" * 300 + "x" + "</div>" * 300
    assert "hidden words" in read(f"<html><body><p>Seen.</p>{deep}</body></html>").noticed[0]


@pytest.mark.parametrize(
    ("sheet", "part"),
    [
        (".x{display:none}", '<p class="a x">Secret words here.</p>'),
        ("p#gone, b { visibility: hidden }", '<p id="gone">Secret words here.</p>'),
        ("", '<p style="position:absolute;left:-9999px">Secret words here.</p>'),
        (".x{position:absolute;left:-9999px}", '<p class="x">Secret words here.</p>'),
    ],
)
def test_words_that_a_style_sheet_hides_are_told(sheet: str, part: str) -> None:
    style = f"<style>{sheet} @media print {{ p {{ display: none }} }}</style>"
    draft = read(f"<html><head>{style}</head><body><p>What is seen.</p>{part}</body></html>")

    assert draft.noticed == ("hidden words, which are in the text and not seen in the document: 3",)


def _in_the_story(table: str) -> Draft:
    return read(PAGE.replace("<img", f"{table}<p>{'The last words. ' * 9}</p><img"))


def test_a_table_within_a_table_and_lists_in_cells_stay() -> None:
    nested = _in_the_story(
        "<table><tr><td>first</td><td><table><tr><td>story</td><td>menu</td></tr></table></td></tr>"
        "<tr><td>day</td><td>line</td></tr></table>"
    )
    listed = _in_the_story(
        "<table><tr><td>first<ul><li>story</li><li>menu</li></ul></td><td>links</td></tr>"
        "<tr><td>day</td><td>line</td></tr></table>"
    )

    assert "first\n\nstory | menu\n\nday | line\n" in nested.text
    assert "first • story • menu | links\n\nday | line\n" in listed.text


def test_a_table_of_links_with_heads_is_no_menu() -> None:
    rows = "".join(f"<tr><td><a>Port{n}</a></td><td><a>{n}.5</a></td></tr>" for n in range(5))
    table = f"<table><tr><th>Port</th><th>Duty</th></tr>{rows}</table>"

    assert "Port | Duty\n\nPort0 | 0.5\n" in _in_the_story(table).text


def test_a_row_with_cells_of_all_kinds_is_one_paragraph() -> None:
    draft = _in_the_story(
        "<table><tr><td><blockquote>quoted</blockquote></td><td><div>divided</div></td></tr>"
        "<tr><td><pre>typed</pre></td><td><p>plain</p></td></tr></table>"
    )

    assert "quoted | divided\n\ntyped | plain\n" in draft.text


def test_words_that_did_not_come_in_are_told_though_the_text_has_them_elsewhere() -> None:
    box = "<div class='sidebar'>The story</div>"
    aside, hidden = "<aside>Beside the day</aside>", "<p hidden>Nobody sees it</p>"
    draft = read(PAGE.replace("</article>", f"{aside}{hidden}</article>{box}"))

    assert draft.text.count("The story") == 0
    told = "; ".join(draft.lost)
    assert "beside the main text, left out: 3 words, “Beside the day”" in told
    assert "Nobody sees it" in draft.text or "hidden on the page, left out: 3 words" in told
    assert "such as menus: 7 words, “Home Sport The story All rights reserved”" in told


def test_cells_that_go_over_a_thousand_columns_cost_a_message() -> None:
    cells = '<td colspan="1000" rowspan="1000">words</td>' * 40
    draft = read(f"<html><body><table>{f'<tr>{cells}</tr>' * 60}</table></body></html>")

    assert draft.text.count("words") == 2400
    assert any("far too many" in each for each in draft.lost)


def test_a_cell_said_to_go_over_columns_that_nothing_stands_in_leaves_no_row_of_strokes() -> None:
    table = '<table><tr><td colspan="999999">Wide</td><td>x</td></tr><tr><td>a</td></tr></table>'
    draft = read_web_page(f"<html><body><p>Before.</p>{table}</body></html>".encode(), Choices())

    assert draft.text == "Before.\n\nWide |  |  | x\n\na |  |  |\n"
    assert draft.lost == ()


@pytest.mark.parametrize(
    "words",
    [
        'We will <span class="old">xnix</span> go.',
        'We will <em class="old">xn<b>i</b>x</em> go.',
        'We will <em style="text-decoration: line-through">xnix</em> go.',
        'We will go.</p><p class="old">But <a href="#x">xnix</a> xnix.',
        "We will go.</p><s><p>But xnix <s>xnix</s> xnix.</p></s><p>",
    ],
)
def test_what_is_made_to_look_struck_out_is_left_out_and_told(words: str) -> None:
    sheet = "<style>.old { text-decoration: line-through; }</style></head>"
    page = PAGE.replace("</head>", sheet).replace("<article>", f"<article><p>{words}</p>")
    draft = read(page, Choices(whole_page=True))

    assert "We will go." in draft.text and "xnix" not in draft.text
    assert any("struck out, which" in phrase for phrase in draft.lost)
    assert not any("menus" in phrase and "xnix" in phrase for phrase in draft.lost)


def test_entries_of_lists_have_the_numbers_that_a_browser_shows() -> None:
    lists = (
        "<ol start=7><li>Seven</li><li value=12><p>Twelve</p></li><li>Thirteen</li></ol>"
        "<ol reversed type=a><li>Last</li><li>First</li></ol><ol start=3><li>Three</li></ol>"
    )
    page = PAGE.replace("</article>", f"{lists}</article>")
    draft = read(page)
    for words in ("7. Seven", "12. Twelve", "13. Thirteen", "b. Last", "a. First", "3. Three"):
        assert f"\n\n{words}\n" in draft.text
    assert read(PAGE).lost == draft.lost


def test_what_is_ticked_chosen_and_filled_in_is_in_the_text_or_told() -> None:
    form = (
        "<p>Vote: <select><option>Yes<option selected>No</select> as "
        '<input value="a member"></p><p><input type=checkbox checked> I agree.</p>'
        "<p><input type=radio> I do not.</p><p><textarea>My own words</textarea></p>"
        "<input type=hidden value=token>"
    )
    draft = read(PAGE.replace("</article>", f"{form}</article>"))
    assert "Vote: as" in draft.text
    assert "☒ I agree.\n\n☐ I do not." in draft.text
    told = "what is filled into 3 fields of its form: “No”, “a member”, “My own words”"
    assert told in draft.lost


@pytest.mark.parametrize(
    ("part", "style", "told"),
    [
        (
            "<p>The name <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby> is old.</p>",
            "",
            "2 glosses set above words: “kan”, “ji”",
        ),
        (
            "<noscript><p>Words for others.</p></noscript>",
            "",
            "words for browsers without scripts: “Words for others.”",
        ),
        (
            '<p class="w">Mind the step.</p><p class="w">Mind the gap.</p>',
            ".w::before { content: 'Draft\\20 of May: ' }",
            "words that a style sheet adds in 2 places: “Draft of May:”",
        ),
        (
            '<p id="x" title="in force">An act.</p>',
            'p#x:after { content: " (" attr(title) ")"; }',
            "words that a style sheet adds in 1 place: “(in force)”",
        ),
        (
            '<p class="n">A clause.</p>',
            "div .n:before { content: counter(c) '. ' }",
            "numbers that a style sheet adds in 1 place",
        ),
    ],
)
def test_what_a_page_says_beside_its_words_is_told(part: str, style: str, told: str) -> None:
    draft = read(
        f"<html><head><title>T</title><style>{style}</style></head><body><article><h1>T</h1>"
        f"{STORY}{part}{STORY}</article></body></html>"
    )

    assert draft.lost == (told,)
    assert "漢字" in draft.text or "ruby" not in part


@pytest.mark.parametrize("rule", [".w:before { content: '→ ' }", ".none:before {content: 'x'}"])
def test_signs_and_rules_for_nothing_that_a_style_sheet_adds_are_not_told(rule: str) -> None:
    page = PAGE.replace("</head>", f"<style>{rule}</style></head>").replace("<p>", '<p class="w">')

    assert not [phrase for phrase in read(page).lost if "style sheet" in phrase]


def test_formulas_are_told_as_such_alone() -> None:
    formula = "<p>So <math><mi>a</mi><mo>=</mo><msup><mi>b</mi><mn>2</mn></msup></math> holds.</p>"

    draft = read(f"<html><body><article><h1>T</h1>{STORY}{formula}</article></body></html>")

    assert "So a = b^{2} holds." in draft.text
    assert draft.lost == ("1 formula: written out as TeX",)


def test_a_page_that_was_cut_short_is_told() -> None:
    cut = PAGE[: PAGE.index("The fourth")]
    told = "perhaps its end, as the page is not closed; if it was cut short, get it again"

    assert told in read(cut).lost
    assert told not in read(PAGE).lost
    assert told not in read(STORY).lost, "a piece of a page closes nothing"
