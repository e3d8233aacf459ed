"""The matrix as a workbook, read back by openpyxl; and as CSV."""

import csv
import gc
import io
from datetime import UTC, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.application.report.matrix import matrix
from counterpoint.domain.report.sheets import Sheet, SheetCell, SheetColumn, Workbook
from counterpoint.storage.exporters.csv_text import csv_text, defused
from counterpoint.storage.exporters.failing import ExportCancelled
from counterpoint.storage.exporters.xlsx import LONG_TEXTS, MOST, xlsx
from tests.handed_over import material, note, quotations

MOMENT = datetime(2020, 10, 1, tzinfo=UTC)


def read_back(field: str) -> str:
    """What `defused` was given, as its docstring promises."""
    return field[1:] if defused(field[1:]) == field else field


def opened(workbook: Workbook) -> tuple[openpyxl.Workbook, tuple[str, ...]]:
    data, told = xlsx(workbook, MOMENT)
    return openpyxl.load_workbook(io.BytesIO(data)), told


def column(book: openpyxl.Workbook, sheet: str, title: str) -> list[str]:
    page = book[sheet]
    heads = [cell.value for cell in page[1]]
    return [row[heads.index(title)].value or "" for row in page.iter_rows(min_row=2)]


def one_cell(words: str) -> Workbook:
    return Workbook("One", (Sheet("A", (SheetColumn("Head", 20),), ((SheetCell(words),),)),))


def test_quotations_claims_and_places_come_back_in_order() -> None:
    given_ = material(notes=(note(),))
    book, told = opened(matrix(given_))

    assert told == ()
    assert column(book, "Evidence", "Quotation") == quotations(given_)
    assert column(book, "Claims", "Claim") == [
        "Talks should go on",
        "Trade should grow.",
        "Critics find it unreal.",
        "It may help.",
    ]
    assert column(book, "Evidence", "Paragraph") == ["¶1", "¶2", "¶3", "¶4", "¶3"]
    assert column(book, "Answers", "A Keep talking") == [
        "Ministers. Ministers should go on meeting.",
        "Not said; others speak of it (1 claim) and 1 claim by inference",
    ]
    assert column(book, "Answers", "B Firmness first") == ["Not said", "Not yet looked at"]
    assert column(book, "Replies", "Words replied to") == [given_.replies[0].to.words]
    assert column(book, "Notes", "Note") == [note().body]
    assert column(book, "Sources", "Title") == [each.title for each in given_.sources]


def test_heads_are_frozen_cells_wrapped_and_approaches_coloured_and_lettered() -> None:
    book, _ = opened(matrix(material()))

    assert book["Answers"].freeze_panes == "B2"
    cell = book["Evidence"]["B2"]
    assert cell.value == "A Keep talking"
    assert cell.font.color.rgb.endswith("00639B")
    assert book["Evidence"]["D2"].alignment.wrap_text


def test_the_row_of_heads_is_high_enough_for_those_that_are_wrapped() -> None:
    book, _ = opened(matrix(material()))

    one_line = book["Notes"].row_dimensions[1].height
    claims = book["Claims"].row_dimensions[1].height
    assert claims >= 2 * (one_line - 2)  # “Carries the answer” in a narrow column


def test_a_statement_that_is_wrapped_in_its_file_is_not_in_its_cell() -> None:
    line = "It is one paragraph, which its file has on many lines of some ninety letters each, so"
    wrapped = "\n".join([line] * 8) + "\n\nAnother."
    of = material(sources=tuple(s._replace(statement=wrapped) for s in material().sources))
    book, _ = opened(matrix(of))

    assert column(book, "Sources", "Summary statement")[0] == f"{' '.join([line] * 8)}\nAnother."
    assert (book["Sources"].row_dimensions[2].height or 0) < 200


def test_numbers_link_to_the_rows_that_they_stand_for() -> None:
    book, _ = opened(matrix(material()))

    assert book["Claims"]["A3"].hyperlink.location == "'Evidence'!A3"
    assert book["Evidence"]["A3"].hyperlink.location == "'Claims'!A3"
    assert book["Answers"]["B1"].hyperlink.location == "'Claims'!A2"
    assert book["Evidence"]["I2"].hyperlink.location == "'Sources'!A2"


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@x", "123", "http://a.example/", "_x0041_", "'quoted", " x "]
)
def test_a_text_stays_the_text_that_it_is(words: str) -> None:
    book, _ = opened(one_cell(words))
    cell = book["A"]["A2"]

    assert (cell.value, cell.data_type, cell.hyperlink) == (words, "s", None)


def test_what_is_too_long_for_a_cell_is_whole_elsewhere_and_told() -> None:
    words = "😀 word " * 8_000
    book, told = opened(one_cell(words))
    shown = book["A"]["A2"].value
    pieces = [row[1].value for row in book[LONG_TEXTS].iter_rows()]

    assert len(shown.encode("utf-16-le")) // 2 <= MOST
    assert "[cut: 56,000 characters; the whole stands in the sheet “Long texts”]" in shown
    assert "".join(pieces) == words
    assert "A!A2" in told[0]


def test_a_text_that_just_fits_is_whole() -> None:
    words = "x" * MOST
    book, told = opened(one_cell(words))

    assert (book["A"]["A2"].value, told, LONG_TEXTS in book) == (words, (), False)


def test_links_that_excel_does_not_take_are_told_and_their_words_stand_there() -> None:
    rows = tuple((SheetCell(f"row {number}", link=("A", 0)),) for number in range(65_010))
    many = Workbook("Many", (Sheet("A", (SheetColumn("Head", 20),), rows),))
    data, told = xlsx(many, MOMENT)
    page = openpyxl.load_workbook(io.BytesIO(data), read_only=True)["A"]
    last = list(page.iter_rows(min_row=65_011, values_only=True))

    assert last == [("row 65009",)]
    assert told == (
        "A: 10 of its 65,010 links are more than Excel takes on a sheet: their words stand there "
        "without",
    )


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert xlsx(matrix(material()), MOMENT) == xlsx(matrix(material()), MOMENT)


def test_an_export_that_nobody_wants_any_more_ends() -> None:
    rows = tuple((SheetCell("x"),) for _ in range(2_000))
    many = Workbook("Many", (Sheet("A", (SheetColumn("Head", 20),), rows),))

    with pytest.raises(ExportCancelled):
        xlsx(many, MOMENT, cancelled=lambda: True)


def test_csv_begins_with_a_mark_and_gives_every_text_back() -> None:
    sheet = next(each for each in matrix(material()).sheets if each.name == "Evidence")
    data, told = csv_text(sheet)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") >= len(sheet.rows)
    assert told == ()
    where = rows[0].index("Quotation")
    assert [read_back(row[where]) for row in rows[1:]] == quotations(material())


@given(st.text())
def test_no_field_is_ever_a_formula_and_every_one_comes_back(words: str) -> None:
    field = defused(words)

    assert read_back(field) == words
    assert not field.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


def test_only_what_needs_it_gets_an_apostrophe() -> None:
    assert [defused(words) for words in ("Talks", "'tis", "it’s", "=x", "'=x", "-5")] == [
        "Talks",
        "'tis",
        "it’s",
        "'=x",
        "''=x",
        "'-5",
    ]


def test_csv_says_what_excel_would_cut() -> None:
    sheet = one_cell("x" * 40_000).sheets[0]
    data, told = csv_text(sheet)

    assert b"x" * 40_000 in data
    assert "40,000 characters" in told[0]


def test_a_book_leaves_nothing_for_the_collector() -> None:
    """It would hold up the window for a second after a sheet of 20,000 rows."""
    rows = tuple((SheetCell(f"Words {n}", link=("A", n)), SheetCell(number=n)) for n in range(2000))
    book = Workbook("Two", (Sheet("A", (SheetColumn("Head", 20), SheetColumn("No", 9)), rows),))
    xlsx(book, MOMENT)  # what is imported for it
    gc.collect()

    xlsx(book, MOMENT)

    assert gc.collect() < 1000
