"""Figures that are raised beside a figure in a PDF."""

import pytest

from counterpoint.domain.source import FurnitureKind
from counterpoint.storage.importers.draft import Choices
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
