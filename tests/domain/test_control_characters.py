"""Nothing that acts on a terminal is left in what is shown there, and nothing else is changed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.control_characters import escaped, on_one_line, without_controls

ACTS = st.sampled_from("\0\a\b\r\x0b\x0c\x1b\x7f\x85\x9b\x9d\u200f\u202e\u2028\u2066")
TEXT = st.lists(st.one_of(ACTS, st.characters())).map("".join)


@given(TEXT)
def test_no_control_character_is_left_but_tab_and_line_feed(text: str) -> None:
    for sign in escaped(text):
        assert sign in "\t\n" or not ("\0" <= sign < " " or "\x7f" <= sign <= "\x9f")
        assert (
            sign not in "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2069"
        )
    assert "\n" not in on_one_line(text)
    assert not {*without_controls(text)} & {*"\0\a\b\x1b\x7f\x9b\x9d"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "two\nlines\tand a tab",
        "café — “quoted” 👩\u200d🚀 שלום",
        "a no-break\u00a0space",
    ],
)
def test_words_stay_as_they_are(text: str) -> None:
    assert escaped(text) == without_controls(text) == text


def test_what_acts_is_written_out() -> None:
    assert escaped("\x1b]52;c;YQ==\x07") == "\\u001b]52;c;YQ==\\u0007"
    assert on_one_line("one\ntwo\r") == "one\\ntwo\\u000d"
    assert without_controls("a\r\nb\u202e\x9d") == "a\r\nb\u202e\\u009d"


@given(TEXT)
def test_json_says_the_same_as_before(text: str) -> None:
    written = json.dumps({"words": text}, ensure_ascii=False)

    assert json.loads(on_one_line(written)) == {"words": text}
