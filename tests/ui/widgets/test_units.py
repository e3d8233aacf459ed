"""Code points and UTF-16 units."""

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.ui.widgets.units import Units

TEXTS = st.text(st.sampled_from("aé—中😀🇬🇧𝔘\u200d"), max_size=30)


def utf16(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


@given(TEXTS)
def test_units_are_those_of_utf_16(words: str) -> None:
    units = Units(words)
    for point in range(len(words) + 1):
        assert units.unit(point) == utf16(words[:point])


@given(TEXTS)
def test_every_unit_belongs_to_its_code_point(words: str) -> None:
    units = Units(words)
    owners = [point for point, letter in enumerate(words) for _ in range(utf16(letter))]
    assert [units.point(unit) for unit in range(utf16(words) + 1)] == [*owners, len(words)]
