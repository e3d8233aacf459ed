"""Code points and UTF-16 units, and the foldings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.text import (
    Utf16Index,
    code_point_at,
    fold,
    fold_case,
    fold_spelling,
    fold_with_positions,
    utf16_length,
    utf16_offset,
)

TEXTS = st.text(st.sampled_from("aé—中😀🇬🇧𝔘\u200d"), max_size=30)


def utf16(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


@given(TEXTS)
def test_units_are_those_of_utf_16(words: str) -> None:
    units = Utf16Index(words)
    for point in range(len(words) + 1):
        assert units.unit(point) == utf16(words[:point])


@given(TEXTS)
def test_every_unit_belongs_to_its_code_point(words: str) -> None:
    units = Utf16Index(words)
    owners = [point for point, letter in enumerate(words) for _ in range(utf16(letter))]
    assert [units.point(unit) for unit in range(utf16(words) + 1)] == [*owners, len(words)]


@given(TEXTS, st.data())
def test_one_position_goes_there_and_back(text: str, data: st.DataObject) -> None:
    point = data.draw(st.integers(0, len(text)))
    unit = utf16_offset(text, point)
    assert unit == utf16(text[:point]) == Utf16Index(text).unit(point)
    assert code_point_at(text, unit) == point
    assert utf16_offset(text, len(text)) == utf16_length(text)


def test_the_second_half_of_a_character_belongs_to_it() -> None:
    assert code_point_at("a😀b", 2) == 1
    assert code_point_at("😀", 1) == 0
    assert code_point_at("😀", 2) == 1


def test_half_a_character_is_one_unit() -> None:
    assert utf16_length("Words \ud83d") == 7


ANY = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("éÉ“”’ςİœ- \n")))


@given(ANY)
def test_a_folded_text_knows_where_its_letters_stood(text: str) -> None:
    folded, positions = fold_with_positions(text)
    assert folded == fold(text)
    assert len(positions) == len(folded)
    assert all(letter in fold(text[at]) for letter, at in zip(folded, positions, strict=True))


@given(ANY)
def test_folding_case_keeps_every_code_point_in_its_place(text: str) -> None:
    assert len(fold_case(text)) == len(text)
    assert [fold_case(letter) for letter in text] == list(fold_case(text))


@pytest.mark.parametrize(
    ("text", "typed", "cased", "spelt"),
    [
        ("Élan", "elan", "élan", "élan"),
        ("E\u0301lan", "elan", "e\u0301lan", "élan"),
        ("“No”", '"no"', '"no"', "no"),
        ("it’s", "it's", "it's", "its"),
        ("«No»", "«no»", "«no»", "no"),
        ("co–op", "co-op", "co–op", "coop"),
        ("co\u00adop", "coop", "co\u00adop", "coop"),
        ("ﬁnd", "find", "ﬁnd", "find"),
        ("œuvre", "oeuvre", "œuvre", "œuvre"),
        ("İst", "ist", "ist", "i\u0307st"),
        ("two  \n words", "two  \n words", "two  \n words", "two words"),
        ("Straße", "strasse", "straße", "strasse"),
        ("ΛΌΓΟΣ", "λογοσ", "λόγοσ", "λόγοσ"),
    ],
)
def test_each_folding_leaves_out_what_makes_no_difference_there(
    text: str, typed: str, cased: str, spelt: str
) -> None:
    assert fold(text) == typed
    assert fold_case(text) == cased
    assert fold_spelling(text) == spelt
