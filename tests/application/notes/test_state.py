"""Times as people say them."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import example, given
from hypothesis import strategies as st

from counterpoint.application.notes.state import told

TOKYO = timezone(timedelta(hours=9))
zones = st.integers(-23, 23).map(lambda hours: timezone(timedelta(hours=hours)))


def test_the_nearer_the_shorter() -> None:
    now = datetime(2026, 11, 22, 10, 15, tzinfo=TOKYO)
    assert told(datetime(2026, 11, 22, 0, 42, tzinfo=UTC), now) == "09:42"
    assert told(datetime(2026, 11, 3, 0, 42, tzinfo=UTC), now) == "3 Nov"
    assert told(datetime(2025, 11, 3, 0, 42, tzinfo=UTC), now) == "3 Nov 2025"


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=zones))
@example(datetime(9999, 12, 31, 23, tzinfo=UTC), datetime(2026, 11, 22, tzinfo=TOKYO))
def test_any_time_can_be_told(at: datetime, now: datetime) -> None:
    assert told(at, now)
