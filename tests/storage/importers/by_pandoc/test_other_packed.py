"""OpenDocument texts and EPUB books, and packed documents that are made to do harm."""

import io
import zipfile

import pytest

from counterpoint.domain.source import FurnitureKind
from counterpoint.storage.importers.by_pandoc.epub_file import read_epub
from counterpoint.storage.importers.by_pandoc.odt_file import read_odt
from counterpoint.storage.importers.by_pandoc.packed import Packed
from counterpoint.storage.importers.draft import Choices, Draft
from counterpoint.storage.importers.reading import read_document
from counterpoint.storage.importers.refusal import Reason, Refused
from tests.made_documents import docx, epub, odt, packed, w_p


def told(draft: Draft, word: str) -> str:
    return next((phrase for phrase in draft.lost if word in phrase), "")


def test_an_open_text_with_its_heading_note_and_list() -> None:
    draft = read_odt(
        odt(
            '<text:h text:outline-level="2">On peace</text:h>'
            '<text:p>Words<text:note text:note-class="footnote"><text:note-citation>1'
            "</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body>"
            "</text:note> go on.</text:p><text:list><text:list-item><text:p>one</text:p>"
            "</text:list-item></text:list>"
        ),
        Choices(),
    )

    assert draft.text == "On peace\n\nWords[1] go on.\n\n[1] A note.\n\n1. one\n"
    assert draft.map.headings[0].level == 2
    assert draft.proposal.title == "An open text"


@pytest.mark.parametrize("style", ["Title", "P1"])
def test_the_title_of_an_open_text_is_the_paragraph_with_its_style(style: str) -> None:
    named = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    )
    body = (
        f'<text:p/><text:p text:style-name="{style}">Of peace</text:p>'
        '<text:h text:outline-level="1">The first part</text:h><text:p>Words.</text:p>'
    )
    draft = read_odt(odt(body, styles=named, title=""), Choices())

    assert draft.proposal.title == "Of peace"
    headings = [draft.text[slice(*each.span)] for each in draft.map.headings]
    assert headings == ["Of peace", "The first part"]


def test_what_is_not_in_the_text_of_an_open_text_is_told() -> None:
    draft = read_odt(
        odt(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"
            "</text:deletion></text:changed-region></text:tracked-changes>"
            "<text:p>Seen<office:annotation><dc:creator>A</dc:creator><text:p>a remark</text:p>"
            '</office:annotation> words<text:hidden-text text:string-value="unseen"/>.</text:p>'
            "<text:p><text:soft-page-break/>Page two.</text:p>",
            footer="At the foot",
        ),
        Choices(),
    )

    assert draft.text == "Seen words.\n\nPage two.\n"
    assert "At the foot" in told(draft, "footer")
    assert "a remark" in told(draft, "comment")
    assert told(draft, "tracked") == "1 tracked change, taken as accepted; taken out: “gone”"
    assert "unseen" in told(draft, "hidden")
    assert draft.pages == 2


def test_a_locked_open_text_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read_odt(odt("<text:p>x</text:p>", locked=True), Choices())
    assert refused.value.reason is Reason.LOCKED


def test_a_book_with_its_chapters_and_what_it_says_of_itself() -> None:
    metadata = (
        "<dc:title>A book</dc:title><dc:creator>B. Writer</dc:creator><dc:date>2011-03-04</dc:date>"
        "<dc:language>fr</dc:language><dc:publisher>A house</dc:publisher>"
    )
    draft = read_epub(
        epub("<h1>One</h1><p>First words.</p>", "<h1>Two</h1><p>More.</p>", metadata=metadata),
        Choices(),
    )

    assert draft.text == "One\n\nFirst words.\n\nTwo\n\nMore.\n"
    said = draft.proposal
    assert (said.title, said.author, said.date) == ("A book", "B. Writer", "2011-03-04")
    assert (said.language, said.publisher) == ("fr", "A house")


def test_the_pictures_of_a_book_are_told_and_not_unpacked() -> None:
    draft = read_epub(epub('<p>Words <img src="x.png" alt="a picture"/> go on.</p>'), Choices())

    assert draft.text == "Words go on.\n"
    assert draft.lost == ("1 picture",)


def test_a_locked_book_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read_epub(epub("<p>x</p>", locked=True), Choices())
    assert refused.value.reason is Reason.LOCKED


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as folder:
        for name in ("[Content_Types].xml", "word/document.xml"):
            with folder.open(name, "w", force_zip64=True) as part:
                for _ in range(150):
                    part.write(b" " * 2**20)
    assert len(target.getvalue()) < 2**20

    with pytest.raises(Refused) as refused:
        read_document(target.getvalue(), "docx", Choices())
    assert refused.value.reason is Reason.TOO_LARGE_INSIDE
    assert refused.value.kind == "docx"


def test_one_of_too_many_parts_is_refused_as_such() -> None:
    parts: dict[str, str | bytes] = {f"word/{number}.xml": "" for number in range(20_001)}
    data = packed({"[Content_Types].xml": "<Types/>", **parts})

    with pytest.raises(Refused) as refused:
        read_document(data, "docx", Choices())
    assert refused.value.message == "it is packed of 20,002 parts, as no document is"


def test_a_name_that_leads_outside_leads_nowhere() -> None:
    data = docx(w_p("Words."), parts={"../../outside.xml": "<a/>", "/etc/x.xml": "<a/>"})

    assert read_document(data, "docx", Choices()).text == "Words.\n"


def test_a_part_that_says_it_is_shorter_than_it_is_costs_no_more() -> None:
    data = bytearray(packed({"a.xml": b"x" * 1000}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")

    with pytest.raises(Refused):
        Packed(bytes(data)).read("a.xml")


def test_what_pandoc_leaves_out_of_an_open_text_is_put_where_it_stands() -> None:
    style = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    draft = read_odt(
        odt(
            f"{style}<text:p>Hidden<text:span text:style-name='H'>secret</text:span>. On page "
            "<text:page-number>4</text:page-number>, <text:date>5 May</text:date>.</text:p>"
            "<text:p><draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box>"
            "</draw:frame>After it.</text:p><text:p><draw:custom-shape><text:p>In a shape.</text:p>"
            "</draw:custom-shape>After that.</text:p><text:table-of-content><text:index-body>"
            "<text:p>Contents 1</text:p></text:index-body></text:table-of-content>"
            "<text:numbered-paragraph><text:p>Numbered.</text:p></text:numbered-paragraph>"
        ),
        Choices(),
    )

    assert draft.text.split("\n\n") == [
        "Hidden. On page 4, 5 May.",
        *("After it.", "In a box.", "After that.", "In a shape.", "Contents 1", "Numbered.\n"),
    ]
    assert "secret" in told(draft, "hidden text")
    assert told(draft, "text boxes").startswith("2 text boxes: the words are in the text")
    assert not told(draft, "left out")


def test_a_formula_of_an_open_text_is_written_out_and_no_embedded_file() -> None:
    maths = 'xmlns="http://www.w3.org/1998/Math/MathML"'
    formula = f"<math {maths}><msup><mi>c</mi><mn>2</mn></msup></math>"
    body = '<text:p>So <draw:frame><draw:object xlink:href="./F 1/"/></draw:frame> it is.</text:p>'
    whole = odt(body.replace("xlink:href", 'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href'))
    target = io.BytesIO(whole)
    with zipfile.ZipFile(target, "a") as folder:
        folder.writestr("F 1/content.xml", formula)

    draft = read_odt(target.getvalue(), Choices())

    assert draft.text == "So c^{2} it is.\n"
    assert draft.lost == ("1 formula: written out as TeX",)


def test_a_cell_over_several_columns_or_rows_leaves_the_others_theirs() -> None:
    draft = read_odt(
        odt(
            '<table:table><table:table-column table:number-columns-repeated="3"/>'
            "<table:table-header-rows><table:table-row>"
            '<table:table-cell table:number-rows-spanned="2"><text:p>State</text:p>'
            '</table:table-cell><table:table-cell table:number-columns-spanned="2">'
            "<text:p>Cost</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"
            "</table:table-header-rows><table:table-row><table:covered-table-cell/>"
            "<table:table-cell><text:p>2018</text:p></table:table-cell><table:table-cell>"
            "<text:p>2019</text:p></table:table-cell></table:table-row></table:table>"
        ),
        Choices(),
    )

    assert draft.text == "State | Cost |\n\n| 2018 | 2019\n"


def test_title_page_half_title_and_every_note_of_a_book_come_in() -> None:
    draft = read_epub(
        epub(
            f'<section {_EPUB} epub:type="titlepage"><h1>Détente</h1><p>Ada&nbsp;Brown</p>'
            f'</section><section {_EPUB} epub:type="halftitlepage"><p>Half title</p></section>',
            f'<div {_EPUB}><p>Talks failed.<a epub:type="noteref" href="#n1">1</a> Why?'
            '<a href="#n2"><sup>2</sup></a> See.<a epub:type="noteref" '
            'href="chapter3.xhtml#e1">3</a></p><aside epub:type="footnote" id="n1"><p>1. First.'
            '</p></aside><aside epub:type="footnote" id="n2"><p>2. Second.</p></aside>'
            '<aside epub:type="footnote" id="n3"><p>Nobody leads here.</p></aside></div>',
            f'<ol {_EPUB}><li epub:type="endnote" id="e1"><p>At the end.</p></li></ol>',
        ),
        Choices(),
    )

    assert draft.text.split("\n\n") == [
        *("Détente", "Ada\u00a0Brown", "Half title", "Talks failed.[1] Why?[2] See.[3]"),
        *("[1] First.", "[2] Second.", "[3] At the end.", "Nobody leads here.\n"),
    ]
    notes = [each for each in draft.furniture if each.kind is FurnitureKind.FOOTNOTE]
    assert len(notes) == 4


_EPUB = 'xmlns:epub="http://www.idpf.org/2007/ops"'


def test_hidden_words_of_a_book_are_told() -> None:
    draft = read_epub(epub('<p>Seen.</p><p style="display:none">Secret words.</p>'), Choices())

    assert draft.noticed == ("hidden words, which are in the text and not seen in the document: 2",)


def test_a_note_begins_with_its_words_and_a_heading_of_nothing_but_notes_goes_and_is_told() -> None:
    mark = '<a href="chapter2.xhtml#n{0}" epub:type="noteref" id="r{0}">{0}</a>'
    note = '<aside epub:type="footnote" id="n{0}"><p>{1} {2}</p></aside>'
    back = '<a href="chapter1.xhtml#r{0}">{0}</a>.'
    draft = read_epub(
        epub(
            f"<h1>One</h1><p>First{mark.format(1)} and second{mark.format(2)} words.</p>",
            "<h1>Notes</h1><h2>To chapter one</h2>"
            + note.format(1, back.format(1), "Of the first.")
            + note.format(2, f"<span>{back.format(2)[:-1]}</span>.", "Of <i>the</i> second."),
            "<h1>Two</h1><p>Its words.</p>",
        ),
        Choices(),
    )

    assert draft.text == (
        "One\n\nFirst[1] and second[2] words.\n\n[1] Of the first.\n\n[2] Of the second.\n\n"
        "Two\n\nIts words.\n"
    )
    assert draft.lost == ("2 headings with nothing but notes below: “Notes”, “To chapter one”",)


def test_a_heading_with_words_beside_its_notes_stays() -> None:
    draft = read_epub(
        epub(
            '<p>First<a href="#n1" epub:type="noteref" id="r1">1</a>.</p><h2>Notes</h2>'
            '<div><aside epub:type="footnote" id="n1"><p>A note.</p></aside></div> and more'
        ),
        Choices(),
    )

    assert "Notes\n\nand more" in draft.text
    assert draft.lost == ()


def test_spaces_without_number_cost_no_memory() -> None:
    draft = read_odt(odt('<text:p>one<text:s text:c="1000000000"/>two</text:p>'), Choices())

    assert draft.text == "one two\n"


def test_a_hidden_section_is_left_out_and_told() -> None:
    section = '<text:section text:name="s" text:display="none"><text:p>Not so.</text:p>'
    draft = read_odt(
        odt(f"<text:p>Before.</text:p>{section}</text:section><text:p>After.</text:p>"), Choices()
    )

    assert draft.text == "Before.\n\nAfter.\n"
    assert draft.lost == ("hidden text: “Not so.”",)


def test_what_a_style_of_an_open_text_strikes_out_is_left_out_and_told() -> None:
    struck = 'style:text-line-through-style="solid" style:text-line-through-type="single"'
    styles = (
        f'<style:style style:name="Old" style:family="paragraph"><style:text-properties {struck}/>'
        '</style:style><style:style style:name="P1" style:family="paragraph" '
        'style:parent-style-name="Old"/><style:style style:name="T1" style:family="text">'
        '<style:text-properties style:text-line-through-style="none"/></style:style>'
        f'<style:style style:name="T2" style:family="text"><style:text-properties {struck}/>'
        "</style:style>"
    )
    body = (
        '<text:p text:style-name="P1">Never <text:span text:style-name="T1">it stands'
        '</text:span> built</text:p><text:p>So <text:span text:style-name="T2">not </text:span>'
        "be it.</text:p>"
    )
    draft = read_odt(odt(body, styles=styles), Choices())

    assert draft.text == "it stands\n\nSo be it.\n"
    assert told(draft, "struck") == (
        "3 passages struck out, which are left out: “Never”, “built”, “not”"
    )


def rebuilt(book: bytes, parts: dict[str, str | bytes], without: str = "") -> bytes:
    """The book with these parts, and without one."""
    with zipfile.ZipFile(io.BytesIO(book)) as old:
        names = [name for name in old.namelist() if name != without]
        return packed({**{name: old.read(name) for name in names}, **parts})


def test_what_a_style_sheet_of_a_book_strikes_out_is_left_out_and_told() -> None:
    chapter = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><link rel="stylesheet" href="a/b.css"/>'
        '</head><body><p>We will <i class="old">never <b>ever</b></i> go.</p>'
        '<p class="old">Not <a href="x">this</a> either.</p></body></html>'
    )
    sheet = "p.old, .old { text-decoration : line-through }"
    book = rebuilt(epub("<p>x</p>"), {"chapter1.xhtml": chapter, "a/b.css": sheet})
    draft = read_epub(book, Choices())

    assert draft.text == "We will go.\n"
    assert "struck out, which are left out: “never" in told(draft, "struck")


def test_a_part_that_is_missing_in_a_book_is_told() -> None:
    book = rebuilt(epub("<p>One.</p>", "<p>Two.</p>", "<p>Three.</p>"), {}, "chapter2.xhtml")
    draft = read_epub(book, Choices())

    assert draft.text == "One.\n\nThree.\n"
    assert draft.lost == ("1 part of the book that is missing, or holds no text: “chapter2.xhtml”",)


def test_the_entries_of_an_open_text_have_the_numbers_that_are_printed() -> None:
    level = "text:list-level-style-number"
    styles = (
        f'<text:list-style style:name="L1"><{level} text:level="1" style:num-format="1" '
        f'style:num-prefix="§ " style:num-suffix="."/><{level} text:level="2" '
        f'style:num-format="1" text:display-levels="2"/><{level} text:level="3" '
        'style:num-format="a" style:num-list-format="(%3%)"/></text:list-style>'
    )

    def item(words: str, inner: str = "", more: str = "") -> str:
        return f"<text:list-item{more}><text:p>{words}</text:p>{inner}</text:list-item>"

    inner = "<text:list>{}</text:list>".format(
        item("Ships", f"<text:list>{item('Rafts')}</text:list>")
        + item("Boats", more=' text:start-value="5"')
    )
    first = f'<text:list text:style-name="L1">{item("Scope", inner)}</text:list>'
    second = (
        '<text:list text:style-name="L1" text:continue-numbering="true">'
        + item("Powers", "<text:list>" + item("Crews") + "</text:list>")
        + "</text:list>"
    )
    draft = read_odt(odt(f"{first}<text:p>Between.</text:p>{second}", styles=styles), Choices())

    assert draft.text.split("\n\n") == [
        "§ 1. Scope",
        "1.1 Ships",
        "(a) Rafts",
        "1.5 Boats",
        "Between.",
        "§ 2. Powers",
        "2.1 Crews\n",
    ]
    assert draft.lost == ()


def test_a_hidden_paragraph_of_an_open_text_is_told_with_its_words() -> None:
    hidden = '<text:hidden-paragraph text:is-hidden="true"/>'
    draft = read_odt(odt(f"<text:p>Seen.</text:p><text:p>{hidden}Unseen.</text:p>"), Choices())
    assert draft.text == "Seen.\n"
    assert draft.lost == ("hidden text: “Unseen.”",)


_FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'


def styled(look: str, base: str = "", *, name: str = "T1", part: str = "text") -> str:
    return (
        f'<style:style style:name="{name}" style:parent-style-name="{base}" {_FO}>'
        f"<style:{part}-properties {look}/></style:style>"
    )


@pytest.mark.parametrize(
    ("styles", "unseen"),
    [
        (styled('fo:color="#ffffff"'), True),
        (styled('fo:font-size="0pt"'), True),
        (styled('fo:color="#000080" fo:background-color="#000080"'), True),
        (styled("", "W") + styled('fo:color="#FFFFFF"', name="W"), True),
        (styled('fo:color="#ffffff" fo:background-color="#000080"'), False),
        (styled('fo:color="#808080" fo:font-size="6pt"'), False),
        (
            styled('fo:color="#ffffff"')
            + styled('fo:background-color="#000080"', name="C", part="table-cell"),
            False,
        ),
    ],
)
def test_words_of_an_open_text_that_nobody_sees_come_in_and_are_told(
    styles: str, *, unseen: bool
) -> None:
    body = (
        '<table:table><table:table-column/><table:table-row><table:table-cell table:style-name="C">'
        '<text:p>Before <text:span text:style-name="T1">two words</text:span> after.</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )

    draft = read_odt(odt(body, styles=styles), Choices())

    assert draft.text == "Before two words after.\n"
    told = "hidden words, which are in the text and not seen in the document: 2"
    assert draft.noticed == ((told,) if unseen else ())


def test_glosses_words_of_style_sheets_and_for_want_of_scripts_in_a_book_are_told() -> None:
    draft = read_epub(
        epub(
            '<style>p.w:before { content: "Note: " }</style><p class="w">'
            "<ruby>漢<rt>kan</rt></ruby> is old.</p><noscript><p>No scripts.</p></noscript>",
            "<p><ruby>字<rt>ji</rt></ruby> too.</p>",
        ),
        Choices(),
    )

    assert draft.text == "漢 is old.\n\n字 too.\n"
    assert draft.lost == (
        "2 glosses set above words: “kan”, “ji”",
        "words for browsers without scripts: “No scripts.”",
        "words that a style sheet adds in 1 place: “Note:”",
    )


def test_a_gloss_of_an_open_text_is_told_and_what_it_is_above_comes_in() -> None:
    ruby = "<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text>"

    draft = read_odt(odt(f"<text:p>The name {ruby}</text:ruby> is old.</text:p>"), Choices())

    assert draft.text == "The name 漢 is old.\n"
    assert draft.lost == ("1 gloss set above words: “kan”",)
