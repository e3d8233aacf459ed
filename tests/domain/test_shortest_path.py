"""The order in which neighbours are near: of few the best, of many a good one in little time."""

from collections.abc import Sequence
from itertools import combinations, pairwise, permutations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.shortest_path import shortest_path


def distances(size: int, seed: int) -> list[list[int]]:
    """The same in either direction."""
    random = Random(seed)
    far = [[0] * size for _ in range(size)]
    for one, other in combinations(range(size), 2):
        far[one][other] = far[other][one] = random.randint(-20, 20)
    return far


def length(order: Sequence[int], far: Sequence[Sequence[int]]) -> int:
    return sum(far[one][other] for one, other in pairwise(order))


@given(st.integers(0, 7), st.integers())
def test_of_few_no_order_is_shorter(size: int, seed: int) -> None:
    far = distances(size, seed)
    every = [length(order, far) for order in permutations(range(size))]
    assert length(shortest_path(far), far) == min(every)


@given(st.integers(10, 24), st.integers())
def test_of_many_no_stretch_turned_round_makes_it_shorter(size: int, seed: int) -> None:
    far = distances(size, seed)
    order = shortest_path(far)
    assert sorted(order) == list(range(size))
    for start, end in combinations(range(size), 2):
        turned = (*order[:start], *order[start : end + 1][::-1], *order[end + 1 :])
        assert length(order, far) <= length(turned, far)


class Counted(list[int]):
    """Distances that count how often they are asked for."""

    asked = 0

    def __getitem__(self, at: int) -> int:  # type: ignore[override]
        type(self).asked += 1
        return super().__getitem__(at)


def test_forty_are_ordered_without_measuring_every_order_anew() -> None:
    Counted.asked = 0
    shortest_path([Counted(row) for row in distances(40, 1)])
    assert 0 < Counted.asked < 200_000
