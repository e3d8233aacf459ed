"""Where lines are paragraphs, where they are wrapped, and where a block seems to be many."""

import pytest

from counterpoint.domain.layout import lay_out
from counterpoint.domain.source import Numbering
from counterpoint.domain.wrapping import paragraphs_within

LONG = "The talks went on for a long time, and nobody who was there could say afterwards why. " * 3


def blocks(text: str) -> list[str]:
    layout = lay_out(text, (), Numbering.COUNT)
    spans = [layout.span(index) for index in range(len(layout))]
    return [text[span.start : span.end] for span in spans]


def test_a_text_with_one_paragraph_a_line_has_its_paragraphs() -> None:
    lines = [f"{n}. {LONG.strip()}" for n in range(5)]
    lines.insert(2, "Thank you.")
    lines.insert(3, "On peace")

    assert blocks("\n".join(lines) + "\n") == lines
    assert blocks("\n".join(f"  {line} " for line in lines)) == lines


def test_a_line_that_goes_on_with_a_sentence_begins_no_paragraph() -> None:
    first, second, third = (f"{n}. {LONG.strip()}" for n in range(3))
    broken = f"{first} It was the paper that"

    assert blocks(f"{broken}\nincluded it all.\n{second}\n{third}\n") == [
        f"{broken}\nincluded it all.",
        second,
        third,
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG.strip()}\nLEBARON",
        f"Title of it\n{LONG.strip()}\n{LONG.strip()}",
        "\n".join(["A line that was wrapped at the width of a page, as most are,"] * 40),
        "\n".join(["A line that was wrapped, as most are,"] * 60 + ["x" * 400] * 3),
    ],
)
def test_a_few_long_lines_among_others_change_nothing(text: str) -> None:
    assert blocks(text) == [text]


def test_blocks_that_are_parted_by_empty_lines_are_judged_each_by_itself() -> None:
    text = "\n".join([LONG.strip()] * 3)
    wrapped = "One line,\nand another."

    assert blocks(f"{wrapped}\n\n{text}\n\n{wrapped}") == [wrapped, *[LONG.strip()] * 3, wrapped]


WRAPPED = (
    "an international order based on peace, justice and equity\n"
    "- as envisaged in the Charter - both within and among all\n"
    "nations."
)


@pytest.mark.parametrize(
    "text",
    [
        WRAPPED,
        WRAPPED.replace("equity", "equity,"),
        "\n".join(f"  {line}" for line in WRAPPED.splitlines()),
        "\n".join([WRAPPED, *["And more of it follows here, for some lines at least."] * 11] * 3),
    ],
)
def test_a_wrapped_line_that_begins_with_a_dash_begins_no_paragraph(text: str) -> None:
    assert blocks(text) == [text.strip()]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (WRAPPED.replace("- as", "- As"), 2),
        (WRAPPED.replace("equity", "equity:"), 2),
        (WRAPPED.replace("equity", "equity."), 2),
        (WRAPPED.replace("- as", "  - as"), 2),
        (WRAPPED.replace("- as", "* as"), 2),
        (WRAPPED.replace("nations.", "- nations."), 3),
        (WRAPPED.replace("\n- as", "\n\n- as"), 2),
        ("The aims of it\n- peace among all nations that there are in the world\nfor ever", 2),
        ("Points:\n- one\n  goes on\n- two", 3),
    ],
)
def test_a_bullet_begins_one_still(text: str, count: int) -> None:
    assert len(blocks(text)) == count


def test_a_block_of_many_paragraphs_is_known_by_their_last_lines() -> None:
    paragraph = (
        "A line that was wrapped at the width of the page it\nstood on, as lines are, and\nends.\n"
    )
    assert paragraphs_within(paragraph * 5, 0, len(paragraph) * 5) == 5
    one = "A line that was wrapped at the width of the page. It\n" * 20
    assert paragraphs_within(one, 0, len(one)) == 1
