"""Words as a double click and the control key take them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.span import Span
from counterpoint.ui.reader.cursor.word_boundaries import next_word, previous_word, word_at


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("in Moscow’s goal", 5, "Moscow’s"),
        ("hard-headed, robust", 2, "hard-headed"),
        ("“hit and miss,”", 0, "“"),
        ("“hit and miss,”", 1, "hit"),
        ("détente 😀", 8, "😀"),
        ("two  spaces", 4, " "),
    ],
)
def test_the_word_at_a_place(text: str, at: int, word: str) -> None:
    span = word_at(text, at)
    assert text[span.start : span.end] == word


def test_at_the_end_there_is_no_word() -> None:
    assert word_at("end", 3) == Span(3, 3)


@given(st.text(st.sampled_from("ab ,\n’-"), max_size=30), st.integers(0, 30))
def test_steps_by_word_go_on_and_end_at_the_ends(text: str, position: int) -> None:
    position = min(position, len(text))
    after, before = next_word(text, position), previous_word(text, position)
    assert position < after <= len(text) or position == after == len(text)
    assert 0 <= before < position or before == position == 0


def test_steps_by_word_stop_at_the_edges_of_words() -> None:
    text = "The UK sees, x" + "x" * 500
    assert next_word(text, 3) == 6
    assert previous_word(text, 6) == 4
    assert previous_word("one" + " " * 900, 900) == 0
