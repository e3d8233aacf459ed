"""Which words may be the date of a source."""

import pytest
from pydantic import TypeAdapter, ValidationError

from counterpoint.domain.source_date import is_source_date
from counterpoint.storage.library.schema import SourceDate


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("2008", True),
        ("2008-10", True),
        ("2008-10-20", True),
        ("undated", True),
        ("not stated", True),
        ("2008-13", False),
        ("2008-02-30", False),
        ("2008-10-20T10:00", False),
        ("20 October 2008", False),
        ("٢٠٠٨", False),
        ("08", False),
        ("", False),
    ],
)
def test_a_form_takes_what_a_file_may_say(words: str, may: bool) -> None:
    assert is_source_date(words) is may
    try:
        TypeAdapter(SourceDate).validate_python(words)
    except ValidationError:
        assert not may
    else:
        assert may
