"""How far approaches part, question by question and two by two, told from their named answers.

A column is what one approach holds on each question, a row what each approach holds on one; all
columns of a comparison have the same questions in the same order.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import combinations
from math import comb
from typing import NamedTuple

from .approach import Approach, CellState, Dimension, NamedAnswer, Position
from .shortest_path import shortest_path

Held = frozenset[str] | None
"""The ids of the named answers that an approach holds on a question; none where the texts do not
say; None where nobody has answered the cell yet, which counts for nothing."""


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
    HIDDEN = "hidden"
    """A filter hides one of the two."""


class Nearness(NamedTuple):
    """Two approaches, counted in questions; together these are all questions."""

    shared: int
    parted: int
    one_silent: int
    both_silent: int
    unfinished: int
    hidden: int = 0

    @property
    def distance(self) -> int:
        """Greater the farther: silence beside speech is half of parting."""
        return 2 * self.parted + self.one_silent - 2 * self.shared


class NearestTwo(NamedTuple):
    """Those of all columns that stand nearest, by their places in these."""

    one: int
    other: int
    nearness: Nearness


class PairsApart(NamedTuple):
    """Of one question: the pairs of approaches, without those that are unfinished or hidden."""

    apart: int
    """How many hold no answer alike."""
    one_silent: int
    """Of how many one is silent and the other is not."""
    pairs: int
    """How many there are."""

    @property
    def difference(self) -> int:
        """Greater the farther the approaches part: silence beside speech is half of parting."""
        return 2 * self.apart + self.one_silent


class MostParted(NamedTuple):
    """The question on which approaches part most, by its place, with what there is to count."""

    row: int
    answers: int
    """How many different named answers are held on it."""
    speaking: int
    silent: int
    counted: PairsApart


class Holders(NamedTuple):
    """Who holds what on one question: approaches by id, in the order given."""

    dimension: str
    held: tuple[tuple[NamedAnswer, tuple[str, ...]], ...]
    """Every named answer in the order of the question, also where nobody holds it."""
    silent: tuple[str, ...]
    unfinished: tuple[str, ...]
    hidden: tuple[str, ...] = ()
    """Those that a filter hides."""


def held_in(position: Position) -> Held:
    """What a cell holds."""
    if position.state is CellState.ANSWERED:
        # An answer to a question without named ones is no silence, and cannot be compared.
        return frozenset(position.holds) or None
    return frozenset() if position.state is CellState.NOT_SAID else None


def column(
    approach: Approach,
    dimensions: Iterable[Dimension],
    hides: Callable[[Position], bool] | None = None,
) -> tuple[Held, ...]:
    """What an approach holds on each of the questions. What a filter `hides` counts for nothing."""
    cells = {position.dimension: position for position in approach.positions}
    asked = (cells[dimension.id] for dimension in dimensions)
    if hides is None:
        return tuple(map(held_in, asked))
    return tuple(None if hides(cell) else held_in(cell) for cell in asked)


def rows(columns: Sequence[Sequence[Held]]) -> list[tuple[Held, ...]]:
    """The columns, turned."""
    return list(zip(*columns, strict=True))


def pairs_apart(row: Iterable[Held]) -> PairsApart:
    """How many of the pairs part on a question."""
    known = Counter(held for held in row if held is not None)
    silent = known.pop(frozenset(), 0)
    speaking = known.total()
    return PairsApart(_apart(known), speaking * silent, comb(speaking + silent, 2))


def difference(row: Iterable[Held]) -> int:
    """How far approaches part on a question: twice the pairs that hold no answer alike, and once
    the pairs of which one is silent."""
    return pairs_apart(row).difference


def _apart(speaking: Mapping[frozenset[str], int]) -> int:
    """How many pairs hold no answer alike, of so many that hold each."""
    return sum(
        times * others
        for (first, times), (second, others) in combinations(speaking.items(), 2)
        if not first & second
    )


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
    silent = len(known) - len(speaking)
    return MostParted(at, len(answers), len(speaking), silent, pairs_apart(of[at]))


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
    packed = _Packed(columns)
    best, best_key = None, (0, 0, 0)
    for one, other in combinations(range(len(columns)), 2):
        # Counted whole only where they share as much as any before: there are many pairs.
        shared = packed.shared(one, other).bit_count()
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
    order = shortest_path(_distances(columns))
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


class _Packed:
    """Columns as numbers, of which many pairs are counted quickly: a field for each row, with a bit
    for each answer that is held on it. What is told of a row stands in the first bit of its
    field."""

    def __init__(self, columns: Sequence[Sequence[Held]]) -> None:
        of_rows = rows(columns)
        self._width = _field(of_rows)
        self._first = sum(1 << self._width * at for at in range(len(of_rows)))
        self._held = [0] * len(columns)
        known = [0] * len(columns)
        for at, row in enumerate(of_rows):
            bits: dict[str, int] = {}
            for column, held in enumerate(row):
                known[column] |= (held is not None) << self._width * at
                for answer in held or ():
                    place = self._width * at + bits.setdefault(answer, len(bits))
                    self._held[column] |= 1 << place
        self._known = known
        self._speaking = [self._folded(held) for held in self._held]

    def shared(self, one: int, other: int) -> int:
        """The rows on which both hold an answer alike."""
        return self._folded(self._held[one] & self._held[other])

    def distance(self, one: int, other: int) -> int:
        """As that of their Nearness."""
        shared = self.shared(one, other).bit_count()
        both = (self._speaking[one] & self._speaking[other]).bit_count()
        known = self._known[one] & self._known[other]
        alone = ((self._speaking[one] ^ self._speaking[other]) & known).bit_count()
        return 2 * (both - shared) + alone - 2 * shared

    def _folded(self, bits: int) -> int:
        """The rows in whose field any bit is set."""
        shift = 1
        while shift < self._width:
            bits |= bits >> shift
            shift *= 2
        return bits & self._first


def _distances(columns: Sequence[Sequence[Held]]) -> list[list[int]]:
    """Of each column from each."""
    packed, size = _Packed(columns), len(columns)
    far = [[0] * size for _ in columns]
    for one, other in combinations(range(size), 2):
        far[one][other] = far[other][one] = packed.distance(one, other)
    return far
