"""Line numbers in the margin of a text are no words of it: they number its lines."""

import textwrap

import pytest

from counterpoint.domain.source import Numbering
from counterpoint.domain.text_map import line_number
from counterpoint.storage.importers.draft import Choices, Draft
from counterpoint.storage.importers.text.plain_text import read_plain_text

PROSE = " ".join(
    f"The {name} speaker said that the {name} drug was tried by all {name} parties in that year, "
    f"and that no {name} side had a right to end the {name} talks alone, whatever the {name} might "
    f"have done meanwhile."
    for name in ("red", "blue", "green", "white", "black", "brown", "grey", "pink", "gold", "old")
)
LINES = textwrap.wrap(PROSE, 60)


def read(text: str) -> Draft:
    return read_plain_text(text.encode(), Choices())


def numbered(step: int, lines: list[str] | None = None) -> list[str]:
    return [
        f"{number if number % step == 0 else '':>4}  {line}"
        for number, line in enumerate(lines or LINES, 1)
    ]


@pytest.mark.parametrize("step", [1, 5, 10])
def test_the_words_run_on_without_the_numbers_and_each_line_has_its_own(step: int) -> None:
    draft = read("\n".join(numbered(step)))
    assert " ".join(draft.text.split()) == PROSE
    assert draft.numbering is Numbering.LINE
    for number, line in enumerate(LINES[:-1], 1):
        assert line_number(draft.map.lines, draft.text.index(line)) == number


def test_they_begin_anew_on_each_page() -> None:
    pages = [LINES[:12], LINES[12:24], LINES[24:36]]
    draft = read("\x0c".join("\n".join(numbered(1, page)) + "\n" for page in pages))
    assert draft.pages == 3
    assert draft.furniture == ()
    assert " ".join(draft.text.split()) == " ".join(LINES[:36])
    assert line_number(draft.map.lines, draft.text.index(LINES[14])) == 3


def test_alike_lines_that_are_numbered_are_no_running_heads() -> None:
    lines = [f"and the clerk of the house read out clause {at % 3} of it" for at in range(40)]
    draft = read("\n".join(numbered(1, lines)))
    assert draft.furniture == ()
    assert " ".join(draft.text.split()) == " ".join(lines)


def test_a_numbered_list_keeps_its_numbers() -> None:
    points = [f"{at}  Point of the list that says what was agreed" for at in range(1, 20)]
    draft = read("\n".join(points))
    assert draft.text.count("Point of the list") == 19
    assert "12  Point" in draft.text
    assert draft.numbering is not Numbering.LINE
