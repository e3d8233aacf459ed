"""What the pages of a PDF are called where more than one count is printed on them."""

import pytest

from counterpoint.domain.source import FurnitureKind
from counterpoint.storage.importers.draft import Choices, Draft
from counterpoint.storage.importers.pdf.pdf_file import read_pdf
from counterpoint.storage.importers.text.page_labels import page_labels
from tests.made_documents import Words, lines, pdf

FRONT = ("v", "vi", "vii", "viii")
BODY = ("1", "2", "3", "4", "5")
WORDS = ("long", "good", "slow", "wide", "thin", "high", "dark", "cold", "warm", "late")


def read(*printed: str, labels: str = "") -> Draft:
    """Pages at whose feet these numbers stand, "" for none."""
    pages = [
        [
            *lines(*(f"the {WORDS[nth]} line {row} runs on to the edge of it" for row in "abcdef")),
            *([Words(300, 40, number)] if number else []),
        ]
        for nth, number in enumerate(printed)
    ]
    return read_pdf(pdf(*pages, labels=labels), Choices())


def names(draft: Draft) -> list[str]:
    return [*dict.fromkeys(page.label for page in draft.map.pages)]


def numbers(draft: Draft) -> list[str]:
    return [
        draft.text[slice(*each.span)]
        for each in draft.furniture
        if each.kind is FurnitureKind.PAGE_NUMBER
    ]


@pytest.mark.parametrize("labels", ["", "0 << /S /r /St 5 >> 4 << /S /D >>"])
@pytest.mark.parametrize("count", [3, 5])
def test_front_matter_and_body_are_numbered_each_for_itself(labels: str, count: int) -> None:
    printed = [*FRONT, *BODY[:count]]
    draft = read(*printed, labels=labels)

    assert names(draft) == printed
    assert numbers(draft) == printed


def test_pages_without_a_number_count_with_those_beside_them() -> None:
    """A cover, and the first page of the body."""
    draft = read("", "ii", "iii", "iv", "", "2", "3", "4")

    assert names(draft) == ["i", "ii", "iii", "iv", "1", "2", "3", "4"]
    assert not any("numbered" in told for told in draft.noticed)


def test_letters_before_a_number_are_part_of_the_name() -> None:
    assert names(read("A-12", "A-13", "A-14")) == ["A-12", "A-13", "A-14"]
    draft = read("1", "2", "3", "4", "A1", "A2", "A3")
    assert names(draft) == ["1", "2", "3", "4", "A1", "A2", "A3"]
    assert numbers(draft) == names(draft)


def test_three_printed_numbers_win_over_names_in_the_file_and_two_do_not() -> None:
    labels = "0 << /S /D /St 31 >>"
    assert names(read("7", "8", "9", labels=labels)) == ["7", "8", "9"]
    assert names(read("7", "8", labels=labels)) == ["31", "32"]


def test_that_two_pages_bear_the_same_number_is_told() -> None:
    draft = read("1", "2", "3", "4", "1", "2", "3", "4")

    assert [draft.map.pages[nth].label for nth in (0, -1)] == ["1", "4"]
    assert "more than one page is numbered 1–4: a citation of it says not which" in draft.noticed


def test_a_page_before_the_first_that_is_numbered_does_not_take_the_number_of_another() -> None:
    assert names(read("", "1", "2", "3")) == ["[1]", "1", "2", "3"]


@pytest.mark.parametrize(
    "heads", [("{} Foreword",), ("The Long Report {}", "{} Foreword by the author")]
)
def test_roman_numbers_beside_running_heads_are_those_of_the_pages(heads: tuple[str, ...]) -> None:
    roman = ("ix", "x", "xi", "xii", "xiii", "xiv")
    edges = [
        [heads[page % len(heads)].format(number), "and so it went on and on, to the end of it"]
        for page, number in enumerate(roman)
    ]
    assert page_labels(edges) == [*roman]


def test_a_small_word_at_the_edge_of_a_line_is_no_page_number() -> None:
    edges = [["i paesi della regione", f"sono {word} i"] for word in ("uno", "due", "tre", "sei")]
    assert page_labels(edges) in (None, [""] * 4)
