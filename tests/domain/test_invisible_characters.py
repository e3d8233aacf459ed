"""Signs that a reader does not see are found, and what a script needs is none of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.invisible_characters import made_visible, unseen
from counterpoint.labels import unseen as labels


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a\0b", "the control character U+0000 is no part of a text"),
        ("a\x9db", "the control character U+009D is no part of a text"),
        ("a\x1bb", "the control character U+001B"),
        ("a\u200bb", "U+200B (zero width space) is not seen"),
        ("a\u2060b", "U+2060 (word joiner) is not seen"),
        ("a\ufeffb", "U+FEFF (zero width no-break space) is not seen"),
        ("co\u00adoperate", "U+00AD (soft hyphen) is not seen"),
        ("of\u200cfer", "U+200C (zero width non-joiner) is not seen"),
        ("a\u200d b", "U+200D (zero width joiner) is not seen"),
        ("a \u202eb", "U+202E (right-to-left override) turns the direction"),
        ("שלום \u202eabc", "U+202E (right-to-left override) turns the direction"),
        ("a \u2066b", "U+2066 (left-to-right isolate) turns the direction"),
        ("a \u200fb", "U+200F (right-to-left mark) turns the direction"),
        ("שלום\na \u200fb", "U+200F (right-to-left mark) turns the direction"),
        ("a\ufffdb", "U+FFFD (replacement character) stands for a letter that was lost"),
        ("a\ue001b", "U+E001 is a sign of somebody's own"),
        ("a\ufdd0b", "U+FDD0 is no character"),
        ("a\U000e0067b", "U+E0067 (tag latin small letter g) is not seen"),
    ],
)
def test_a_sign_that_is_not_seen_is_found_and_named(text: str, what: str) -> None:
    (one,) = unseen(text)

    assert text[one.position] == one.sign
    assert labels.unseen(one.kind, one.called).startswith(what)


@pytest.mark.parametrize(
    "text",
    [
        "plain text,\twith a tab\nand lines",
        "Größe, naïve, “quotes” – and … ½ № €",
        "no-break\u00a0space and thin\u202fone",
        "نمی\u200cخواهم",
        "क्\u200dष",
        "👩🏽\u200d⚕️ and 👨\u200d👩\u200d👧",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "שלום \u200f(abc)\u200e",
        "قال \u2067abc\u2069",
    ],
)
def test_what_a_script_needs_is_seen(text: str) -> None:
    assert list(unseen(text)) == []


def test_of_a_part_only_that_is_looked_at() -> None:
    assert [one.position for one in unseen("\0a\0b\0", 1, 4)] == [2]


@given(st.text())
def test_any_text_is_looked_through(text: str) -> None:
    found = list(unseen(text))

    assert [one.position for one in found] == sorted({one.position for one in found})
    assert all(text[one.position] == one.sign for one in found)


def test_a_long_line_of_nothing_but_marks_comes_to_an_end() -> None:
    assert sum(1 for _ in unseen("a\u200f" * 100_000)) == 100_000


def test_what_turns_words_round_and_controls_are_made_visible_one_for_one() -> None:
    text = "The minister \u202esaid so\u202c and rang \x07 a bell."
    assert made_visible(text) == "The minister ◊said so◊ and rang ◊ a bell."
    assert made_visible("ten\u200bfold a\u200d b \U000e0067") == "ten◊fold a◊ b \U000e0067"
    for as_it_is in (
        "plain\twords\n",
        "soft\u00adhyphen",
        "क्\u200dष",
        "ខ្ញុំ\u200bទៅ",
        "שלום \u200fעולם",
    ):
        assert made_visible(as_it_is) == as_it_is
