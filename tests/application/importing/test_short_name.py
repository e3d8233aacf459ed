"""What a source is called by until a person says otherwise."""

import pytest

from counterpoint.application.importing.short_name import short_name
from counterpoint.domain.source import NOT_STATED


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Report on the Border Levy", "Report on the Border Levy"),
        ("Grid Resilience (odt) and the Price of Waiting", "Grid Resilience (odt)"),
        ("Trade after the War: What the Ministries Wanted", "Trade after the War"),
        ("", "grid-paper"),
    ],
)
def test_it_is_of_the_title_where_there_is_one(title: str, short: str) -> None:
    assert short_name(title, "", "", "grid-paper", ()) == short


def test_date_and_author_tell_it_from_others_of_its_title() -> None:
    taken: list[str] = []
    for author, date in (
        ("", ""),
        ("A. Adeyemi", "2021-03-12"),
        ("A. Adeyemi", "2021-03-14"),
        ("B. Okafor", "2021-03-14"),
        (NOT_STATED, NOT_STATED),
    ):
        taken.append(short_name("Debate", author, date, "file", taken))
    assert taken == [
        "Debate",
        "Debate, 2021",
        "Debate, 14 March 2021",
        "Debate, B. Okafor",
        "Debate",
    ]
