"""Words of a PDF through which a line is drawn."""

import pytest

from counterpoint.storage.importers.draft import Choices, Draft
from counterpoint.storage.importers.pdf.pdf_file import read_pdf
from tests.made_documents import Words, lines, pdf


def read(data: bytes) -> Draft:
    return read_pdf(data, Choices())


STRIKES = {
    "a stroke": "1 w {x0} {y} m {x1} {y} l S",
    "a bar": "{x0} {y} {w} 0.6 re f",
    "two strokes": "0.5 w {x0} {y} m {x1} {y} l {x0} {z} m {x1} {z} l S",
    "bars of one thing": "{x0} {y} {w} 0.6 re 300 20 50 0.6 re f",
}


@pytest.mark.parametrize("strike", STRIKES.values(), ids=STRIKES)
def test_what_a_line_is_drawn_through_is_left_out_and_told(strike: str) -> None:
    page = [
        Words(72, 720, "the council met on monday in the hall and said what it would do"),
        Words(72, 706, "it will"),
        Words(104, 706, "never"),
        Words(131, 706, "build a bridge over the river by the next year, as"),
        Words(72, 692, "all of them had said before that day."),
    ]
    line = strike.format(x0=103, x1=130, y=708.5, z=710, w=27)
    draft = read(pdf(page, drawn=[line]))

    assert "what it would do it will build a bridge over the river" in draft.text
    assert draft.lost == (
        "1 passage struck out by a line that is drawn, which is left out: “never”",
    )


def test_a_line_of_words_that_is_struck_out_whole_is_gone() -> None:
    page = lines("the first line of the text runs on to the", "next and this one is gone", "end.")
    middle = page[1].y + 2.8
    draft = read(pdf(page, drawn=[f"1 w 70 {middle} m 200 {middle} l S"]))
    assert draft.text == "the first line of the text runs on to the\n\nend.\n"
    assert "“next and this one is gone”" in draft.lost[0]


def test_a_line_under_words_or_between_two_strikes_nothing_out() -> None:
    page = lines("the first line of the text runs on", "to the second and ends.", top=720)
    second = page[1].y
    for at in (second - 1.5, second + 10):
        draft = read(pdf(page, drawn=[f"1 w 72 {at} m 170 {at} l S"]))
        assert "the first line of the text runs on to the second and ends." in draft.text
        assert draft.lost == ()


def test_a_line_of_a_picture_that_crosses_words_strikes_nothing_out() -> None:
    page = [*lines("the first line of the text runs on", "to the end."), Words(300, 400, "12.5")]
    draft = read(pdf(page, drawn=["1 w 200 403 m 500 403 l S"]))
    assert "12.5" in draft.text


def test_which_words_a_mark_strikes_out_is_told() -> None:
    page = lines("the first line of the text runs on", "to the end of it.", top=720)
    mark = (
        "/Annots [<< /Type /Annot /Subtype /StrikeOut /Rect [70 716 300 732] "
        "/QuadPoints [70 731 300 731 70 717 300 717] >>]"
    )
    draft = read(pdf(page, page=mark))
    assert draft.lost == ("1 comment or mark: “struck out: the first line of the text runs on”",)
