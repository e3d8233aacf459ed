"""Word documents: their words, their notes, and what of them is not in the text."""

from itertools import pairwise

import pytest

from counterpoint.domain.source import FurnitureKind, Numbering
from counterpoint.storage.importers.by_pandoc.docx_file import read_docx
from counterpoint.storage.importers.by_pandoc.packed import parse_xml
from counterpoint.storage.importers.draft import Choices, Draft
from counterpoint.storage.importers.refusal import Reason, Refused
from tests.made_documents import core, docx, packed, w_p, w_part, w_r


def read(*body: str, parts: dict[str, str] | None = None, section: str = "") -> Draft:
    return read_docx(docx(*body, parts=parts, section=section), Choices())


def told(draft: Draft, word: str) -> str:
    return next((phrase for phrase in draft.lost if word in phrase), "")


def test_headings_paragraphs_and_tables() -> None:
    table = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>".format(
        w_p("left"), w_p("right")
    )
    draft = read(w_p("The plan", style="Heading1"), w_p("Words of it."), table)

    assert draft.text == "The plan\n\nWords of it.\n\nleft | right\n"
    assert [(h.level, draft.text[slice(*h.span)]) for h in draft.map.headings] == [(1, "The plan")]
    assert draft.proposal.title == "The plan"
    assert draft.proposal.language == "en-GB"
    assert draft.lost == ()


def test_a_heading_that_comes_later_is_not_the_title() -> None:
    assert read(w_p("To the embassy."), w_p("A part", style="Heading2")).proposal.title == ""


def test_a_footnote_stands_below_its_paragraph_and_interrupts_nothing() -> None:
    notes = w_part("footnotes", f'<w:footnote w:id="2">{w_p("See the charter.")}</w:footnote>')
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    draft = read(w_p("Peace", mark, " must last."), parts={"word/footnotes.xml": notes})

    assert draft.text == "Peace[1] must last.\n\n[1] See the charter.\n"
    kinds = {piece.kind: draft.text[slice(*piece.span)] for piece in draft.furniture}
    assert kinds[FurnitureKind.FOOTNOTE_MARK] == "[1]"
    assert kinds[FurnitureKind.FOOTNOTE] == "[1] See the charter."


@pytest.mark.parametrize(
    "after",
    [
        " must last.",
        " must last, as they all said at the end of that long day in the old town.",
        " must last, as they all said at the end of that long day in the old town, and as it was "
        "then written into the charter that they gave one another before they left.",
    ],
)
def test_a_note_in_mid_sentence_is_no_loss(after: str) -> None:
    notes = w_part("footnotes", f'<w:footnote w:id="2">{w_p("See the charter.")}</w:footnote>')
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    draft = read(w_p("The peace", mark, after), parts={"word/footnotes.xml": notes})
    assert f"The peace[1]{after}" in draft.text
    assert draft.lost == ()


def test_tracked_changes_are_taken_as_accepted_and_counted() -> None:
    inserted = f'<w:ins w:id="1" w:author="A">{w_r("new ")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="A"><w:r><w:delText>old </w:delText></w:r></w:del>'
    draft = read(w_p("The ", inserted, deleted, "treaty."))

    assert draft.text == "The new treaty.\n"
    assert draft.lost == ("2 tracked changes, taken as accepted; taken out: “old”",)


def test_hidden_text_is_left_out_and_told() -> None:
    draft = read(w_p("To be seen", w_r(" not to be seen", "<w:vanish/>"), "."))

    assert draft.text == "To be seen.\n"
    assert "not to be seen" in told(draft, "hidden text")
    shown = read(w_p("To be", w_r(" seen", '<w:vanish w:val="0"/>')))
    assert shown.text == "To be seen\n"


def test_headers_footers_and_comments_are_told_with_their_words() -> None:
    draft = read(
        w_p("Body."),
        parts={
            "word/header1.xml": w_part("hdr", w_p("Secret until noon")),
            "word/footer1.xml": w_part("ftr", w_p("Foot")),
            "word/comments.xml": w_part(
                "comments",
                f"<w:comment>{w_p('Is that so?')}</w:comment><w:comment>{w_p('No.')}</w:comment>",
            ),
        },
    )

    assert draft.text == "Body.\n"
    assert "Secret until noon" in told(draft, "header")
    assert "Foot" in told(draft, "footer")
    assert told(draft, "comment") == "2 comments: “Is that so?”, “No.”"


def test_the_words_of_a_text_box_come_in_and_its_place_is_told() -> None:
    box = (
        "<w:r><w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{w_p('Boxed words.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    draft = read(w_p("Before."), w_p(box), w_p("After."))

    assert "Boxed words." in draft.text
    assert "1 text box" in told(draft, "text box")


def test_a_paragraph_with_a_newer_box_loses_neither_its_own_words_nor_those_of_the_box() -> None:
    content = f"<w:txbxContent>{w_p('Boxed words.')}</w:txbxContent>"
    both = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-'
        'compatibility/2006"><mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="x">'
        f"{content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    draft = read(w_p("Words of its own.", both), w_p("After."))

    assert draft.text == "Words of its own.\n\nBoxed words.\n\nAfter.\n"
    assert draft.lost == ("1 text box: the words are in the text, their place on the page is not",)


def test_macros_are_told_and_not_run() -> None:
    draft = read(w_p("Words."), parts={"word/vbaProject.bin": "anything"})

    assert told(draft, "macros")


def test_pages_are_where_word_last_broke_them() -> None:
    end = "<w:r><w:lastRenderedPageBreak/></w:r>"
    draft = read(
        w_p("A sentence that goes ", end, "over to the next page."),
        w_p(end, "A third page."),
        section='<w:pgNumType w:start="7"/>',
    )

    assert draft.pages == 3
    assert [(page.label, draft.text[page.start :][:4]) for page in draft.map.pages] == [
        ("7", "A se"),
        ("8", "over"),
        ("9", "A th"),
    ]
    assert "goes over to the next" in draft.text
    assert draft.numbering is Numbering.PAGE


def test_what_it_says_of_itself() -> None:
    draft = read(w_p("Words."), parts={"docProps/core.xml": core("The title", "A. Writer")})

    assert (draft.proposal.title, draft.proposal.author) == ("The title", "A. Writer")
    assert draft.proposal.date == "", "the day of the file is not that of the document"
    assert draft.proposal.file_date == "2020-05-06"


@pytest.mark.parametrize(
    "data",
    [
        docx(w_p("Words."))[:300],
        packed({"[Content_Types].xml": "<a/>", "word/other.xml": "<a/>"}),
        docx(w_p("Words."), parts={"word/styles.xml": "<w:styles"}),
    ],
)
def test_a_damaged_one_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_docx(data, Choices())
    assert refused.value.reason is Reason.DAMAGED


def test_one_without_text_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read_docx(docx(w_p(" ")), Choices())
    assert refused.value.reason is Reason.NO_TEXT


def test_entities_that_multiply_are_not_put_in() -> None:
    names = "abcdefghij"
    entities = '<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in pairwise(names)
    )
    main = docx(w_p("x"))
    inside = (
        f'<?xml version="1.0"?><!DOCTYPE d [{entities}]><w:document xmlns:w="http://schemas.'
        'openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&j;</w:t></w:r>'
        "</w:p></w:body></w:document>"
    )
    assert main  # a document of this form is read
    with pytest.raises(Refused):
        read_docx(docx(parts={"word/document.xml": inside}), Choices())


def test_the_title_that_is_styled_as_one_stays_in_the_text() -> None:
    draft = read(w_p("The great plan", style="Title"), w_p("Words of it."))

    assert draft.text == "The great plan\n\nWords of it.\n"
    assert draft.lost == ()


def test_a_field_and_what_has_letters_above_it_are_words_of_the_line() -> None:
    draft = read_docx(
        docx(
            f'<w:p><w:fldSimple w:instr="DATE">{w_r("4 May")}</w:fldSimple>{w_r(" was it: ")}<w:r>'
            f"<w:ruby><w:rt>{w_r('gloss')}</w:rt><w:rubyBase>{w_r('base')}</w:rubyBase></w:ruby>"
            "</w:r></w:p>"
        ),
        Choices(),
    )

    assert draft.text == "4 May was it: base\n"
    assert draft.lost == ("1 gloss set above words: “gloss”",)


def test_a_cell_over_several_rows_or_columns_leaves_the_others_theirs() -> None:
    def cell(words: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{w_p(words) if words else w_p()}</w:tc>"

    state = cell("State", '<w:vMerge w:val="restart"/>')
    cost = cell("Cost", '<w:gridSpan w:val="2"/>')
    draft = read_docx(
        docx(
            f"<w:tbl><w:tr>{state}{cost}</w:tr>"
            f"<w:tr>{cell('', '<w:vMerge/>')}{cell('2018')}{cell('2019')}</w:tr><w:tr>"
            f"{cell('Latvia')}<w:tc>{w_p('2.0')}{w_p('(estimate)')}</w:tc>{cell('2.1')}</w:tr>"
            "</w:tbl>"
        ),
        Choices(),
    )

    assert draft.text == "State | Cost |\n\n| 2018 | 2019\n\nLatvia | 2.0 (estimate) | 2.1\n"


def test_what_is_nested_deep_comes_in_or_is_told_as_that_and_not_as_damaged() -> None:
    controls = "<w:sdt><w:sdtContent>" * 200 + w_p("Inside.") + "</w:sdtContent></w:sdt>" * 200
    assert read(w_p("Before."), controls).text == "Before.\n\nInside.\n"

    try:  # how deep it may be differs between versions of Python
        assert read(w_p("Before."), nested(200)).text == "Before.\n\nInside.\n"
    except Refused as error:
        told_as_that(error)
    with pytest.raises(Refused) as refused:
        read(w_p("Before."), nested(3000))
    told_as_that(refused.value)


def nested(number: int) -> str:
    """So many tables, each in the cell of another."""
    end = "</w:tc></w:tr></w:tbl>"
    return "<w:tbl><w:tr><w:tc>" * number + w_p("Inside.") + (end + w_p("")) * number


def told_as_that(error: Refused) -> None:
    assert error.reason is Reason.TOO_DEEP
    assert "save it as a PDF" in error.message


def test_words_of_more_than_ten_megabytes_in_one_place_are_no_damage() -> None:
    root = parse_xml(b"<t>" + b"word " * 2_400_000 + b"</t>")

    assert len(root.text or "") == 12_000_000


def test_text_that_a_style_hides_is_left_out_and_told() -> None:
    styles = w_part(
        "styles",
        '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/>'
        '</w:rPr></w:style><w:style w:type="character" w:styleId="Too"><w:name w:val="Too"/>'
        '<w:basedOn w:val="Gone"/></w:style>',
    )
    body = w_p("To be seen", w_r(" not to be seen", '<w:rStyle w:val="Too"/>'), ".")
    draft = read(body, parts={"word/styles.xml": styles})

    assert draft.text == "To be seen.\n"
    assert "not to be seen" in told(draft, "hidden text")


@pytest.mark.parametrize("look", ['<w:color w:val="FFFFFF"/>', '<w:sz w:val="1"/>'])
def test_white_and_tiny_words_are_told(look: str) -> None:
    draft = read(w_p("To be seen", w_r(" secret words", look), "."))

    assert draft.text == "To be seen secret words.\n"
    assert draft.noticed == ("hidden words, which are in the text and not seen in the document: 2",)


END = "<w:lastRenderedPageBreak/>"


@pytest.mark.parametrize(
    "gone",
    [
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>not to be seen</w:t>{END}</w:r>",
        f'<w:del w:id="2" w:author="A"><w:r>{END}<w:delText>old</w:delText></w:r></w:del>',
        f'<w:moveFrom w:id="2" w:author="A"><w:r>{END}<w:t>old</w:t></w:r></w:moveFrom>',
        f"<w:r><w:rPr><w:strike/></w:rPr><w:t>struck</w:t>{END}</w:r>",
    ],
)
def test_a_page_that_begins_in_what_is_left_out_is_counted(gone: str) -> None:
    draft = read(w_p("One ", gone, "two."), w_p(f"<w:r>{END}</w:r>", "Three."))

    assert draft.pages == 3
    assert [(page.label, draft.text[page.start :][:3]) for page in draft.map.pages] == [
        ("1", "One"),
        ("2", "two"),
        ("3", "Thr"),
    ]


def test_a_page_that_begins_in_a_title_or_a_hidden_paragraph_is_counted() -> None:
    styles = w_part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/>'
        "</w:rPr></w:style>",
    )
    draft = read(
        w_p("The plan", f"<w:r>{END}</w:r>", " for all", style="Title"),
        w_p("Body."),
        w_p(f"<w:r>{END}<w:t>Hidden.</w:t></w:r>", style="Gone"),
        w_p("Third page."),
        parts={"word/styles.xml": styles},
    )

    assert draft.text == "The plan for all\n\nBody.\n\nThird page.\n"
    assert [(page.label, draft.text[page.start :][:5]) for page in draft.map.pages] == [
        ("1", "The p"),
        ("2", " for "),
        ("3", "Third"),
    ]


def test_the_note_of_a_title_comes_in() -> None:
    notes = w_part("footnotes", f'<w:footnote w:id="2">{w_p("As adopted.")}</w:footnote>')
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    draft = read(
        w_p("The plan", mark, style="Title"), w_p("Body."), parts={"word/footnotes.xml": notes}
    )

    assert draft.text == "The plan[1]\n\n[1] As adopted.\n\nBody.\n"
    assert draft.proposal.title == "The plan"


def level(text: str, form: str = "decimal", start: int = 1) -> str:
    return f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'


def clause(words: str, at: int = 0, number: int = 1) -> str:
    properties = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    )
    return f"<w:p>{properties}{w_r(words)}</w:p>"


def list_for_each(*levels: str) -> str:
    """The part of a Word document that describes a list of one level for each, from 1."""
    described = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0">{each}</w:lvl></w:abstractNum>'
        for n, each in enumerate(levels, 1)
    )
    lists = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n in range(1, len(levels) + 1)
    )
    return w_part("numbering", described, lists)


def test_lists_within_lists_that_only_their_styles_say() -> None:
    def style(name: str, number: int) -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}">'
            f'<w:name w:val="{name}"/><w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr>'
            "</w:pPr></w:style>"
        )

    names = ("List Bullet", "List Bullet 2", "List Number", "List Number 3")
    levels = (level("%1.", "bullet" if "Bullet" in name else "decimal") for name in names)
    draft = read(
        w_p("One", style="ListBullet"),
        w_p("within", style="ListBullet2"),
        w_p("Two", style="ListBullet"),
        w_p("Between."),
        w_p("First", style="ListNumber"),
        w_p("deep", style="ListNumber3"),
        w_p("Second", style="ListNumber"),
        parts={
            "word/styles.xml": w_part("styles", *map(style, names, range(1, 5))),
            "word/numbering.xml": list_for_each(*levels),
        },
    )

    assert draft.text == (
        "• One\n\n• within\n\n• Two\n\nBetween.\n\n1. First\n\n1. deep\n\n2. Second\n"
    )
    within = [(draft.text[each.start : each.end], each.depth) for each in draft.map.set_in]
    assert within == [("• within", 1), ("1. deep", 1)]


def test_what_is_changed_in_a_note_or_does_not_come_in_is_told() -> None:
    gone = '<w:del w:id="3" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del>'
    notes = w_part(
        "footnotes",
        f'<w:footnote w:id="2">{w_p("See ", gone, "the charter.")}</w:footnote>',
        f'<w:footnote w:id="4">{w_p("A note that nothing leads to.")}</w:footnote>',
    )
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    draft = read(w_p("Peace", mark, " must last."), parts={"word/footnotes.xml": notes})

    assert draft.text == "Peace[1] must last.\n\n[1] See the charter.\n"
    assert draft.lost == (
        "1 tracked change, taken as accepted; taken out: “old”",
        "1 passage left out: “A note that nothing leads to.”",
    )


def test_figures_that_are_only_set_higher_or_lower_are_raised_and_lowered() -> None:
    draft = read(
        w_p(
            "10",
            w_r("6", '<w:position w:val="8"/>'),
            " H",
            w_r("2", '<w:position w:val="-6"/>'),
            "O, a little",
            w_r("9", '<w:position w:val="1"/>'),
        )
    )
    assert draft.text == "10⁶ H₂O, a little9\n"


def test_what_was_moved_is_read_where_it_went_and_is_no_loss() -> None:
    away = '<w:moveFrom w:id="7" w:author="A"><w:r><w:t>moved words </w:t></w:r></w:moveFrom>'
    here = '<w:moveTo w:id="8" w:author="A"><w:r><w:t>moved words </w:t></w:r></w:moveTo>'
    draft = read(w_p(away, "stay"), w_p(here, "end"))

    assert draft.text == "stay\n\nmoved words end\n"
    assert draft.lost == ("2 tracked changes, taken as accepted",)


@pytest.mark.parametrize("line", ["strike", "dstrike"])
def test_what_a_style_strikes_out_is_left_out_and_told(line: str) -> None:
    styles = w_part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Old"><w:name w:val="Old"/>'
        f"<w:rPr><w:{line}/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Older"><w:name w:val="Older"/>'
        '<w:basedOn w:val="Old"/></w:style>',
    )
    stands = w_r(" or mended", f'<w:{line} w:val="0"/>')
    notes = w_part(
        "footnotes", f'<w:footnote w:id="2">{w_p("Withdrawn.", style="Old")}</w:footnote>'
    )
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    draft = read(
        w_p("It stands."),
        w_p("Never built", stands, style="Older"),
        w_p("At all", mark, "."),
        parts={"word/styles.xml": styles, "word/footnotes.xml": notes},
    )
    assert "Never built" not in draft.text and "Withdrawn" not in draft.text
    assert "or mended" in draft.text
    assert told(draft, "struck out").startswith("2 passages struck out, which are left out: “Never")


def test_of_two_lines_the_one_that_is_there_strikes_out() -> None:
    both = w_r("gone", '<w:strike w:val="0"/><w:dstrike/>')
    draft = read(w_p("It ", both, w_r("stands", '<w:strike w:val="0"/><w:dstrike w:val="0"/>')))
    assert draft.text == "It stands\n"


@pytest.mark.parametrize("blank", [" ", "", "\u00a0"])
def test_an_entry_whose_sign_is_a_space_has_no_bullet(blank: str) -> None:
    signs = (level(sign, "bullet") for sign in ("-", blank))
    draft = read(
        clause("One matter,"),
        clause("with a second paragraph.", number=2),
        clause("Another."),
        parts={"word/numbering.xml": list_for_each(*signs)},
    )

    assert draft.text == "• One matter,\n\nwith a second paragraph.\n\n• Another.\n"
    assert draft.lost == ()


def numbering(*levels: str, more: str = "") -> str:
    """The part of a Word document that describes its list, 1: what each of its levels is like."""
    said = "".join(f'<w:lvl w:ilvl="{nth}">{level}</w:lvl>' for nth, level in enumerate(levels))
    return w_part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{said}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}',
    )


def test_clauses_have_the_numbers_that_word_prints() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    levels = (level("Article %1 —", start=7), level("%1.%2"), level("(%3)", "lowerLetter"))
    draft = read(
        clause("Scope"),
        clause("All ships", 1),
        clause("But not boats", 2),
        clause("Nor rafts", 2),
        w_p("Between."),
        clause("All crews", 1),
        clause("Powers"),
        clause("Of ministers", 1),
        clause("Annex", 0, 2),
        parts={"word/numbering.xml": numbering(*levels, more=again)},
    )
    assert draft.text.split("\n\n") == [
        "Article 7 — Scope",
        "7.1 All ships",
        "(a) But not boats",
        "(b) Nor rafts",
        "Between.",
        "7.2 All crews",
        "Article 8 — Powers",
        "8.1 Of ministers",
        "Article 1 — Annex\n",
    ]
    assert draft.lost == ()


def test_clauses_within_notes_have_their_numbers_counted_from_the_first() -> None:
    def number(at: int) -> str:
        return (
            f'<w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
            "<w:r><w:t>of a note</w:t></w:r>"
        )

    notes = w_part(
        "footnotes",
        f'<w:footnote w:id="2"><w:p>{number(0)}</w:p><w:p>{number(1)}</w:p></w:footnote>',
    )
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    draft = read(
        clause("Scope"),
        w_p("Peace", mark),
        parts={
            "word/footnotes.xml": notes,
            "word/numbering.xml": numbering(level("%1."), level("%1.%2")),
        },
    )
    assert draft.text == "1. Scope\n\nPeace[1]\n\n[1] 1. of a note\n\n1.1 of a note\n"
    assert draft.lost == ()


def test_a_style_that_says_a_level_alone_is_of_the_list_of_the_one_it_is_based_on() -> None:
    def style(name: str, base: str, said: str) -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="{base}"/><w:pPr><w:numPr>{said}</w:numPr></w:pPr></w:style>'
        )

    styles = (
        style("Clause", "", '<w:numId w:val="1"/>'),
        style("Subclause", "Clause", '<w:ilvl w:val="1"/>'),
    )
    draft = read(
        w_p("Scope", style="Clause"),
        w_p("Ships", style="Subclause"),
        w_p("Boats", style="Subclause"),
        parts={
            "word/styles.xml": w_part("styles", *styles),
            "word/numbering.xml": numbering(level("%1."), level("%1.%2")),
        },
    )
    assert draft.text == "1. Scope\n\n1.1 Ships\n\n1.2 Boats\n"


def test_a_style_puts_paragraphs_in_the_list_of_the_one_it_is_based_on() -> None:
    def style(name: str, said: str | int) -> str:
        """`said` is the number of its list or what it is based on."""
        if isinstance(said, int):
            own = f'<w:pPr><w:numPr><w:numId w:val="{said}"/></w:numPr></w:pPr>'
        else:
            own = f'<w:basedOn w:val="{said}"/>'
        return (
            f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}">'
            f'<w:name w:val="{name}"/>{own}</w:style>'
        )

    styles = (
        *(style("Clause", 1), style("Subclause", "Clause"), style("Last", "Subclause")),
        *(style("Bare", 2), style("Barer", "Bare")),
        *(style("List Bullet", 3), style("List Bullet 2", "ListBullet")),
    )
    levels = (level("§ %1"), level(" ", "bullet"), level("-", "bullet"))
    draft = read(
        w_p("Scope", style="Clause"),
        w_p("Powers", style="Subclause"),
        w_p("Force", style="Last"),
        w_p("No sign", style="Barer"),
        w_p("Outer", style="ListBullet"),
        w_p("Inner", style="ListBullet2"),
        parts={
            "word/styles.xml": w_part("styles", *styles),
            "word/numbering.xml": list_for_each(*levels),
        },
    )
    assert draft.text == "§ 1 Scope\n\n§ 2 Powers\n\n§ 3 Force\n\nNo sign\n\n• Outer\n\n• Inner\n"
    assert [draft.text[each.start : each.end] for each in draft.map.set_in] == ["• Inner"]


def test_numbers_that_cannot_be_told_are_left_out_and_told() -> None:
    levels = (level("%1.", "cardinalText"),)
    draft = read(
        clause("Scope"), clause("Powers"), parts={"word/numbering.xml": numbering(*levels)}
    )
    assert draft.text == "Scope\n\nPowers\n"
    assert draft.lost == ("the numbers that Word prints before 2 paragraphs",)


def legacy(field: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{field}</w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText> FORM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_the_answers_of_a_form_are_where_they_are_to_be_seen() -> None:
    ticked = legacy('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')
    bare = legacy('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>')
    by_default = legacy('<w:checkBox><w:default w:val="1"/></w:checkBox>')
    chosen = legacy(
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/>'
        "</w:ddList>"
    )
    draft = read(
        w_p(ticked, w_r(" I support it")),
        w_p(bare, w_r(" I oppose it")),
        w_p(by_default, w_r(" I do not mind")),
        w_p(w_r("Vote: "), chosen),
    )
    assert draft.text == "☒ I support it\n\n☐ I oppose it\n\n☒ I do not mind\n\nVote: No\n"


def test_watermarks_and_drawn_letters_are_told_with_their_words() -> None:
    drawn = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="{}"/>'
    )
    drawn += "</v:shape></w:pict></w:r>"
    head = w_part("hdr", f"<w:p>{drawn.format('WITHDRAWN')}</w:p>")
    draft = read(
        w_p("Words.", drawn.format("On sale")),
        parts={"word/header1.xml": head, "word/header2.xml": head},
    )
    assert draft.text == "Words.\n"
    assert draft.lost == ("2 watermarks or drawn words: “On sale”, “WITHDRAWN”",)


def test_a_row_that_is_deleted_as_such_is_left_out_and_told() -> None:
    gone = '<w:trPr><w:del w:id="3" w:author="A"/></w:trPr>'
    rows = f"<w:tr>{gone}<w:tc>{w_p('old')}</w:tc></w:tr><w:tr><w:tc>{w_p('new')}</w:tc></w:tr>"
    draft = read(f"<w:tbl>{rows}</w:tbl>")
    assert draft.text == "new\n"
    assert "1 row of tables, deleted under tracked changes: “old”" in draft.lost


def test_a_picture_that_is_called_a_header_damages_nothing() -> None:
    draft = read(w_p("Words."), parts={"word/header-sign.png": "\x89PNG"})
    assert draft.text == "Words.\n"
    assert draft.lost == ()
