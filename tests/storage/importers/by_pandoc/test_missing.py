"""What is told of the words of a document that did not come in."""

import pytest

from counterpoint.storage.importers.by_pandoc.missing import missing

HEARD = (
    "The quick brown fox jumps over the lazy dog.\n\nOn that day it was seen again by none of us."
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The quick brown fox jumps over the very lazy dog.", "1 passage left out: “very”"),
        ("4 May 2020: On that day it was seen again", "1 passage left out: “4 May 2020:”"),
        ("Nobody knows of this.", "1 passage left out: “Nobody knows of this.”"),
    ],
)
def test_the_words_that_are_not_there_are_named(words: str, told: str) -> None:
    assert missing([words], HEARD) == [told]


def test_words_are_there_though_others_came_between_them() -> None:
    assert missing(["The quick brown fox jumps over"], HEARD.replace("fox", "fox [E = m]")) == []


def test_each_of_several_is_named() -> None:
    words = [f"{each} is a word that nobody has" for each in "abcdefgh"]

    (told,) = missing(words, HEARD)

    assert told.startswith("8 passages left out: “a is a word that nobody has”, “b is")
    assert told.endswith("”, “h is a word that nobody has”")
