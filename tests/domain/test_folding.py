"""The foldings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.folding import (
    fold,
    fold_case,
    fold_spelling,
    fold_with_positions,
)

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
