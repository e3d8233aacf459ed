"""Stepping through passages."""

from counterpoint.ui.reader.passage_order import PassageOrder


def test_a_walk_steps_and_stops_at_its_ends() -> None:
    passages = PassageOrder(["a", "b", "c"])
    passages.current = "b"
    assert (passages.number, passages.count) == (2, "2 of 3")
    assert (passages.step(-1), passages.step(1)) == ("a", "c")
    passages.current = "c"
    assert passages.step(1) is None


def test_without_a_current_key_it_begins_at_an_end() -> None:
    passages = PassageOrder(["a", "b"], "of this claim")
    assert (passages.step(1), passages.step(-1), passages.count) == ("a", "b", "2")


def test_a_key_given_twice_counts_once() -> None:
    assert len(PassageOrder(["a", "b", "a"])) == 2


def test_an_empty_walk_goes_nowhere() -> None:
    passages = PassageOrder()
    assert (passages.step(1), passages.count, passages.number) == (None, "", 0)
    assert "a" not in passages
