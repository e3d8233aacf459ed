"""One way to name a place in a source."""

import pytest

from counterpoint.labels.paragraph import counted, in_source, paragraph


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("", ""),
        ("¶4", "¶4"),
        ("¶4–¶6", "¶4–¶6"),
        ("144", "para 144"),
        ("144–146", "paras 144–146"),
        ("§9", "§9"),
        ("p. 12 ¶3", "p. 12"),
        ("p. 12 ¶1–p. 12 ¶3", "p. 12"),
        ("p. 12 ¶3–p. 13 ¶1", "pp. 12–13"),
        ("p. 12 l. 3–p. 12 l. 5", "p. 12, ll. 3–5"),
        ("p. 12 l. 3–p. 13 l. 5", "p. 12, l. 3 to p. 13, l. 5"),
        ("l. 40", "l. 40"),
        ("l. 40–l. 42", "ll. 40–42"),
    ],
)
def test_a_place_is_named(place: str, named: str) -> None:
    assert paragraph(place) == named


def test_only_where_it_leaves_the_program_a_counted_number_says_so() -> None:
    assert paragraph("§9") == "§9"
    assert counted("§9") == "§9 (counted by us)"
    assert counted("144") == paragraph("144")
    assert in_source("Clingendael", "§9") == "Clingendael\u00a0§9"


def test_a_number_is_never_parted_from_what_stands_before_it() -> None:
    assert in_source("Committee report", "144") == "Committee report para\u00a0144"
    assert in_source("Committee report", "") == "Committee report"
