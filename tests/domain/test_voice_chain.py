"""A chain of voices is typed with either sign between, or in lines."""

import pytest

from counterpoint.domain.voice_chain import chain_of


@pytest.mark.parametrize("typed", ["A › B b", "A > B b", "A\nB b", " A ›  B  b\r\n", "A >› B b >"])
def test_a_chain_is_parted_however_it_is_typed(typed: str) -> None:
    assert chain_of(typed) == ("A", "B b")


def test_nobody_is_no_chain() -> None:
    assert chain_of(" > \n") == ()
