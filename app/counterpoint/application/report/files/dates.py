"""The dates within exported files, which are the same from run to run."""

import os
from datetime import UTC, datetime

from counterpoint.domain.report.material import Material

_FIRST = int(datetime(1980, 1, 1, tzinfo=UTC).timestamp())
"""What a zip can hold."""


def epoch(material: Material) -> int:
    """Seconds since 1970: what SOURCE_DATE_EPOCH says, else the last date in the library."""
    wanted = os.environ.get("SOURCE_DATE_EPOCH", "")
    if wanted.isdecimal():
        return max(_FIRST, int(wanted))
    parts = [int(part) for part in material.date.split("-") if part.isdecimal()]
    if not parts:
        return _FIRST
    year, month, day = (*parts, 1, 1)[:3]
    try:
        return max(_FIRST, int(datetime(year, month, day, tzinfo=UTC).timestamp()))
    except ValueError:
        return _FIRST


def moment(seconds: int) -> datetime:
    """In UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def iso(seconds: int) -> str:
    """ "2020-10-01T00:00:00Z"."""
    return moment(seconds).strftime("%Y-%m-%dT%H:%M:%SZ")
