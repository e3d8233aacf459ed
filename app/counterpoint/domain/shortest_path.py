"""The order in which things stand so that neighbours are near."""

from collections.abc import Sequence
from itertools import combinations, pairwise

Distances = Sequence[Sequence[int]]
"""How far each thing stands from each, by their places, the same in either direction."""
_Paths = dict[tuple[int, int], tuple[int, tuple[int, ...]]]
"""By what a path has been through (a bit for each) and its end: its length, and it."""
_EXACT = 9
"""Up to so many the best of all orders is found (in some 10 ms)."""
_TRIED = 4
"""Of more, so many beginnings are made better: 40 are ordered in some 10 ms."""


def shortest_path(far: Distances) -> tuple[int, ...]:
    """The places of all, each once, so that the distances from neighbour to neighbour are together
    the least: surely of up to nine; of more a good order is found. Always the same one."""
    return _best(far) if len(far) <= _EXACT else _good(far)


def _best(far: Distances) -> tuple[int, ...]:
    """The shortest path through all, after Held and Karp; of several the first by its places."""
    size = len(far)
    paths: _Paths = {(1 << at, at): (0, (at,)) for at in range(size)}
    for _ in range(size - 1):
        longer: _Paths = {}
        for (seen, last), (length, path) in paths.items():
            for at in range(size):
                if not seen >> at & 1:
                    key = (seen | 1 << at, at)
                    candidate = (length + far[last][at], (*path, at))
                    longer[key] = min(longer.get(key, candidate), candidate)
        paths = longer
    return min(paths.values(), default=(0, ()))[1]


def _good(far: Distances) -> tuple[int, ...]:
    """From each always to the nearest that is left; in the shortest of these, stretches are turned
    round as long as that makes them shorter."""

    def by_length(order: Sequence[int]) -> tuple[int, Sequence[int]]:
        return _length(order, far), order

    nearest = [sorted(range(len(far)), key=row.__getitem__) for row in far]
    begun = sorted((_from(start, nearest) for start in range(len(far))), key=by_length)
    best = min((_shortened(order, far) for order in begun[:_TRIED]), key=by_length)
    return tuple(best)


def _from(start: int, nearest: Sequence[Sequence[int]]) -> list[int]:
    """`nearest`: of each thing all, the nearest first."""
    order, seen = [start], {start}
    while len(order) < len(nearest):
        at = next(each for each in nearest[order[-1]] if each not in seen)
        order.append(at)
        seen.add(at)
    return order


def _shortened(order: list[int], far: Distances) -> list[int]:
    order, shorter = list(order), True
    while shorter:
        shorter = False
        for start, end in combinations(range(len(order)), 2):
            if _gain(order, start, end, far) > 0:
                order[start : end + 1] = order[start : end + 1][::-1]
                shorter = True
    return order


def _gain(order: Sequence[int], start: int, end: int, far: Distances) -> int:
    """By how much it is shorter with what stands from `start` to `end` turned round."""
    first, last, gain = order[start], order[end], 0
    if start:
        before = far[order[start - 1]]
        gain += before[first] - before[last]
    if end + 1 < len(order):
        after = far[order[end + 1]]
        gain += after[last] - after[first]
    return gain


def _length(order: Sequence[int], far: Distances) -> int:
    return sum(far[one][other] for one, other in pairwise(order))
