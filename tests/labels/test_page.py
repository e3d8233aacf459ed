"""The pages in words: for every way in which two approaches can stand to each other."""

import pytest

from counterpoint.domain.parting import Between, Nearness
from counterpoint.labels.page import (
    both,
    in_the_words_of,
    pair_counts,
    replies_between,
    standing_on,
)


@pytest.mark.parametrize(
    ("shared", "parted", "one_silent", "both_silent", "unfinished", "said"),
    [
        (1, 0, 0, 0, 0, "Of 1 question they share an answer on 1 and part on 0."),
        (3, 4, 0, 0, 0, "Of 7 questions they share an answer on 3 and part on 4."),
        (3, 4, 1, 0, 0, "…on 3 and part on 4; on 1 one of them is silent."),
        (3, 4, 0, 1, 0, "…on 3 and part on 4; on 1 both are silent."),
        (3, 4, 2, 1, 0, "…on 3 and part on 4; on 2 one of them is silent; on 1 both are silent."),
        (3, 4, 0, 0, 1, "…on 3 and part on 4; 1 is not yet answered."),
        (3, 4, 0, 0, 2, "…on 3 and part on 4; 2 are not yet answered."),
        (3, 4, 1, 0, 2, "…part on 4; on 1 one of them is silent; 2 are not yet answered."),
        (3, 4, 0, 2, 1, "…part on 4; on 2 both are silent; 1 is not yet answered."),
        (
            *(0, 1, 1, 2, 3),
            "Of 7 questions they share an answer on 0 and part on 1; on 1 one of them is silent; "
            "on 2 both are silent; 3 are not yet answered.",
        ),
    ],
)
def test_each_count_of_two_approaches_says_what_it_counts(
    shared: int, parted: int, one_silent: int, both_silent: int, unfinished: int, said: str
) -> None:
    counts = pair_counts(Nearness(shared, parted, one_silent, both_silent, unfinished))

    assert counts.replace("\u00a0", " ").endswith(said.removeprefix("…"))


def test_headings_say_how_many_there_are_or_that_there_are_none() -> None:
    assert standing_on(Between.PARTED, 5) == "Where they part (5)"
    assert replies_between(0) == "No replies between them"
    assert replies_between(2) == "Replies between them (2)"


def test_words_are_of_whoever_is_the_end_of_the_chain() -> None:
    assert in_the_words_of(("The Independent",)) == "In the words of The Independent"
    assert in_the_words_of(("Embassy, reporting", "X")) == "In the words of X"
    assert in_the_words_of(()) == "In the words of the text"
    assert both(["Firm", "Beside\ntalks"]) == "Both: Firm; Beside talks"
