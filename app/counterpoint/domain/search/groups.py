"""What was found, by the source that it stands in."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from .narrowing import Counts, Facet, Narrowing, of_facet
from .rows import RowKind

_IN_COMPARISON = (RowKind.CLAIM, RowKind.ANSWER, RowKind.APPROACH, RowKind.QUESTION)


class Whose(Enum):
    SOURCE = auto()
    COMPARISON = auto()
    """Claims and answers, which rest on several sources, approaches and questions."""
    NOTES = auto()
    """On what stands in no source."""


class Group(NamedTuple):
    whose: Whose
    source: str = ""
    """Its id."""


def group_of(kind: RowKind, source: str) -> Group:
    if source:
        return Group(Whose.SOURCE, source)
    return Group(Whose.COMPARISON if kind in _IN_COMPARISON else Whose.NOTES)


def grouped(found: Iterable[tuple[RowKind, str]]) -> list[tuple[Group, list[int]]]:
    """The groups of what was found, a kind and a source each, in the order of the best of each;
    with the places of what is in it."""
    groups: dict[Group, list[int]] = {}
    for place, (kind, source) in enumerate(found):
        groups.setdefault(group_of(kind, source), []).append(place)
    return list(groups.items())


class GroupSizes:
    """How many of all `total` that were found are in each group; made once, as there may be very
    many sources."""

    def __init__(self, counts: Counts, narrowing: Narrowing, total: int) -> None:
        self._sources = _counted(counts, narrowing, Facet.SOURCE)
        kinds = _counted(counts, narrowing, Facet.KIND)
        self._compared = sum(kinds.get(kind, 0) for kind in _IN_COMPARISON)
        self._rest = max(0, total - sum(self._sources.values()) - self._compared)

    def of(self, group: Group) -> int:
        match group.whose:
            case Whose.SOURCE:
                return self._sources.get(group.source, 0)
            case Whose.COMPARISON:
                return self._compared
            case Whose.NOTES:
                return self._rest


def _counted(counts: Counts, narrowing: Narrowing, facet: Facet) -> dict[str, int]:
    chosen: Sequence[str] = of_facet(narrowing, facet)
    return {value: count for value, count in counts.get(facet, ()) if not chosen or value in chosen}
