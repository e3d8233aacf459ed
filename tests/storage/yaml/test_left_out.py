"""How a file's lists count without what is left out of them."""

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.storage.yaml.left_out import LeftOut

NUMBERS = st.integers(0, 12)


@given(st.lists(NUMBERS), st.lists(st.tuples(NUMBERS, NUMBERS)), NUMBERS, NUMBERS)
def test_what_is_kept_is_counted_as_it_stands_in_the_file(
    outer: list[int], inner: list[tuple[int, int]], first: int, second: int
) -> None:
    left_out = LeftOut()
    for number in outer:
        left_out.add(("a", number))
    for at, number in inner:
        left_out.add(("a", at, "b", number))

    there = [number for number in range(40) if number not in outer][first]
    gone = {number for at, number in inner if at == there}
    within = [number for number in range(40) if number not in gone][second]

    assert left_out.original(("a", first, "b", second, "c")) == ("a", there, "b", within, "c")
    assert left_out.original(("z", first)) == ("z", first)


@given(st.lists(st.lists(st.sampled_from(["a", 0, 1]), max_size=4).map(tuple)))
def test_how_much_is_left_out_within_a_value(paths: list[tuple[str | int, ...]]) -> None:
    left_out = LeftOut()
    for path in paths:
        left_out.add(path)

    assert set(left_out) == set(paths)
    assert bool(left_out) == bool(paths)
    for at in [(), *paths]:
        assert left_out.within(at) == sum(path[: len(at)] == at for path in set(paths))
        assert (at in left_out) == (at in paths)
