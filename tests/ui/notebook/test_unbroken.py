"""Stretches without a place at which a line may be broken are found wherever they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.ui.notebook.unbroken import LONGEST, is_unbroken, is_unbroken_at

WORDS = "a word of a few letters and more " * 1000


@given(st.integers(0, 5000), st.integers(0, 5000), st.sampled_from("xÄЖא"))
def test_one_that_is_too_long_is_found(before: int, after: int, letter: str) -> None:
    assert is_unbroken(WORDS[:before] + letter * (LONGEST + 1) + WORDS[:after])


@pytest.mark.parametrize("text", ["", WORDS, ("x" * 1990 + " ") * 50, "字" * 9000, "x\n" * 9000])
def test_others_are_not(text: str) -> None:
    assert not is_unbroken(text)


@given(st.integers(0, LONGEST))
def test_it_is_found_by_the_letter_that_makes_it_too_long(at: int) -> None:
    text = WORDS + "x" * (LONGEST + 1) + " " + WORDS
    put = len(WORDS) + at
    assert is_unbroken_at(text, put, put + 1)
    assert not is_unbroken_at(text, 0, 1)
