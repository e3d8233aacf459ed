"""How far approaches part, question by question and two by two, told from their named answers.

A column is what one approach holds on each question, a row what each approach holds on one; all
columns of a comparison have the same questions in the same order.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import combinations, pairwise
from typing import NamedTuple

from .approach import Approach, CellState, Dimension, NamedAnswer, Position

Held = frozenset[str] | None
"""The ids of the named answers that an approach holds on a question; none where the texts do not
say; None where nobody has answered the cell yet, which counts for nothing."""

_Paths = dict[tuple[int, int], tuple[int, tuple[int, ...]]]
"""By the columns that a path has been through (a bit for each) and its end: its length, and it."""
_EXACT = 9
"""Up to so many columns the best of all orders is found (in some 10 ms)."""


class Between(StrEnum):
    """How two approaches stand to each other on one question."""

    SHARED = "shared"
    """Both hold some answer, and one of them alike."""
    PARTED = "parted"
    """Both hold an answer, and none alike."""
    ONE_SILENT = "one silent"
    BOTH_SILENT = "both silent"
    UNFINISHED = "unfinished"
    """One of the two is not yet answered."""


class Nearness(NamedTuple):
    """Two approaches, counted in questions; together these are all questions."""

    shared: int
    parted: int
    one_silent: int
    both_silent: int
    unfinished: int

    @property
    def distance(self) -> int:
        """Greater the farther: silence beside speech is half of parting."""
        return 2 * self.parted + self.one_silent - 2 * self.shared


class NearestTwo(NamedTuple):
    """Those of all columns that stand nearest, by their places in these."""

    one: int
    other: int
    nearness: Nearness


class MostParted(NamedTuple):
    """The question on which approaches part most, by its place, with what there is to count."""

    row: int
    answers: int
    """How many different named answers are held on it."""
    speaking: int
    silent: int


class Holders(NamedTuple):
    """Who holds what on one question: approaches by id, in the order given."""

    dimension: str
    held: tuple[tuple[NamedAnswer, tuple[str, ...]], ...]
    """Every named answer in the order of the question, also where nobody holds it."""
    silent: tuple[str, ...]
    unfinished: tuple[str, ...]


def held_in(position: Position) -> Held:
    """What a cell holds."""
    if position.state is CellState.ANSWERED:
        return frozenset(position.holds)
    return frozenset() if position.state is CellState.NOT_SAID else None


def column(approach: Approach, dimensions: Iterable[Dimension]) -> tuple[Held, ...]:
    """What an approach holds on each of the questions."""
    cells = {position.dimension: position for position in approach.positions}
    return tuple(held_in(cells[dimension.id]) for dimension in dimensions)


def rows(columns: Sequence[Sequence[Held]]) -> list[tuple[Held, ...]]:
    """The columns, turned."""
    return list(zip(*columns, strict=True))


def difference(row: Iterable[Held]) -> int:
    """How far approaches part on a question: twice the pairs that hold no answer alike, and once
    the pairs of which one is silent."""
    known = Counter(held for held in row if held is not None)
    silent = known.pop(frozenset(), 0)
    apart = sum(
        times * others
        for (first, times), (second, others) in combinations(known.items(), 2)
        if not first & second
    )
    return 2 * apart + known.total() * silent


def agree(row: Sequence[Held]) -> bool:
    """Whether at least two approaches all hold the same, and none is silent or unfinished."""
    return len(row) > 1 and bool(row[0]) and len(set(row)) == 1


def most_different_first(of: Sequence[Sequence[Held]]) -> tuple[int, ...]:
    """The places of the rows by how far approaches part on them, else as they stand; those on
    which all agree are last."""
    return tuple(sorted(range(len(of)), key=lambda at: (agree(of[at]), -difference(of[at]))))


def most_parted(of: Sequence[Sequence[Held]]) -> MostParted | None:
    """The first of those on which approaches part most; None where they part on none."""
    if not of:
        return None
    at = max(range(len(of)), key=lambda at: difference(of[at]))
    if not difference(of[at]):
        return None
    known = [held for held in of[at] if held is not None]
    speaking = [held for held in known if held]
    answers = frozenset[str]().union(*speaking)
    return MostParted(at, len(answers), len(speaking), len(known) - len(speaking))


def between(one: Held, other: Held) -> Between:
    """How two approaches stand to each other on the question on which they hold these."""
    if one is None or other is None:
        return Between.UNFINISHED
    if one and other:
        return Between.SHARED if one & other else Between.PARTED
    return Between.ONE_SILENT if one or other else Between.BOTH_SILENT


def nearness(one: Sequence[Held], other: Sequence[Held]) -> Nearness:
    """Two columns, counted."""
    counts = Counter(between(first, second) for first, second in zip(one, other, strict=True))
    return Nearness(*(counts[each] for each in Between))


def nearest_two(columns: Sequence[Sequence[Held]]) -> NearestTwo | None:
    """The two that share most; of those, that part least, and stand first. None where no two share
    anything."""
    of_rows = rows(columns)
    width = _field(of_rows)
    first_bits = sum(1 << width * at for at in range(len(of_rows)))
    packed = _packed(of_rows, width)
    best, best_key = None, (0, 0, 0)
    for one, other in combinations(range(len(columns)), 2):
        alike, shift = packed[one] & packed[other], 1
        while shift < width:
            alike |= alike >> shift
            shift *= 2
        # Counted whole only where they share as much as any before: there are many pairs.
        shared = (alike & first_bits).bit_count()
        if shared and shared >= best_key[0]:
            found = nearness(columns[one], columns[other])
            key = (found.shared, -found.parted, -found.one_silent)
            if key > best_key:
                best, best_key = NearestTwo(one, other, found), key
    return best


def nearest_to_nearest(columns: Sequence[Sequence[Held]]) -> tuple[int, ...]:
    """The places of the columns so that neighbours are near: the best order of up to nine, a good
    one of more. The same columns give always the same order; of its two directions the one that
    begins with the earlier column."""
    far = [[nearness(one, other).distance for other in columns] for one in columns]
    order = _best(far) if len(columns) <= _EXACT else _good(far)
    return order if not order or order[0] <= order[-1] else order[::-1]


def holders(approaches: Sequence[Approach], dimension: Dimension) -> Holders:
    """Who holds what on a question."""
    row = [held_in(each.position(dimension.id)) for each in approaches]
    return holders_in(row, [each.head.id for each in approaches], dimension)


def holders_in(row: Sequence[Held], approaches: Sequence[str], dimension: Dimension) -> Holders:
    """Who holds what on a question, where `row` has what each of `approaches` (ids) holds on it."""
    cells = tuple(zip(approaches, row, strict=True))
    return Holders(
        dimension.id,
        tuple(
            (answer, tuple(id for id, held in cells if held and answer.id in held))
            for answer in dimension.answers
        ),
        tuple(id for id, held in cells if held is not None and not held),
        tuple(id for id, held in cells if held is None),
    )


def _field(of: Sequence[Sequence[Held]]) -> int:
    """A power of two, and at least as many as answers are held on any of the rows."""
    most = max(
        (len(frozenset[str]().union(*(held or () for held in row))) for row in of), default=0
    )
    return 1 << max(0, most - 1).bit_length()


def _packed(of: Sequence[Sequence[Held]], width: int) -> list[int]:
    """Each column as a number: `width` bits for each row, one for each answer held on it."""
    packed = [0] * (len(of[0]) if of else 0)
    for at, row in enumerate(of):
        bits: dict[str, int] = {}
        for column, held in enumerate(row):
            for answer in held or ():
                packed[column] |= 1 << width * at + bits.setdefault(answer, len(bits))
    return packed


def _best(far: Sequence[Sequence[int]]) -> tuple[int, ...]:
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


def _good(far: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """From each column always to the nearest that is left, then stretches turned round as long as
    that makes it shorter; the best of these."""
    found = [_shortened(_from(start, far), far) for start in range(len(far))]
    return min(found, key=lambda order: (_length(order, far), order))


def _from(start: int, far: Sequence[Sequence[int]]) -> tuple[int, ...]:
    order, left = [start], set(range(len(far))) - {start}
    while left:
        order.append(min(left, key=lambda at: (far[order[-1]][at], at)))
        left.remove(order[-1])
    return tuple(order)


def _shortened(order: tuple[int, ...], far: Sequence[Sequence[int]]) -> tuple[int, ...]:
    shorter = True
    while shorter:
        shorter = False
        for start, end in combinations(range(len(order)), 2):
            turned = (*order[:start], *order[start : end + 1][::-1], *order[end + 1 :])
            if _length(turned, far) < _length(order, far):
                order, shorter = turned, True
    return order


def _length(order: Sequence[int], far: Sequence[Sequence[int]]) -> int:
    return sum(far[one][other] for one, other in pairwise(order))
