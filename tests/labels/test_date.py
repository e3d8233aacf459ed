"""Dates in words."""

import pytest

from counterpoint.labels.date import date_from_words, date_in_words, month


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2008-10-20", "20 October 2008"),
        ("2008-10-02", "2 October 2008"),
        ("2020-10", "October 2020"),
        ("2017", "2017"),
        ("undated", "undated"),
        ("2020-13", "13 2020"),
        ("about 1700", "about 1700"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(date: str, words: str) -> None:
    assert date_in_words(date) == words


def test_a_month_keeps_its_year_beside_it() -> None:
    assert month("2008-10-20") == "October\u00a02008"
    assert month("2017-99") == "2017"
    assert month("undated") == ""


@pytest.mark.parametrize("date", ["2021-03-12", "2008-10-02", "2020-10", "2017"])
def test_a_date_is_understood_as_it_is_said(date: str) -> None:
    assert date_from_words(date_in_words(date)) == date
    assert date_from_words(date_in_words(date).upper()) == date
    assert date_from_words("in May 2008") == "in May 2008"
