"""Code points and UTF-16 units."""

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.utf16 import Utf16Index, code_point_at, utf16_length, utf16_offset

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
