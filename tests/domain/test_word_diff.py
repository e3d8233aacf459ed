"""What differs between words and their likeness, word by word; a negation or a number is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.word_diff import Stretch, WordChange, marked, side_by_side, word_changes


@pytest.mark.parametrize(
    ("words", "there", "changes"),
    [
        ("should not remain", "should remain", [WordChange("not", "", turns=True)]),
        ("should remain", "should not remain", [WordChange("", "not", turns=True)]),
        ("by 2 per cent", "by 20 per cent", [WordChange("2", "20", turns=True)]),
        ("rose by two", "rose by three", [WordChange("two", "three", turns=True)]),
        ("they can’t stay", "they can stay", [WordChange("can’t", "can", turns=True)]),
        ("nicht mit uns", "mit uns", [WordChange("nicht", "", turns=True)]),
        ("on n'acceptera pas", "on acceptera", [WordChange("n'acceptera pas", "acceptera", True)]),
        ("a big plan", "a large plan", [WordChange("big", "large", turns=False)]),
        ("said “no” to it", 'said "no" to it', []),
        ("the Café Royal", "the Cafe\u0301 Royal", []),
        (
            "all of them agreed to it",
            "some of them had agreed",
            [
                WordChange("all", "some", turns=True),
                WordChange("", "had", turns=False),
                WordChange("to it", "", turns=False),
            ],
        ),
    ],
)
def test_what_differs_is_named(words: str, there: str, changes: list[WordChange]) -> None:
    assert [*word_changes(words, there)] == changes


def test_how_words_are_set_counts_where_it_is_asked_for() -> None:
    one, other = "he said “no” to it", 'he said "no" to it'
    assert side_by_side(one, other) == (Stretch(one, other, same=True),)
    assert side_by_side(one, other, exactly=True) == (
        Stretch("he said", "he said", same=True),
        Stretch("“no”", '"no"', same=False),
        Stretch("to it", "to it", same=True),
    )


SENTENCE = st.lists(st.sampled_from(["we", "do", "not", "agree", "on", "2", "20"]), max_size=9)


@given(SENTENCE, SENTENCE)
def test_what_is_gone_and_what_has_come_makes_the_one_of_the_other(
    one: list[str], other: list[str]
) -> None:
    changes = word_changes(" ".join(one), " ".join(other))

    gone = " ".join(change.gone for change in changes).split()
    come = " ".join(change.come for change in changes).split()
    assert sorted([*one, *come]) == sorted([*other, *gone])
    assert bool(changes) is (one != other)
    assert all(change.gone or change.come for change in changes)


def test_what_stays_is_given_between_what_differs() -> None:
    said = marked("Talks should go on.", "Talks should not go on.")
    assert said == ("Talks should", WordChange("", "not", True), "go on.")
    assert marked("a b", "a b") == ("a b",)
