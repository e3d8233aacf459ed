"""Which letters a text was written in, in words."""

import pytest
from charset_normalizer.constant import IANA_SUPPORTED

from counterpoint.labels.encoding import encoding


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("cp1125", "Ukrainian, DOS (cp1125)"),
        ("cp1252", "Western European, Windows (cp1252)"),
        ("koi8_r", "Russian, Unix (koi8_r)"),
        ("utf-8", "All scripts, Unicode (utf-8)"),
        ("ISO8859-5", "Cyrillic, ISO (ISO8859-5)"),
        ("shift_jis_2004", "Japanese (shift_jis_2004)"),
        ("iso8859_14", "Celtic, ISO (iso8859_14)"),
        ("iso8859_3", "South European, ISO (iso8859_3)"),
    ],
)
def test_a_script_and_a_system_stand_before_the_code(code: str, said: str) -> None:
    assert encoding(code) == said


def test_most_that_may_be_guessed_have_a_name() -> None:
    nameless = {code for code in IANA_SUPPORTED if encoding(code) == code}
    of_mainframes = {"cp037", "cp1026", "cp1140", "cp273", "cp424", "cp500", "cp875", "hp_roman8"}
    assert nameless <= of_mainframes | {"cp1006", "cp856", "iso8859_14", "iso8859_3"}


def test_what_nobody_knows_is_told_by_its_code() -> None:
    assert encoding("x_strange") == "x_strange"
