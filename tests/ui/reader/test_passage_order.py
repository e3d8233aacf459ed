"""Stepping through passages."""

from counterpoint.ui.reader.passage_order import Walk


def test_a_walk_steps_and_stops_at_its_ends() -> None:
    walk = Walk(["a", "b", "c"])
    walk.current = "b"
    assert (walk.number, walk.count) == (2, "2 of 3")
    assert (walk.step(-1), walk.step(1)) == ("a", "c")
    walk.current = "c"
    assert walk.step(1) is None


def test_without_a_current_key_it_begins_at_an_end() -> None:
    walk = Walk(["a", "b"], "of this claim")
    assert (walk.step(1), walk.step(-1), walk.count) == ("a", "b", "2")


def test_a_key_given_twice_counts_once() -> None:
    assert len(Walk(["a", "b", "a"])) == 2


def test_an_empty_walk_goes_nowhere() -> None:
    walk = Walk()
    assert (walk.step(1), walk.count, walk.number) == (None, "", 0)
    assert "a" not in walk
