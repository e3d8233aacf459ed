"""Tables and forms of PDFs: cells stay whole, and it is told that there were some."""

from itertools import pairwise

import pypdfium2
import pytest

from counterpoint.domain.source import FurnitureKind
from counterpoint.storage.importers.draft import Choices, Draft
from counterpoint.storage.importers.pdf.pdf_file import read_pdf
from tests.made_documents import Words, lines, pdf

LEFTS = (72, 232, 392)
UPRIGHT = (70, 230, 390, 540)
LEVEL = (702, 680, 630)
CELLS = [
    *((n, 688, text) for n, text in enumerate(("Action", "Labour cost", "Cost in all"))),
    *((n, 666, text) for n, text in enumerate(("Change of the wires", "Up to 79 hours at", "$10"))),
    (1, 654, "$85 per hour ......"),
    *((n, 642, text) for n, text in enumerate(("Test of the sensor", "40 hours at", "$3"))),
    (1, 631, "$70 per hour"),
]
ROWS = [
    "Action | Labour cost | Cost in all",
    "Change of the wires | Up to 79 hours at $85 per hour | $10",
    "Test of the sensor | 40 hours at $70 per hour | $3",
]
TOLD = (
    "the lines of 1 table on page 1: the text has a paragraph for each row, with a vertical "
    "bar between cells; compare it with the page"
)


def words() -> list[Words]:
    return [Words(LEFTS[at], y, text, 9) for at, y, text in CELLS]


def as_lines() -> str:
    """Each rule by itself, the upright ones in two pieces."""
    level = [f"70 {y} m 540 {y} l S" for y in LEVEL]
    upright = [f"{x} 702 m {x} 660 l S {x} 660 m {x} 625 l S" for x in UPRIGHT]
    return " ".join([*level, *upright])


def as_one_grid() -> str:
    level = [f"70 {y} m 540 {y} l" for y in LEVEL]
    upright = [f"{x} 702 m {x} 625 l" for x in UPRIGHT]
    return " ".join([*level, *upright, "S"])


def as_thin_boxes() -> str:
    level = [f"70 {y} 470 0.5 re f" for y in LEVEL]
    upright = [f"{x} 625 0.5 77 re f" for x in UPRIGHT]
    return " ".join([*level, *upright])


def as_cells() -> str:
    """A frame around each, scaled, beside one another with a little room."""
    frames = [
        f"{a * 2} {low * 2} {(b - a - 1) * 2} {(high - low) * 2} re S"
        for high, low in ((702, 680), (680, 625))
        for a, b in pairwise(UPRIGHT)
    ]
    return " ".join(["q 0.5 0 0 0.5 0 0 cm", *frames, "Q"])


def read(*pages: list[Words], drawn: str = "") -> Draft:
    return read_pdf(pdf(*pages, drawn=[drawn]), Choices())


def paragraphs(draft: Draft) -> list[str]:
    return draft.text.rstrip("\n").split("\n\n")


def as_a_coloured_head() -> str:
    """Over cells with lines."""
    head = [f"{a} 680 {b - a} 22 re f" for a, b in pairwise(UPRIGHT)]
    cells = [f"{a} 625 {b - a} 55 re S" for a, b in pairwise(UPRIGHT)]
    return " ".join(["0.8 g", *head, "0 g", *cells])


@pytest.mark.parametrize(
    "drawn", [as_lines(), as_one_grid(), as_thin_boxes(), as_cells(), as_a_coloured_head()]
)
def test_a_ruled_table_is_read_row_by_row_and_each_cell_whole(drawn: str) -> None:
    draft = read(words(), drawn=drawn)

    assert paragraphs(draft) == ROWS
    assert draft.lost == (TOLD,)


def test_each_letter_of_a_cell_leads_to_its_place_on_the_page() -> None:
    data = pdf(words(), drawn=[as_lines()])
    draft = read_pdf(data, Choices())

    document = pypdfium2.PdfDocument(data)
    page = document[0].get_textpage()
    for place in draft.map.places:
        there = page.get_text_range(place.at, place.length).split()
        assert there == draft.text[place.start : place.start + place.length].split()
    document.close()
    covered = sum(place.length for place in draft.map.places)
    assert covered >= sum(len(row.replace(" | ", "")) for row in ROWS) - 4


def test_the_text_around_a_table_and_its_caption_stand_where_they_are_read() -> None:
    above = lines("The costs of it all are told in the table that stands below:", top=740)
    below = lines("They were worked out by the agency itself.", top=600)
    caption = Words(262.5, 708, "ESTIMATED COSTS", 9)
    draft = read([*below, *words(), caption, *above], drawn=as_lines())

    assert paragraphs(draft) == [
        "The costs of it all are told in the table that stands below:",
        "ESTIMATED COSTS",
        *ROWS,
        "They were worked out by the agency itself.",
    ]


def test_a_sentence_runs_on_over_a_table_at_the_top_of_the_next_page() -> None:
    before = lines("The agency has worked out what all of it will cost the operators and", top=740)
    after = lines("told them of it in the spring.", top=600)
    caption = Words(262.5, 708, "ESTIMATED COSTS", 9)
    draft = read_pdf(pdf(before, [caption, *words(), *after], drawn=["", as_lines()]), Choices())

    assert paragraphs(draft) == [
        "The agency has worked out what all of it will cost the operators and told them of it in "
        "the spring.",
        "ESTIMATED COSTS",
        *ROWS,
    ]
    labels = [(draft.text[page.start :][:6], page.label) for page in draft.map.pages]
    assert labels == [("The ag", "1"), ("told t", "2")]


def test_a_table_in_a_column_stays_in_it() -> None:
    left = lines(
        *(f"the left column's line {n} is here, and it fills it" for n in range(20)),
        left=72,
        top=500,
    )
    right = lines(*(f"the right column's line {n} is here" for n in range(26)), left=330, top=572)
    cells = [
        *(Words(74, y, f"cell {y}", 9) for y in (560, 540)),
        *(Words(174, y, f"sum {y}", 9) for y in (560, 540)),
    ]
    level = " ".join(f"70 {y} m 280 {y} l S" for y in (575, 552, 530))
    draft = read([*right, *cells, *left], drawn=f"{level} 170 575 m 170 530 l S")

    joined = " ".join(draft.text.split())
    assert joined.startswith("cell 560 | sum 560 cell 540 | sum 540 the left column's line 0")
    assert (
        "left column's line 19 is here, and it fills it the right column's line 0 is here" in joined
    )


def test_columns_that_only_upright_rules_part_are_read_one_after_the_other() -> None:
    """As in a bulletin of an election, with its sums far from the names, which come first in the
    file; what is bold all over has no headings."""
    columns = ((40, "GOVERNOR"), (300, "TREASURER"))
    page = [
        Words(280, 740, "BULLETIN", 9, "F2"),
        *(
            Words(left + aside, y, race if text == "race" else text, 9, "F2")
            for left, race in columns
            for aside, y, text in (
                *((0, 690, "race"), (230, 678, "247"), (0, 678, "NEEL"), (180, 678, "REP")),
                *((230, 666, "69"), (180, 666, "DEM"), (0, 666, "EDMUND")),
            )
        ),
    ]
    frame = "36 620 530 90 re S 296 620 m 296 710 l S"
    draft = read(page, drawn=frame)

    names = ["NEEL REP 247", "EDMUND DEM 69"]
    assert paragraphs(draft) == ["BULLETIN", "GOVERNOR", *names, "TREASURER", *names]
    assert not draft.map.headings
    assert draft.lost == (
        "the layout of page 1, which looks like a table or a form: its words are in the text, and "
        "may follow one another otherwise than they are read; compare it with the page",
    )


def test_frames_around_text_and_rules_between_columns_part_nothing() -> None:
    body = lines(*(f"a line of running text, the {n}th of the page" for n in range(20)))
    framed = read(body, drawn="60 300 500 450 re S 60 760 m 560 760 l S")
    assert framed.lost == ()
    assert framed.text == read(body).text


def test_what_is_marked_with_a_colour_is_no_table() -> None:
    body = lines(*(f"a line of running text, the {n}th of the page" for n in range(20)))
    colour = "1 1 0 rg 120 685 130 12 re f 72 673 90 12 re f 72 661 200 12 re f 0 g"
    assert read(body, drawn=colour).text == read(body).text


def test_rows_that_no_rules_part_are_told_too() -> None:
    table = [
        Words(x, 700 - 14 * n, f"{text} {n}", 10)
        for n in range(5)
        for x, text in ((72, "Exports"), (300, "tonnes"), (450, "euros"))
    ]
    draft = read(table, [Words(72, 700, "A page of text.")], table)

    assert "pages 1 and 3, which look like a table" in draft.lost[0]


def test_two_lines_of_two_columns_are_two_columns() -> None:
    """One of which reaches further than the middle of where the others leave room."""
    left = lines("(5) In the operating procedures chapter, they", "replace the stabilizer", left=45)
    right = lines("inoperative paragraph with the information", "that figure 4 shows.", left=285)
    assert paragraphs(read([*left, *right])) == [
        "(5) In the operating procedures chapter, they replace the stabilizer inoperative "
        "paragraph with the information that figure 4 shows."
    ]


def column(word: str, left: float) -> list[Words]:
    return lines(*(f"the {word} line {n} is this long" for n in range(46)), left=left)


def test_a_note_that_runs_on_in_the_next_column_is_one() -> None:
    notes = [
        Words(72, 142, "1 The magnitude of it is that of the", 7.5),
        Words(330, 142, "plane, and of the height.", 7.5),
        Words(330, 132, "2 More than ten degrees.", 7.5),
    ]
    draft = read([*column("left", 72), *column("right", 330), *notes])

    found = [
        draft.text[slice(*each.span)]
        for each in draft.furniture
        if each.kind is FurnitureKind.FOOTNOTE
    ]
    assert found == [
        "1 The magnitude of it is that of the plane, and of the height.",
        "2 More than ten degrees.",
    ]


def test_a_name_at_the_beginning_of_a_line_does_not_cut_a_sentence() -> None:
    text = lines(
        "airplanes that have not received an original certificate on",
        "or before the date that is told of in the original text",
        "Emergency Order will have been modified by then, as it says.",
    )
    assert len(paragraphs(read(text))) == 1
