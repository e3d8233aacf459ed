"""Figures that are raised beside a figure in a PDF."""

import re

import pytest

from counterpoint.domain.source import FurnitureKind
from counterpoint.storage.importers.draft import Choices, Draft
from counterpoint.storage.importers.pdf.pdf_file import read_pdf
from tests.made_documents import Words, lines, pdf


@pytest.mark.parametrize(
    ("y", "read", "marks"),
    [(704, "In the year 2019¹⁴ it fell by 305 t", []), (698, "In the year 201914 it fell", [])],
)
def test_what_is_raised_beside_a_figure_makes_no_other_number_of_it(
    y: float, read: str, marks: list[str]
) -> None:
    line = [
        Words(72, 700, "In the year 2019"),
        Words(144.4, y, "14", 6.5),
        Words(151.7, 700, " it fell by 305 t"),
    ]
    draft = read_pdf(
        pdf([*line, *lines("and then it rose again, as all of them say.", top=680)]), Choices()
    )

    assert draft.text.startswith(read)
    found = [
        draft.text[slice(*each.span)]
        for each in draft.furniture
        if each.kind is FurnitureKind.FOOTNOTE_MARK
    ]
    assert found == marks
    first = draft.map.places[0]
    assert (first.at, first.start, first.length >= len("In the year 201914")) == (0, 0, True)


SIZE = 12.0
WIDTHS = {" ": 0.278, "m": 0.833, "c": 0.5, "k": 0.5, ".": 0.278, ",": 0.278, "C": 0.722}
WIDTHS |= {"O": 0.778, "H": 0.722, "U": 0.722, "-": 0.333, "i": 0.222, "t": 0.278, "l": 0.222}
WIDTHS |= {"f": 0.278, "r": 0.333, "s": 0.5, "I": 0.278}


def set_out(text: str, top: float) -> list[Words]:
    """A line in Helvetica; what stands after ^ or _ in braces is raised or lowered."""
    found: list[Words] = []
    left, rise = 72.0, ""
    for nth, part in enumerate(re.split(r"([\^_])\{([^}]*)\}", text)):
        match nth % 3:
            case 0:
                y, size, words = top, SIZE, part
            case 1:
                rise = part
                continue
            case _:
                y, size, words = top + (4 if rise == "^" else -2), 7.0, part
        if words:
            found.append(Words(left, y, words, size))
        left += sum(WIDTHS.get(sign, 0.556) for sign in words) * size
    return found


def page(*texts: str, notes: tuple[str, ...] = ()) -> list[Words]:
    rows = [each for nth, text in enumerate(texts) for each in set_out(text, 700 - 14 * nth)]
    return rows + [Words(72, 90 - 10 * nth, note, 7.5) for nth, note in enumerate(notes)]


def marks_of(draft: Draft) -> list[str]:
    return [
        draft.text[slice(*each.span)]
        for each in draft.furniture
        if each.kind is FurnitureKind.FOOTNOTE_MARK
    ]


LAST = "and so said the inspectors of the harbour who had been there in the spring of the year."


def test_powers_and_lowered_figures_are_written_and_quoted_whole() -> None:
    """Though notes with their numbers stand on the page; and no sentence is cut before them."""
    draft = read_pdf(
        pdf(
            page(
                "The men of the port counted the timber there, and nobody had asked why it was so,",
                "as the share of CO_{2} over the port grew to 5 km^{2}, with 40 m^{3} of H_{2}O",
                "and 10^{-3} of U^{235} or of ^{14}C as the bishop said.^{2} Nobody saw them^{3}",
                LAST,
                notes=("2 Letter of the bishop, 4 May.", "3 Not in the minutes."),
            )
        ),
        Choices(),
    )

    first = draft.text.split("\n\n")[0]
    assert "it was so, as the share of CO₂ over the port grew to 5 km², with 40 m³ of H₂O" in first
    assert "of H₂O and 10⁻³ of U²³⁵ or of ¹⁴C as the bishop said.2 Nobody saw them3" in first
    assert marks_of(draft) == ["2", "3"]
    assert not any("table" in each for each in draft.lost)


def test_marks_whose_notes_stand_elsewhere_are_marks_where_they_run_on() -> None:
    draft = read_pdf(
        pdf(page("It was said in the council^{4} and denied in the senate^{5} at once,", LAST)),
        Choices(),
    )

    assert marks_of(draft) == ["4", "5"]


def test_one_raised_figure_without_a_note_is_a_power() -> None:
    draft = read_pdf(pdf(page("The time squared^{2} is what the captain meant,", LAST)), Choices())

    assert "time squared² is what" in draft.text
    assert marks_of(draft) == []
