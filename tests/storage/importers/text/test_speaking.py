"""Transcripts whose lines are broken: each turn to speak is a paragraph."""

import pytest

from counterpoint.storage.importers.draft import Choices, Paragraphing
from counterpoint.storage.importers.text.plain_text import read_plain_text

TURNS = """\
The House met at noon.
MR. SPEAKER: The question is that the motion on sanctions be agreed to. I call
the honourable member for Kent, who has waited since the morning to say so now.
MR. STONE: I thank the Speaker. We ought to keep the sanctions for as long as it
takes, and I say to those who doubt it what was said by the minister in the
committee: the cost is borne by all. Our farmers know it, and know the reason x.
MRS. HILL: Will he give way? I should like to ask how long the farmers bear it.
MR. STONE: I gladly give way, but then I should like to go on with what I say to
MR. SPEAKER: Order.
MR. STONE: my friend, which is
Mr. Green: it was he who asked.
"""


def turns(text: str, paragraphing: Paragraphing | None) -> list[str]:
    draft = read_plain_text(text.encode(), Choices(paragraphs=paragraphing))
    return draft.text.rstrip("\n").split("\n\n")


@pytest.mark.parametrize("paragraphing", [None, Paragraphing.EMPTY_LINES])
def test_each_turn_is_a_paragraph_however_long_the_line_before_is(
    paragraphing: Paragraphing | None,
) -> None:
    found = turns(TURNS, paragraphing)

    assert [each.split(":")[0] for each in found[1:]] == [
        "MR. SPEAKER",
        "MR. STONE",
        "MRS. HILL",
        "MR. STONE",
        "MR. SPEAKER",
        "MR. STONE",
    ]
    assert found[2].endswith("the reason x.")


@pytest.mark.parametrize("stop", [".", " –", ". —"])
def test_a_point_or_a_dash_may_end_the_name(stop: str) -> None:
    text = TURNS.split("MR. STONE: I gladly", maxsplit=1)[0].replace(":", stop)

    assert [each[:6] for each in turns(text, None)[1:]] == ["MR. SP", "MR. ST", "MRS. H"]


def test_names_at_the_beginning_of_two_lines_are_no_record_of_what_was_said() -> None:
    text = """\
The talks went on for most of a week, and nobody knew whether they would end well.
Mr. Stone – who was there – says that the delegates hardly spoke to one another xx.
Mr. Green – who was not – says that they did, and that an agreement was within xxx
their reach until the very last of these days, when it was given up by both sides.
"""
    (found,) = turns(text, Paragraphing.EMPTY_LINES)

    assert "end well. Mr. Stone – who" in found
