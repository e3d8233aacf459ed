"""A text that is searched often is no longer gone through for each search, and tells the same."""

import random

import pytest

from counterpoint.domain import flat as flat_module
from counterpoint.domain.flat import Flat
from counterpoint.domain.haystack import Haystack
from counterpoint.domain.span import Span
from counterpoint.domain.word_starts import KEY

DICE = random.Random(10)
WORDS = ["policy", "of", "a", "détente", "“firm”", "NATO’s", "и", "мир", "🙂", "日本語", "e\u0301t"]
TEXT = " ".join(DICE.choices(WORDS, k=3_000)).replace(" of", "\n\nof") + " the end of it all"


def searched(often: int, monkeypatch: pytest.MonkeyPatch) -> Flat:
    monkeypatch.setattr(flat_module, "_LEAST", 0)
    flat = Flat(TEXT, (Span(0, len(TEXT)),))
    for _ in range(often):
        assert [*flat.places("nothing like it stands in this text")] == []
    return flat


def all_of(needle: str, text: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(needle, at)]


def test_what_is_searched_often_is_found_in_the_same_places(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    often = searched(150, monkeypatch)

    for length in (1, 5, KEY, KEY + 1, 2 * KEY, 200):
        for start in DICE.choices(range(len(often.text) - length), k=60):
            needle = often.text[start : start + length].strip()
            if needle:
                found = [often.span(at, at + len(needle)) for at in all_of(needle, often.text)]
                assert [*often.places(needle)] == found, needle
    assert [*often.places("stands at the end of it all")] == []
    assert [TEXT[slice(*s)] for s in often.places("the end of it all")] == ["the end of it all"]


def test_a_text_that_says_one_thing_only_is_searched_as_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(flat_module, "_LEAST", 0)
    flat = Flat("so he said " * 5_000, (Span(0, 55_000),))
    for _ in range(150):
        assert len([*flat.places("so he said so he said so he said")]) == 4_998


def test_after_many_searches_a_text_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    flat = searched(150, monkeypatch)
    monkeypatch.setattr(flat_module, "occurrences", lambda needle, text: pytest.fail("searched"))

    start = TEXT.index("policy", 900)
    assert flat.text[900:] and [*flat.places(" ".join(TEXT[start : start + 90].split()))]


@pytest.mark.parametrize("long", [False, True])
def test_words_set_otherwise_are_found_in_a_text_of_any_length(long: bool) -> None:
    text = f"{'It was said so by all. ' * 200_000 * long}They met at the Cafe\u0301 Royal: “no”."

    found = Haystack(text).spelt_otherwise('met at the Café Royal: "no"')

    assert [text[slice(*span)] for span in found] == ["met at the Cafe\u0301 Royal: “no”"]
