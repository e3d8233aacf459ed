"""Rich Text: letters of every code page, and what is not in the text."""

import random

import pytest

from counterpoint.storage.importers.by_pandoc.rtf_characters import plain_letters
from counterpoint.storage.importers.by_pandoc.rtf_file import read_rtf
from counterpoint.storage.importers.draft import Choices, Draft
from counterpoint.storage.importers.refusal import Reason, Refused


def read(inside: str | bytes, page: int = 1252) -> Draft:
    data = inside.encode("ascii") if isinstance(inside, str) else inside
    return read_rtf(b"{\\rtf1\\ansi\\ansicpg%d\\deff0 %b}" % (page, data), Choices())


def test_paragraphs_and_notes() -> None:
    draft = read(r"First{\footnote A note.} words.\par Second.\par")

    assert draft.text == "First[1] words.\n\n[1] A note.\n\nSecond.\n"


@pytest.mark.parametrize(
    ("page", "words"),
    [(1251, "Привет, мир"), (1250, "Łódź i Kraków"), (1253, "Ελλάδα"), (932, "念のため")],
)
def test_letters_of_each_code_page(page: int, words: str) -> None:
    escaped = "".join(f"\\'{byte:02x}" for byte in words.encode(f"cp{page}"))

    assert read(escaped + r"\par", page).text == words + "\n"


def test_a_font_brings_its_own_code_page() -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}"
    escaped = "".join(f"\\'{byte:02x}" for byte in "Мир".encode("cp1251"))

    assert read(rf"{fonts}\f0 caf\'e9 {{\f1 {escaped}}} na\'efve\par").text == "café Мир naïve\n"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (r"\u225?reas", "áreas"),
        (r"\uc0\u225 reas", "áreas"),
        (r"\uc2\u24180\'94\'4e abc", "年 abc"),
        (r"10\uc1\u8216\'91000", "10‘000"),
        (r"\u-10179?\u-8704? end", "😀 end"),
        (r"{\uc0\u1055 }{\u1056?x}", "ПРx"),
        (r"\u1055\'cf\u1088\'f0.", "Пр."),
    ],
)
def test_unicode_letters_and_their_fallbacks(written: str, words: str) -> None:
    assert read(written + r"\par").text == words + "\n"


def test_what_is_not_in_the_text_is_told() -> None:
    draft = read(
        r"{\header Head words\par}{\info{\title A title}{\author An author}}Kept{\v  hidden}"
        r"{\deleted  gone}.{\*\annotation remark}{\pict\pngblip 00}\par"
    )

    assert draft.text == "Kept.\n"
    for words in ("Head words", "comment", "picture", "tracked change", "hidden text"):
        assert any(words in phrase for phrase in draft.lost), words
    assert (draft.proposal.title, draft.proposal.author) == ("A title", "An author")


def test_a_stroke_that_a_program_left_out_shows_no_program_as_words() -> None:
    assert read(r"{*\generator A program;}Words.\par").text == "Words.\n"


def test_raw_bytes_of_a_picture_are_passed_over() -> None:
    data = b"{\\pict\\bin5 }{\\}}}Words.\\par"

    assert read(data).text == "Words.\n"


def test_broken_files_end() -> None:
    for data in (b"{\\rtf1 \\", b"{\\rtf1 }}}}", b"{\\rtf1 \\u", b"{\\rtf1 \\'z", b"{" * 5000):
        assert plain_letters(data).data is not None


def test_one_that_was_cut_short_is_told_in_words() -> None:
    with pytest.raises(Refused) as refused:
        read_rtf(rb"{\rtf1\ansi Words that were cut {\b in the mid", Choices())
    assert refused.value.message == "it is damaged or was not copied whole; get it again"


def test_a_line_end_after_a_control_word_ends_it() -> None:
    assert read("\\loch\nA report on peace\\par").text == "A report on peace\n"
    assert read(r"\f0\'c9tat de droit\par").text == "État de droit\n"


def test_footnotes_as_libreoffice_writes_them() -> None:
    draft = read(r"Words{\super \chftn{\*\footnote \chftn\pard\plain A note.}} go on.\par")

    assert draft.text == "Words[1] go on.\n\n[1] A note.\n"


def test_paragraphs_in_a_style_called_heading_are_headings() -> None:
    russian = r"\u1047?\'e0\'e3\'ee\'eb\'ee\'e2\'ee\'ea"
    styles = rf"{{\stylesheet{{\s0 Normal;}}{{\s1\sbasedon0 heading 1;}}{{\s2 {russian} 2;}}}}"
    draft = read(styles + r"\pard\s1 One\par\pard\s2 Two\par\pard\s0 Text.\par", 1251)

    assert draft.text == "One\n\nTwo\n\nText.\n"
    assert [heading.level for heading in draft.map.headings] == [1, 2]


@pytest.mark.parametrize("length", [100, 1000, 20_000])
def test_random_bytes_that_call_themselves_rich_text_are_refused(length: int) -> None:
    noise = random.Random(length).randbytes(length).translate(None, b"{}\\")

    with pytest.raises(Refused) as refused:
        read(noise + rb"\par")

    assert refused.value.reason is Reason.DAMAGED


def test_a_picture_of_bytes_as_they_are_is_no_damage() -> None:
    noise = random.Random(7).randbytes(5000)

    assert read(rb"Kept.{\pict\pngblip\bin5000 " + noise + rb"}\par").text == "Kept.\n"


def test_a_text_box_whose_words_are_in_the_text_is_not_said_to_be_left_out() -> None:
    box = rb"{\shp{\*\shpinst{\shptxt Words in a box.\par}}}After it.\par"
    draft = read_rtf(rb"{\rtf1\ansi " + box + b"}", Choices())

    assert draft.text == "Words in a box.\n\nAfter it.\n"
    assert draft.lost == ("1 text box: the words are in the text, their place on the page is not",)


def test_words_that_did_not_come_in_are_named() -> None:
    one = rb"{\rtf1\ansi Words{\footnote\plain A note.} of one.{\v unseen}\par}"
    draft = read_rtf(one + rb"{\rtf1\ansi And of another file.\par}", Choices())

    assert draft.text == "Words[1] of one.\n\n[1] A note.\n"
    assert draft.lost == ("hidden text: “unseen”", "1 passage left out: “And of another file.”")


def test_what_comments_say_and_what_was_taken_out_is_told_in_words() -> None:
    draft = read(
        r"Kept{\*\atnid AB}{\*\atnauthor A. B.}\chatn{\*\annotation{\*\atnref 1}{\*\atndate 12}"
        r"Is that so?} {\deleted\revauth1 gone away }{\revised\revauth1 come }{\v secret }here.\par"
    )

    assert draft.text == "Kept come here.\n"
    assert draft.lost == (
        "1 comment: “Is that so?”",
        "2 tracked changes, taken as accepted; taken out: “gone away”",
        "hidden text: “secret”",
    )


def test_figures_that_are_only_set_higher_or_lower_are_raised_and_lowered() -> None:
    draft = read(r"10{\up8\fs16 6}, H{\dn6 2}O, x\up6 2\up0  y {\super a\plain  b}\par")

    assert draft.text.startswith("10⁶, H₂O, x² y")
    assert draft.text.endswith("b\n")


def test_a_note_in_a_table_takes_no_rows_along() -> None:
    row = r"\trowd\cellx3000\cellx6000\pard\intbl "
    note = r"{\super\chftn}{\*\footnote\pard\plain\intbl {\super\chftn} %s\par}"
    draft = read(
        "Before"
        + note % "First."
        + r" it.\par "
        + row
        + r"State\cell 2018\cell\row "
        + row
        + "Kenya"
        + note % r"See {\i the} charter.\par And more."
        + r"\cell 3\cell\row "
        r"\pard After" + note % "Third." + r" it.\par"
    )

    assert draft.text == (
        "Before[1] it.\n\n[1] First.\n\nState | 2018\n\nKenya[2] | 3\n\n[2] See the charter.\n\n"
        "And more.\n\nAfter[3] it.\n\n[3] Third.\n"
    )
    assert draft.lost == ()


def test_what_a_style_strikes_out_is_left_out_and_told() -> None:
    styles = r"{\stylesheet{\s1\strike Old;}{\*\cs2\striked1 Gone;}{\s3\strike0 New;}}"
    draft = read(
        styles + r"\pard\s1 Never.\par\pard\s3 It {\cs2 not} stands.\par\pard It all does.\par"
    )

    assert draft.text == "It stands.\n\nIt all does.\n"
    assert draft.lost == ("2 passages struck out, which are left out: “Never.”, “not”",)


def test_clauses_have_the_numbers_that_are_printed() -> None:
    clauses = (
        r"\pard{\listtext\pard 3.1\tab}All ships\par {\listtext {\f0 3.2}\tab}Boats\par"
        r"\pard{\pntext (a)\tab}Rafts\par\pard Between.\par"
    )
    draft = read(clauses)
    assert draft.text == "3.1 All ships\n\n3.2 Boats\n\n(a) Rafts\n\nBetween.\n"
    assert draft.lost == ()


def test_the_printed_number_of_a_list_holds_against_the_one_that_is_counted() -> None:
    table = (
        r"{\*\listtable{\list\listtemplateid1{\listlevel\levelnfc0\levelstartat1{\leveltext"
        r"\'02\'00.;}{\levelnumbers\'01;}}\listid5}}{\*\listoverridetable{\listoverride\listid5"
        r"\listoverridecount0\ls1}}"
    )
    entries = r"\pard{\listtext\pard 7.\tab}\ls1\ilvl0 Seven\par {\listtext 9.\tab}Nine\par"
    draft = read(table + entries)
    assert draft.text == "7. Seven\n\n9. Nine\n"


@pytest.mark.parametrize(
    ("look", "text"), [(r"\b", "7. Words\n\nMore.\n"), (r"\i\b", "7. Words\n\nMore.\n")]
)
def test_a_number_is_one_in_whatever_letters_it_is_set(look: str, text: str) -> None:
    draft = read(rf"\pard{look}{{\pntext 7.\tab}}Words\par\plain More.\par")
    assert draft.text == text


def test_of_an_entry_that_is_struck_out_the_number_goes_too() -> None:
    draft = read(r"\pard\strike{\listtext 7.\tab}Gone\par\plain More {\pntext x1}yet.\par")
    assert draft.text == "More x1 yet.\n"
    assert "“Gone”" in draft.lost[0]


_COLOURS = r"{\colortbl;\red255\green255\blue255;\red0\green0\blue128;}"


@pytest.mark.parametrize(
    "part",
    [
        r"{\cf1 not to be seen}",
        r"{\cf2\highlight2 not to be seen}",
        r"{\fs0 not to be seen}",
        r"\cf1 not to be seen\plain ",
        r"\pard\cbpat2\cf2 not to be seen\par\pard\plain ",
    ],
)
def test_words_that_nobody_sees_come_in_and_are_told(part: str) -> None:
    draft = read(rf"{_COLOURS}Before. {part} After.\par")

    assert "not to be seen" in draft.text
    told = "hidden words, which are in the text and not seen in the document: 4"
    assert told in draft.noticed


@pytest.mark.parametrize(
    "part",
    [
        r"{\cf2 seen}",
        r"{\cf1\highlight2 seen}",
        r"{\fs4 seen}",
        r"\trowd\clcbpat2\cellx5000\pard\intbl\cf1 seen\cell\row\pard\plain ",
    ],
)
def test_words_of_another_colour_than_what_is_behind_them_are_seen(part: str) -> None:
    assert read(rf"{_COLOURS}Before. {part} After.\par").noticed == ()


def test_a_watermark_is_told_with_its_words() -> None:
    shape = (
        r"{\shp{\*\shpinst\shpleft1{\sp{\sn shapeType}{\sv 136}}"
        r"{\sp{\sn gtextUNICODE}{\sv NOT YET AGREED}}}}"
    )

    draft = read(rf"{{\header {shape}Head words\par}}Body.\par")

    assert draft.text == "Body.\n"
    assert draft.lost == (
        "1 header or footer: “Head words”",
        "1 watermark or drawn word: “NOT YET AGREED”",
    )


@pytest.mark.parametrize(
    "part",
    [
        r"{\caps xy}",
        r"{\pn\pnlvlblt{\pntxtb xy}}",
        r"{\listtable{\list{\listlevel{\leveltext xy;}}}}",
        r"{\revtbl{xy;}}",
        r"{\pnseclvl1{\pntxta xy}}",
    ],
)
def test_capitals_and_what_describes_lists_are_no_loss(part: str) -> None:
    assert read(rf"Before. {part} After.\par").lost == ()


def test_words_of_older_text_boxes_and_of_formulas_are_told() -> None:
    draft = read(
        r"Body.{\*\do\dobxpage{\dptxbxtext\pard Old box\par}} Then {\mmath{\*\moMath{\mr a=bc}}}."
        r"\par"
    )

    assert draft.text == "Body. Then .\n"
    assert draft.lost == (
        "1 formula left out, with the letters “a=bc”",
        "1 text box left out: “Old box”",
    )
