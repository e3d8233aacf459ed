"""Values stand in a file as a person would write them, and are read as what they were."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.storage.yaml.yaml_words import folded, folds, in_block, in_line

_SIGNS = st.sampled_from(list("abZé1209 .,:;!?#&*-–—'\"“”‘’()[]{}<>|%@`~=/\\_яא"))


def read(written: str) -> object:
    return yaml.load(f"key: {written}\n", Loader=yaml.CSafeLoader)["key"]


@pytest.mark.parametrize(
    "words",
    [
        "Said later.!",
        "Is it so? Yes; 10% of it, no more!",
        "“Talk” or ‘wait’?",
        "(so they say)",
        'She said "no" to all.',
        "12 states agreed.",
        "Он сказал: нет"[:9],
    ],
)
def test_plain_words_stand_without_marks(words: str) -> None:
    assert in_line(words) == words
    assert read(words) == words


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("2010", '"2010"'),
        ("2010-12", '"2010-12"'),
        ("yes", '"yes"'),
        ("one: two", '"one: two"'),
        ("one #2", '"one #2"'),
        ('one: "two"', "'one: \"two\"'"),
        ("[two] three", '"[two] three"'),
        ("ends in:", '"ends in:"'),
    ],
)
def test_what_would_be_something_else_stands_between_marks(words: str, written: str) -> None:
    assert in_line(words) == written
    assert read(written) == words


@given(st.text(_SIGNS, max_size=12), st.booleans())
def test_any_words_are_read_as_they_were(words: str, flow: bool) -> None:
    written = in_line([words, "x"]) if flow else in_line(words)
    assert read(written) == ([words, "x"] if flow else words)


def test_a_list_of_names_is_never_taken_for_one_name_parted_by_a_comma() -> None:
    assert in_line(["Ann Lee", "Minister"]) == '["Ann Lee", Minister]'


_WORDS = st.lists(st.sampled_from(("a", "some", "talking", "x" * 30)), min_size=1, max_size=60)


@given(_WORDS, st.data())
def test_lines_that_say_the_same_stay_as_they_are(words: list[str], data: st.DataObject) -> None:
    before = [line.strip() for line in folded(" ".join(words), 2, 60)]
    at = data.draw(st.integers(0, len(words)))
    after = [*words[:at], "new", *words[at:]]

    now = [line.strip() for line in in_block(" ".join(after), ">-", 2, before) or ()]

    assert " ".join(now) == " ".join(after)
    count = 0
    for line in before:  # those that end before the new word
        count += len(line.split(" "))
        if count >= at:
            break
        assert line in now
    assert sum(line not in before for line in now) <= 2


def test_words_are_folded_as_wide_as_the_lines_before() -> None:
    before = ["One two three four five six", "seven eight nine ten eleven"]
    after = f"{before[0]} {before[1]} " + "and on and on and on and on and on"
    assert folds(after)
    lines = list(in_block(after, ">-", 2, before) or ())
    assert lines[:2] == ["  " + line for line in before]
    assert len(lines) == 3  # no narrower than half a line
