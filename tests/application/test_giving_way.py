"""What long work does to Python's collector and its threads, and what is left of that after."""

import gc
import sys
from collections.abc import Iterator

import pytest

from counterpoint.application.giving_way import (
    collector_at_rest,
    giving_way,
    is_collector_at_rest,
)


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    collects, interval = gc.isenabled(), sys.getswitchinterval()
    yield
    (gc.enable if collects else gc.disable)()
    sys.setswitchinterval(interval)


def test_the_collector_rests_until_the_last_of_those_who_hold_it() -> None:
    gc.enable()
    first, second = collector_at_rest(), collector_at_rest()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)

    assert not gc.isenabled()
    assert is_collector_at_rest()

    second.__exit__(None, None, None)

    assert gc.isenabled()
    assert not is_collector_at_rest()


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()

    with collector_at_rest():
        assert is_collector_at_rest()

    assert not gc.isenabled()


def test_threads_take_turns_more_often_meanwhile_and_as_before_then() -> None:
    gc.enable()
    sys.setswitchinterval(0.004)

    with pytest.raises(ValueError, match="whatever"), giving_way(), giving_way():
        assert sys.getswitchinterval() < 0.001
        assert not gc.isenabled()
        raise ValueError("whatever")

    assert sys.getswitchinterval() == pytest.approx(0.004)
    assert gc.isenabled()
