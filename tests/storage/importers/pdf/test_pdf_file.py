"""PDFs: reading order, furniture by rule, pages as printed, what cannot be read."""

import pytest

from counterpoint.domain.source import FurnitureKind, Numbering
from counterpoint.domain.span import Span
from counterpoint.storage.importers.draft import Choices, Draft, RunningHeads
from counterpoint.storage.importers.pdf.pdf_file import read_pdf
from counterpoint.storage.importers.refusal import Reason, Refused
from tests.made_documents import Words, lines, pdf


def read(data: bytes) -> Draft:
    return read_pdf(data, Choices())


def paragraphs(draft: Draft) -> list[str]:
    return draft.text.rstrip("\n").split("\n\n")


def of_kind(draft: Draft, kind: FurnitureKind) -> list[str]:
    return [draft.text[slice(*piece.span)] for piece in draft.furniture if piece.kind is kind]


def body(word: str, first: int, left: float = 72, top: float = 700) -> list[Words]:
    """Six full lines; `word` tells them apart."""
    return lines(
        *(f"the {word} line number {first + n} runs on to the edge of the page" for n in range(6)),
        left=left,
        top=top,
    )


WORDS = ("long", "good", "slow", "wide")


def book(count: int = 4) -> bytes:
    """Pages with a running head and printed numbers from 11, and one sentence through them all."""
    pages = [
        [
            Words(72, 760, "THE REPORT ON PEACE"),
            *body(WORDS[n], 6 * n),
            Words(300, 40, f"– {11 + n} –"),
        ]
        for n in range(count)
    ]
    return pdf(*pages)


def test_heads_and_numbers_are_furniture_and_a_sentence_runs_across_pages() -> None:
    draft = read(book())

    assert draft.paragraphs == 1
    assert of_kind(draft, FurnitureKind.HEADER) == ["THE REPORT ON PEACE"] * 4
    assert of_kind(draft, FurnitureKind.PAGE_NUMBER) == ["– 11 –", "– 12 –", "– 13 –", "– 14 –"]
    assert "number 5 runs on to the edge of the page the good line number 6" in draft.text
    assert draft.numbering is Numbering.PAGE


def test_the_labels_of_pages_are_as_printed() -> None:
    draft = read(book())
    text = draft.text

    labels = {page.label for page in draft.map.pages}
    assert labels == {"11", "12", "13", "14"}
    second = text.index("number 6 runs")
    before = [page.label for page in draft.map.pages if page.start <= second]
    assert before[-1] == "12"


def test_labels_of_the_file_where_none_are_printed() -> None:
    draft = read(pdf(body("a", 1), body("b", 7), labels="0 << /S /r /St 4 >>"))

    assert [page.label for page in draft.map.pages] == ["iv", "v"]


@pytest.mark.parametrize("numbers", [(8, 11, 12, 13, 14), (11, 12, 13, 14, 21, 22)])
def test_pages_of_which_some_were_taken_out_keep_their_printed_numbers(
    numbers: tuple[int, ...],
) -> None:
    pages = [
        [*body(chr(97 + nth), 1 + 6 * nth), Words(300, 40, str(number))]
        for nth, number in enumerate(numbers)
    ]
    draft = read(pdf(*pages))
    assert list(dict.fromkeys(page.label for page in draft.map.pages)) == [*map(str, numbers)]
    assert of_kind(draft, FurnitureKind.PAGE_NUMBER) == [*map(str, numbers)]


def footnoted(*labels: str) -> bytes:
    """Two pages, 11 and 12, the first with footnote 1 and the second with footnote 2."""
    notes = ("1 The first note, at length.", "2 The second note, at length.")
    pages = [
        [
            *body("good" if n else "long", 1 + 6 * n),
            Words(72, 100, note, 7.5),
            Words(300, 40, str(11 + n)),
        ]
        for n, note in enumerate(notes)
    ]
    return pdf(*pages, labels=" ".join(labels))


@pytest.mark.parametrize("labels", [(), ("0 << /S /D /St 11 >>",)])
def test_footnotes_that_count_with_the_pages_are_no_page_numbers(labels: tuple[str, ...]) -> None:
    draft = read(footnoted(*labels))

    assert {page.label for page in draft.map.pages} == {"11", "12"}
    assert of_kind(draft, FurnitureKind.PAGE_NUMBER) == ["11", "12"]


NOTES = ("The first note, at length.", "Another note.", "The third of them.", "A fourth note.")


@pytest.mark.parametrize("headed", [True, False])
@pytest.mark.parametrize("begins", [1, 17])
def test_footnotes_that_count_from_any_number_are_no_page_numbers(
    headed: bool, begins: int
) -> None:
    """With the page's number beside a running head, and with none printed at all."""
    heads = (f"{101 + n} THE REVIEW" if n % 2 == 0 else f"OF PEACE {101 + n}" for n in range(4))
    pages = [
        [
            *([Words(72, 760, head)] if headed else []),
            *body(WORDS[n], 6 * n),
            Words(72, 100, f"{begins + n} {NOTES[n]}", 7.5),
        ]
        for n, head in enumerate(heads)
    ]
    draft = read(pdf(*pages))

    labels = sorted({page.label for page in draft.map.pages})
    assert labels == (["101", "102", "103", "104"] if headed else ["1", "2", "3", "4"])
    assert len(of_kind(draft, FurnitureKind.FOOTNOTE)) == 4


@pytest.mark.parametrize("note", ["Id. at {}.", "Ibid."])
@pytest.mark.parametrize("printed", ["alone", "headed", "nowhere"])
def test_footnotes_that_say_the_same_but_for_figures_are_notes(note: str, printed: str) -> None:
    heads = {"alone": "{}", "headed": "The Grain Tariff {}"}
    pages = [
        [
            *([Words(250, 760, heads[printed].format(101 + n))] if printed in heads else []),
            *body(WORDS[n], 6 * n),
            Words(72, 100, f"{17 + n} {note.format(91 + 3 * n)}", 7.5),
        ]
        for n in range(4)
    ]
    draft = read(pdf(*pages))

    labels = sorted({page.label for page in draft.map.pages})
    assert labels == ([*"1234"] if printed == "nowhere" else ["101", "102", "103", "104"])
    notes = [f"{17 + n} {note.format(91 + 3 * n)}" for n in range(4)]
    assert of_kind(draft, FurnitureKind.FOOTNOTE) == notes


def test_a_running_foot_in_small_type_bears_the_number_of_its_page() -> None:
    pages = [
        [*body(WORDS[n], 6 * n), Words(72, 60, f"{17 + n} Journal of Ports", 7.5)] for n in range(4)
    ]
    draft = read(pdf(*pages))

    assert sorted({page.label for page in draft.map.pages}) == ["17", "18", "19", "20"]
    assert len(of_kind(draft, FurnitureKind.HEADER)) == 4


def test_two_notes_of_a_page_are_two_though_their_figures_are_not_raised() -> None:
    notes = [
        Words(72, 100, "1 The first, which they made on page", 7.5),
        Words(72, 90, "12 of their report.", 7.5),
        Words(72, 80, "2 The second.", 7.5),
    ]
    draft = read(pdf([*body("long", 1), *notes], body("good", 7)))

    assert of_kind(draft, FurnitureKind.FOOTNOTE) == [
        "1 The first, which they made on page 12 of their report.",
        "2 The second.",
    ]


def test_two_columns_are_read_one_after_the_other_however_they_were_drawn() -> None:
    left, right = body("left", 1, 60), body("right", 7, 330)
    mixed = [each for pair in zip(left, right, strict=True) for each in pair]
    narrow = [each._replace(text=each.text.removesuffix(" of the page")) for each in mixed]
    draft = read(
        pdf([Words(60, 740, "Across both columns stands the heading of this page", 16), *narrow])
    )

    joined = " ".join(draft.text.split())
    assert joined.startswith("Across both columns")
    assert "left line number 6 runs on to the edge the right line number 7" in joined
    assert [draft.text[slice(*h.span)] for h in draft.map.headings] == [
        "Across both columns stands the heading of this page"
    ]


def test_a_true_hyphen_stays_and_one_of_the_line_goes_where_the_text_says_so() -> None:
    draft = read(
        pdf(
            lines(
                "the government has fought hunger and drug-",
                "trafficking with much effort, and the govern-",
                "ment goes on with it, as nobody doubts at all.",
            )
        )
    )

    assert "drug-trafficking with" in draft.text
    assert "the government goes on" in draft.text
    assert of_kind(draft, FurnitureKind.HYPHEN) == ["-"]
    assert len(draft.map.joined) == 1


def test_footnotes_are_furniture_and_their_marks_interrupt() -> None:
    page = [
        *body("plain", 1, top=700),
        Words(72, 628, "and this bears a mark"),
        Words(167, 632, "3", 6),
        Words(171, 628, "that is raised a little over the line"),
        Words(72, 60, "3 The note says where it is from.", 7),
    ]
    draft = read(pdf(page))

    assert of_kind(draft, FurnitureKind.FOOTNOTE) == ["3 The note says where it is from."]
    assert of_kind(draft, FurnitureKind.FOOTNOTE_MARK) == ["3"]


def test_a_footnote_keeps_its_page_though_the_sentence_above_runs_on() -> None:
    first = [*body("first", 1), Words(72, 60, "1 A note on the first page.", 7)]
    draft = read(pdf(first, body("second", 7)))

    assert draft.paragraphs == 1
    at = draft.text.index("A note on the first page")
    assert [page.label for page in draft.map.pages if page.start <= at][-1] == "1"


def test_numbers_in_the_margin_are_those_of_the_lines() -> None:
    page = body("said", 1)
    margin = [Words(40, each.y, str(n), 10) for n, each in enumerate(page, 1)]
    draft = read(pdf([*margin, *page]))

    assert draft.text.startswith("the said line number 1")
    assert draft.numbering is Numbering.LINE
    assert [line.number for line in draft.map.lines] == [1, 2, 3, 4, 5, 6]


def test_paragraphs_by_indent_and_by_gap() -> None:
    indented = read(
        pdf(
            lines(
                "The first paragraph begins and goes on to the edge", "of the page and ends here."
            )
            + lines("The second stands in a little and goes on to the", left=84, top=676)
            + lines("edge of the page and ends there.", top=664)
        )
    )
    gaps = read(
        pdf(lines("A paragraph of one line that ends.", "", "Another of one line that ends too."))
    )

    assert len(paragraphs(indented)) == 2
    assert len(paragraphs(gaps)) == 2


def test_the_place_of_each_letter_on_its_page_is_known() -> None:
    draft = read(book())
    span = Span(draft.text.index("good line number 7"), draft.text.index("number 7") + 8)

    (place,) = draft.map.places_of(span)
    assert place.page == 1
    assert place.length == span.length
    assert all(page.label for page in draft.map.pages)


def test_a_scan_is_refused_and_one_in_part_is_told() -> None:
    with pytest.raises(Refused) as refused:
        read(pdf([], [], pictures=(0, 1)))
    assert refused.value.reason is Reason.SCAN
    assert refused.value.message == "a scan without text: 2 of 2 pages"

    draft = read(pdf(body("a", 1), [], pictures=(1,)))
    assert draft.lost[0] == "a scan without text: 1 of 2 pages"


def test_a_scan_that_bears_a_stamp_is_a_scan() -> None:
    stamp = [Words(72, 770, "Case 1:17-cv-00123 Document 45 Filed 03/04/18")]
    with pytest.raises(Refused) as refused:
        read(pdf(stamp, stamp, pictures=(0, 1)))
    assert refused.value.reason is Reason.SCAN
    assert refused.value.message == "a scan with hardly any text: 2 of 2 pages"

    draft = read(pdf(body("a", 1), stamp, pictures=(1,)))
    assert draft.lost == ("a scan with hardly any text: 1 of 2 pages",)
    assert read(pdf(stamp)).lost == (), "a page that is empty but for it is none"


def test_short_lines_of_two_boxes_side_by_side_are_not_one_sentence() -> None:
    left, right = ("Left column line 1", "Left column line 2"), ("Right of it line 1", "Right 2nd")
    draft = read(pdf([*lines(*left, left=40, pitch=25), *lines(*right, left=300, pitch=25)]))

    assert "Left column line 2 Right" not in draft.text


def test_a_font_without_letters_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read(pdf(body("a", 1), unmapped=True))
    assert refused.value.reason is Reason.NO_LETTERS
    assert "no letters behind its shapes" in refused.value.message


def test_empty_pages_and_damage_are_refused() -> None:
    for data, reason in ((pdf([]), Reason.NO_TEXT), (b"%PDF-1.7\nrubbish", Reason.DAMAGED)):
        with pytest.raises(Refused) as refused:
            read(data)
        assert refused.value.reason is reason


def test_pages_that_are_their_own_parents_end() -> None:
    data = pdf(body("a", 1)).replace(b"/Kids [", b"/Kids [2 0 R ")

    try:
        assert read(data).pages
    except Refused as refused:
        assert refused.reason in (Reason.DAMAGED, Reason.NO_TEXT)


def test_pictures_and_scripts_are_told() -> None:
    draft = read(
        pdf(
            body("a", 1),
            pictures=(0,),
            catalogue="/Names << /JavaScript << /Names [(a) << /S /JavaScript "
            "/JS (app.alert\\(1\\)) >>] >> >>",
        )
    )

    assert "1 picture" in draft.lost
    assert any("scripts" in phrase for phrase in draft.lost)


def test_what_it_says_of_itself() -> None:
    said = read(
        pdf(
            body("a", 1),
            info="/Title (A title) /Author (D. Writer) /CreationDate (D:20090113152305-05'00')",
            catalogue="/Lang (fr-CA)",
        )
    ).proposal

    assert (said.title, said.author, said.language) == ("A title", "D. Writer", "fr-CA")
    assert (said.date, said.file_date) == ("", "2009-01-13")


def test_headings_that_the_outline_names() -> None:
    outline = "/Outlines << /First 99 0 R >>"  # an outline that leads nowhere does no harm

    assert read(pdf(body("a", 1), catalogue=outline)).paragraphs == 1


def test_a_table_across_the_columns_parts_them_and_is_in_no_column() -> None:
    left = body("left", 1, 60)
    right = [each._replace(left=330) for each in body("right", 1)]
    columns = [each._replace(text=each.text.removesuffix(" of the page")) for each in left + right]
    table = [
        Words(90 + 110 * cell, 560 - 12 * row, f"cell {row} {cell}")
        for row in range(3)
        for cell in range(4)
    ]
    draft = read(pdf([*columns, *table]))

    joined = " ".join(draft.text.split())
    assert "left line number 6 runs on to the edge the right line number 1" in joined
    assert "cell 1 0 cell 1 1 cell 1 2 cell 1 3" in joined
    assert joined.index("right line number 6") < joined.index("cell 0 0")


def test_two_columns_of_two_lines_above_a_picture_are_columns() -> None:
    page = [
        Words(60, 760, "Head of the page that stands above all"),
        *lines("The left column says at first", "and then it says again", left=60, top=720),
        *lines("and the right one takes it up", "until it ends.", left=330, top=720),
        Words(60, 30, "A line at the very foot of it"),
    ]
    draft = read(pdf(page))

    assert "says again and the right one takes it up until it ends." in draft.text


def test_smaller_text_of_the_author_is_no_footnote() -> None:
    small = [each._replace(size=8) for each in body("small", 1, top=500)]
    draft = read(pdf([*body("large", 1), *body("more", 1, top=620), *small]))

    assert of_kind(draft, FurnitureKind.FOOTNOTE) == []


def test_the_first_words_of_pages_that_are_alike_are_no_running_head() -> None:
    def page(number: int) -> list[Words]:
        return [
            Words(72, 760, "THE REPORT ON PEACE"),
            *lines(
                f"({number}) In the chapter on procedure, put what stands below in the place",
                f"of what {WORDS[number]} words say there now, and of nothing else at all.",
                top=720,
            ),
        ]

    draft = read(pdf(*(page(number) for number in range(4))))

    assert of_kind(draft, FurnitureKind.HEADER) == ["THE REPORT ON PEACE"] * 4


def test_footnotes_as_large_as_the_text_are_known_by_their_raised_figures() -> None:
    page = [
        *body("plain", 1),
        Words(72, 628, "and this bears a mark"),
        Words(167, 632, "3", 6),
        Words(172, 628, "before it ends."),
        Words(72, 84, "3", 6),
        Words(76, 80, "A note on it, in letters as large, that needs"),
        Words(72, 68, "a second line."),
    ]
    draft = read(pdf(page))

    assert of_kind(draft, FurnitureKind.FOOTNOTE) == [
        "3 A note on it, in letters as large, that needs a second line."
    ]


def test_a_label_in_capitals_begins_a_paragraph_though_the_line_before_is_full() -> None:
    draft = read(
        pdf(
            lines(
                "the agency proposes this order to address the unsafe condition and to",
                "answer what was asked of it by those who fly in one of these products.",
                "DATES: the agency must receive comments on what is proposed here, by",
                "one of the ways that are named below, on the first of March or earlier.",
                "NATO and its members were told of it as well, and had not answered yet.",
            )
        )
    )

    assert [each.split()[0] for each in paragraphs(draft)] == ["the", "DATES:"]


@pytest.mark.parametrize("first", [True, False])
def test_an_accent_that_is_drawn_over_a_letter_is_that_letters(first: bool) -> None:
    """Helvetica of 10 points: what stands before the c is 19.45 wide, the c 5."""
    drawn = [Words(91.45, 700, "c"), Words(92.3, 700, "¸")]
    draft = read(
        pdf(
            [
                Words(72, 700, "Avia"),
                *(drawn if first else reversed(drawn)),
                Words(96.45, 700, "ao, and a quote `so´ besides."),
            ]
        )
    )

    assert draft.text == "Aviaçao, and a quote `so´ besides.\n"
    place = next(each for each in draft.map.places if each.start == 4)
    assert (place.length, place.at) == (1, 4)


def test_words_that_nobody_sees_on_the_page_are_told() -> None:
    def drawn(*how: str) -> Draft:
        return read_pdf(pdf(lines("Seen on the page."), drawn=how), Choices())

    plain = drawn("BT /F1 12 Tf 50 500 Td (And more.) Tj ET")
    assert (plain.lost, plain.noticed) == ((), ())
    without_ink = drawn("BT 3 Tr /F1 12 Tf 50 500 Td (Secret words here.) Tj ET")
    assert without_ink.text == "Seen on the page.\n\nSecret words here.\n"
    assert without_ink.noticed == (
        "hidden words, which are in the text and not seen on the page: 3",
    )
    for grey in ("1", "0.97"):
        white = drawn(f"BT {grey} {grey} 1 rg /F1 12 Tf 50 500 Td (Secret words.) Tj ET")
        assert white.noticed == (
            "words in white, which are in the text and cannot be seen on white paper: 2",
        )
    for size in ("0.0001", "0.5", "1000000000"):
        odd = drawn(f"BT /F1 {size} Tf 50 500 Td (Secret words.) Tj ET")
        assert odd.lost == ("what is set in letters too small or too large to be seen: 1 place",)
    scaled = drawn("BT /F1 0.01 Tf 1200 0 0 1200 50 500 Tm (And more.) Tj ET")
    assert scaled.lost == ()


def test_words_recognised_in_pictures_of_pages_are_told_as_that() -> None:
    words = "BT 3 Tr /F1 12 Tf 50 500 Td (" + "Recognised words. " * 20 + ") Tj ET"
    draft = read_pdf(pdf([], pictures=(0,), drawn=(words,)), Choices())

    assert draft.noticed == ("words recognised in pictures of pages, which may have errors: 40",)


def test_words_beyond_the_edges_of_the_page_are_left_out_and_told() -> None:
    off = [
        Words(700, 500, "file 3.indd"),
        Words(72, -30, "cut here"),
        Words(20, 500, "cropped off"),
    ]
    draft = read(pdf([*body("good", 1), *off], page="/CropBox [70 0 612 792]"))

    assert "good line number 6" in draft.text
    assert not any(words.text in draft.text for words in off)
    (told,) = (each for each in draft.lost if "beyond the edges" in each)
    assert told.startswith("what stands beyond the edges of the page: 6 words: ")
    assert all(f"“{words.text}”" in told for words in off)


def test_words_in_ink_that_lets_all_through_are_told() -> None:
    clear = "q /Clear gs BT /F1 10 Tf 72 300 Td (nobody sees these words) Tj ET Q"
    draft = read(pdf(body("good", 1), drawn=[clear]))

    assert "nobody sees these words" in draft.text
    assert draft.noticed == ("hidden words, which are in the text and not seen on the page: 4",)


def test_what_comments_and_fields_say_is_told() -> None:
    draft = read(
        pdf(
            body("good", 1),
            page="/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Is that so?)"
            " >> << /Type /Annot /Subtype /Highlight /Rect [0 0 9 9] >>"
            " << /Type /Annot /Subtype /Widget /FT /Tx /Rect [0 0 9 9] /V (Jane Doe) >>]",
        )
    )

    assert draft.lost == (
        "2 comments or marks: “Is that so?”",
        "what is filled into 1 field of its form: “Jane Doe”",
    )


def test_the_heads_of_a_pdf_are_kept_where_a_person_says_so() -> None:
    draft = read_pdf(book(), Choices(running_heads=RunningHeads.KEPT))

    assert of_kind(draft, FurnitureKind.HEADER) == []
    assert draft.text.count("THE REPORT ON PEACE") == 4
    assert of_kind(draft, FurnitureKind.PAGE_NUMBER) == ["– 11 –", "– 12 –", "– 13 –", "– 14 –"]
    assert [(each.what, each.chosen) for each in draft.guesses][1:] == [("running_heads", "kept")]
