"""Questions are made, changed, moved and deleted, and approaches follow."""

import pytest

from counterpoint.domain.approach import Dimension
from counterpoint.domain.editing import questions
from counterpoint.domain.editing.cells import cell
from tests.domain.editing.forms import APPROACH

ONE, TWO, THREE = (Dimension(id, id.title(), "What?", "It does.") for id in ("aim", "means", "x"))
ASKED = (ONE, TWO)


def test_questions_are_made_and_moved() -> None:
    three = questions.make_question(ASKED, THREE)
    assert three == (ONE, TWO, THREE)
    assert questions.move_question(three, "x", 0) == (THREE, ONE, TWO)
    assert questions.move_question(three, "aim", 1) == (TWO, ONE, THREE)


def test_a_question_keeps_the_id_by_which_approaches_name_it() -> None:
    changed = questions.change_question(ASKED, "aim", lambda one: THREE._replace(title="Aims"))

    assert changed == (THREE._replace(id="aim", title="Aims"), TWO)


def test_what_approaches_say_to_a_question_goes_with_it() -> None:
    assert questions.delete_question(ASKED, "aim") == (TWO,)
    assert [p.dimension for p in questions.without_cell(APPROACH, "aim").positions] == ["means"]


def test_a_named_answer_that_goes_is_held_no_longer_where_it_was_asked() -> None:
    assert cell(questions.without_named_answer(APPROACH, "aim", "talk"), "aim").holds is None
    assert questions.without_named_answer(APPROACH, "aim", "other") == APPROACH
    assert questions.without_named_answer(APPROACH, "means", "talk") == APPROACH


def test_a_question_that_is_not_there_is_not_changed() -> None:
    with pytest.raises(KeyError):
        questions.delete_question(ASKED, "none")
    with pytest.raises(KeyError):
        questions.move_question(ASKED, "none", 0)
    with pytest.raises(KeyError):
        questions.change_question(ASKED, "none", lambda one: one)
