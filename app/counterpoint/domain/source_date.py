"""The date of a source, as far as it is known."""

import re
from datetime import date

from .source import NOT_STATED, UNDATED

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def is_source_date(words: str) -> bool:
    """Whether a description may have `words` as its date: as far as it is known, or that there is
    none."""
    if words in (UNDATED, NOT_STATED):
        return True
    found = _DATE.fullmatch(words)
    if found is None:
        return False
    year, month, day = found.groups("01")
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
