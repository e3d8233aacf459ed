"""The notes of a web page come in as those of a Word document do, whichever program wrote it."""

import pytest

from counterpoint.domain.source import FurnitureKind
from counterpoint.storage.importers.by_pandoc.web_page import read_web_page
from counterpoint.storage.importers.draft import Choices, Draft

FILL = "<p>" + "This paragraph makes the page long enough to have a main text. " * 8 + "</p>"
BY_PANDOC = """<p>The matter was much debated.<a href="#fn1" class="footnote-ref" id="fnref1"
role="doc-noteref"><sup>1</sup></a> Others said nothing.<a href="#fn2" class="footnote-ref"
id="fnref2" role="doc-noteref"><sup>2</sup></a></p>{fill}
<section id="footnotes" class="footnotes" role="doc-endnotes"><hr /><ol>
<li id="fn1"><p>See the <em>report</em>.<a href="#fnref1" class="footnote-back"
role="doc-backlink">↩︎</a></p></li>
<li id="fn2"><p>A letter.<a href="#fnref2" role="doc-backlink">↩︎</a></p></li></ol></section>"""
BY_WORD = """<p class=MsoNormal>The matter was much debated.<a href="#_ftn1" name="_ftnref1"
title=""><span class=MsoFootnoteReference><span>[1]</span></span></a> Others said nothing.<a
href="#_ftn2" name="_ftnref2"><span class=MsoFootnoteReference>[2]</span></a></p>{fill}
<div><br clear=all><hr size=1 width="33%">
<div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span
class=MsoFootnoteReference>[1]</span></a> See the report.</p></div>
<div id=ftn2><p class=MsoFootnoteText><a href="#_ftnref2" name="_ftn2">[2]</a> A
letter.</p></div></div>"""
BY_GOOGLE = """<p><span>The matter was much debated.</span><sup><a href="#ftnt1"
id="ftnt_ref1">[1]</a></sup><span>&nbsp;Others said nothing.</span><sup><a href="#ftnt2"
id="ftnt_ref2">[2]</a></sup></p>{fill}<hr>
<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;See the report.</span></p></div>
<div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a><span>&nbsp;A letter.</span></p></div>"""
BY_WIKI = """<p>The matter was much debated.<sup id="cite_ref-a_1-0" class="reference"><a
href="#cite_note-a-1"><span>&#91;</span>1<span>&#93;</span></a></sup> Others said nothing.<sup
id="cite_ref-2" class="reference"><a href="#cite_note-2">[2]</a></sup></p>{fill}
<p>Again it was so.<sup id="cite_ref-a_1-1" class="reference"><a
href="#cite_note-a-1">[1]</a></sup></p><div class="reflist"><ol class="references">
<li id="cite_note-a-1"><span class="mw-cite-backlink">^ <a
href="#cite_ref-a_1-0"><sup><i>a</i></sup></a> <a href="#cite_ref-a_1-1"><sup><i>b</i></sup></a>
</span> <span class="reference-text"><style>.cs1{{color:red}}</style>See the report.</span></li>
<li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="#cite_ref-2">^</a></b></span>
<span class="reference-text">A letter.</span></li></ol></div>"""
KINDS = [BY_PANDOC, BY_WORD, BY_GOOGLE, BY_WIKI]
NAMES = ["pandoc", "word", "google", "wiki"]


def read(body: str) -> Draft:
    page = f"<html><head><title>Of ports</title></head><body><h1>Of ports</h1>{body}</body></html>"
    return read_web_page(page.encode(), Choices())


def of_kind(draft: Draft, kind: FurnitureKind) -> list[str]:
    return [draft.text[slice(*piece.span)] for piece in draft.furniture if piece.kind is kind]


@pytest.mark.parametrize("fill", ["", FILL], ids=["short", "long"])
@pytest.mark.parametrize("body", KINDS, ids=NAMES)
def test_notes_and_their_marks_are_furniture_below_their_paragraph(body: str, fill: str) -> None:
    draft = read(body.format(fill=fill))

    paragraphs = draft.text.replace("\u00a0", " ").rstrip("\n").split("\n\n")
    assert paragraphs[:4] == [
        "Of ports",
        "The matter was much debated.[1] Others said nothing.[2]",
        "[1] See the report.",
        "[2] A letter.",
    ]
    assert of_kind(draft, FurnitureKind.FOOTNOTE) == ["[1] See the report.", "[2] A letter."]
    marks = of_kind(draft, FurnitureKind.FOOTNOTE_MARK)
    assert marks == (["[1]", "[2]", "[1]"] if body is BY_WIKI else ["[1]", "[2]"])
    assert all(piece.interrupts for piece in draft.furniture if piece.span.length == 3)
    assert draft.text.count("See the report.") == 1
    assert draft.lost == ()


def test_a_link_to_a_part_of_the_page_is_no_note() -> None:
    draft = read(
        '<p>It is told in <a href="#s2">2</a> and in <a href="#s2">[2]</a>, it says.</p>'
        '<div id="s2"><h2>Second</h2><p>It is told here.</p></div>'
    )
    assert draft.furniture == ()
    assert "told in 2 and in [2], it says." in draft.text


def test_a_raised_figure_after_a_sentence_is_a_mark_though_it_leads_nowhere() -> None:
    draft = read("<p>It was so.<sup>1</sup> They dug 20 km<sup>2</sup> of it.</p><p>1 A note.</p>")
    assert "It was so.1 They dug 20 km² of it." in draft.text
    assert of_kind(draft, FurnitureKind.FOOTNOTE_MARK) == ["1"]


def test_a_title_in_the_head_of_a_short_page_stays() -> None:
    page = "<header><h1>Ports</h1><p>Menu</p></header><p>They were open.</p>"
    draft = read_web_page(f"<title>Ports</title><body>{page}".encode(), Choices())
    assert draft.text == "Ports\n\nThey were open.\n"
