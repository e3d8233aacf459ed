"""Columns share the width by what they have to say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.ui.comparison.grid.column_sharing import Row, shared_by_need
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.theme.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")
ROWS = st.lists(
    st.tuples(st.floats(0, 9), st.tuples(*[st.integers(0, 3000)] * 4)), min_size=1, max_size=6
).map(lambda rows: [Row(least, lengths) for least, lengths in rows])


def style() -> Style:
    return Style(Theme(), {}, None, close=True)


@given(ROWS, st.lists(st.booleans(), min_size=4, max_size=4))
def test_no_width_is_lost_and_what_was_set_by_hand_stays(rows: list[Row], free: list[bool]) -> None:
    before = [300, 240, 240, 180]
    least = [200 if is_free else None for is_free in free]
    after = shared_by_need(before, rows, least, style())
    assert sum(after) == sum(before)
    for one, other, is_free in zip(before, after, free, strict=True):
        assert other >= min(one, 200) if is_free else other == one


def test_who_says_more_gets_more() -> None:
    after = shared_by_need([240] * 3, [Row(1, (2000, 100, 900))], [160] * 3, style())
    assert after[0] > after[2] > after[1]
    assert after[1] >= 160


def test_a_row_that_is_as_low_as_can_be_asks_for_nothing() -> None:
    rows = [Row(4, (400, 100)), Row(1, (300, 900))]
    after = shared_by_need([240, 240], rows, [160, 160], style())
    assert after[1] > after[0]


def test_a_large_comparison_is_left_as_it_is() -> None:
    rows = [Row(1, tuple(range(0, 4000, 100)))] * 40
    widths = [240] * 40
    assert shared_by_need(widths, rows, [160] * 40, style()) == widths
