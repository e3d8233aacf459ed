"""Words that look the same and are not are known, with the signs by which they differ."""

import pytest

from counterpoint.domain.look_alikes import look_alike, not_to_be_seen, signs_apart


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("State", "Stаte", True),
        ("State", "St\u200bate", True),
        ("OK", "ΟΚ", True),
        ("State", "State", False),
        ("State", "Stato", False),
        ("да", "нет", False),
    ],
)
def test_words_that_look_alike(one: str, other: str, alike: bool) -> None:
    assert look_alike(one, other) is alike


def test_the_signs_that_differ_are_named() -> None:
    assert signs_apart([("State", "Stаte")]) == ("a", "а (U+0430 cyrillic small letter a)")
    assert signs_apart([("ten\u200bfold", "tenfold")]) == ("U+200B (zero width space)", "")


def test_what_is_seen_to_differ_is_not_named_unless_it_is_only_set_otherwise() -> None:
    assert not_to_be_seen("the old State", "the new State", exactly=False) == ("", "")
    assert not_to_be_seen("he said “no”", 'he said "no"', exactly=True) == (
        "“ (U+201C left double quotation mark), ” (U+201D right double quotation mark)",
        '"',
    )
