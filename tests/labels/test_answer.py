"""Answers in words."""

from counterpoint.domain.approach import CellState, Coverage, Dimension, NamedAnswer, Position
from counterpoint.domain.cell_marks import CellMarks, Group
from counterpoint.labels.answer import (
    answer_line,
    asked,
    group_heading,
    marks_spoken,
    names_held,
    same_as,
)

ASKED = Dimension(
    "pressure",
    "Pressure",
    "Which?",
    "",
    (NamedAnswer("main", "Main means", ""), NamedAnswer("pair", "Half of a pair", "")),
)
CELL = Position(
    "pressure",
    Coverage.FULL,
    "",
    (),
    answer="A posture of the Cold War type",
    holds=("pair", "main"),
    state=CellState.ANSWERED,
)


def test_a_cell_names_what_it_holds_in_its_own_order() -> None:
    assert names_held(CELL, ASKED) == ("Half of a pair", "Main means")
    assert answer_line(CELL, ASKED) == "Half of a pair; Main means: A posture of the Cold War type."
    assert answer_line(CELL._replace(holds=()), ASKED) == "A posture of the Cold War type."


def test_a_question_that_anyone_may_answer_says_so() -> None:
    assert asked(ASKED) == "Which?"
    assert asked(ASKED._replace(of_anyone=True)) == "Asked of anyone: Which?"


def test_a_heading_has_the_number_of_its_mark() -> None:
    assert group_heading(Group.OWN, 4, 0) == "Its own: 4"
    assert group_heading(Group.AGAINST, 3, 2) == "Against: 3, of these 2 above"


def test_marks_are_said_in_full() -> None:
    marks = CellMarks(own=2, against=1, conceded=3, told=1, inferred=4)
    same = {"Main means": ("A", "C"), "Half of a pair": ("D",)}
    said = marks_spoken(marks, 1, same, 1).replace("\u00a0", " ")
    assert said == (
        "Rests on one passage alone; “Main means” shared with A, C; "
        "“Half of a pair” shared with D; 2 of its own; 1 against; 3 conceded; "
        "1 told by others; 4 inferred; 1 reply."
    )
    assert marks_spoken(CellMarks(), 0, {}, 0) == ""
    assert marks_spoken(CellMarks(inferred=1), 0, {}, 2) == "1 inferred; 2 replies."


def test_few_are_named_and_many_counted() -> None:
    assert same_as("ABCD") == "=A\u00a0B\u00a0C\u00a0D"
    assert same_as("ABCDE") == "=5\u00a0others"
