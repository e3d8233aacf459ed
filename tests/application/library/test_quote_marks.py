"""Quotation marks within quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.application.library.quote_marks import enquoted, nested

MARKS = '“”‘’"'


@pytest.mark.parametrize(
    ("words", "within"),
    [
        ("talks should go on", "talks should go on"),
        ("a “strategic shift” in policy", "a ‘strategic shift’ in policy"),
        ('a "strategic shift" in policy', "a ‘strategic shift’ in policy"),
        ("“continuum” in Moscow’s goal", "‘continuum’ in Moscow’s goal"),
        ("he said: “they call it ‘bold’ and go”", "he said: ‘they call it “bold” and go’"),
        ("he said: “it’s the states’ doing”", "he said: ‘it’s the states’ doing’"),
        ("so “they call ‘it’s bold’ talk”", "so ‘they call “it’s bold” talk’"),
        ("thought it ‘strong pushback’", "thought it ‘strong pushback’"),
        ("be employed” to counter", "be employed’ to counter"),
        ('be employed" to counter', "be employed’ to counter"),
        ("called “radical", "called ‘radical"),
        ('("soft" power)', "(‘soft’ power)"),
        ("over two\n  lines", "over two lines"),
        ("HMG,s 'own' view", "HMG,s 'own' view"),
        ("", ""),
    ],
)
def test_marks_within_nest(words: str, within: str) -> None:
    assert nested(words) == within
    assert enquoted(words) == f"“{within}”"


@given(st.text("ab ’‘“”\"'().", max_size=40))
def test_nothing_but_marks_and_white_space_changes(words: str) -> None:
    def fonts(text: str) -> str:
        return "".join(c for c in " ".join(text.split()) if c not in MARKS)

    assert fonts(nested(words)) == fonts(words)
    assert len(nested(words)) == len(" ".join(words.split()))


@given(st.lists(st.sampled_from(["a", " b ", "“c”", "(“d e”)", "it’s", "“f ‘g’ h”"])))
def test_no_double_mark_stands_bare_between_double_marks(parts: list[str]) -> None:
    depth = 0
    for mark in nested(" ".join(parts)):
        if mark == "“":
            assert depth == 1
            depth = 2
        elif mark == "”":
            assert depth == 2
            depth = 1
        elif mark == "‘":
            assert depth == 0
            depth = 1
        elif mark == "’" and depth == 1:
            depth = 0
