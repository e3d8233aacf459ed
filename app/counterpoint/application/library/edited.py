"""What of a library is another after a change of it, so that no more than that is shown anew."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from counterpoint.domain.approach import Approach, ApproachSummary, Position, Tally
from counterpoint.domain.library import Library

_UNCOUNTED = Tally.of(())
Read = Callable[[str], Approach]
"""Gives an approach by its id; raises KeyError where there is none."""


class Edited(NamedTuple):
    approaches: frozenset[str]
    """The ids of those that are others, are new, or are gone."""
    dimensions: frozenset[str]
    """The questions to which one of them says something else."""
    held: frozenset[str]
    """Those of them on which one holds another named answer: who holds the same is seen in every
    cell of the row."""
    frame: bool
    """Whether rows, columns, their names or the sources are others: then all is to be shown
    anew."""
    replies: bool = False
    """Whether who answers whom is another."""

    def touches(self, approach: str, dimension: str) -> bool:
        """Whether a cell is to be shown anew, for itself or for what is seen of others in it."""
        own = approach in self.approaches and dimension in self.dimensions
        return own or dimension in self.held


NOTHING_EDITED = Edited(frozenset(), frozenset(), frozenset(), frame=False)


def edited(
    approaches: Iterable[str], before: Library, read_before: Read, now: Library, read_now: Read
) -> Edited:
    """What is another in `now`; of the approaches, none but those named can be."""
    ids = frozenset(approaches)
    frame = (
        before.dimensions != now.dimensions
        or before.sources != now.sources
        or list(map(_named, before.approaches)) != list(map(_named, now.approaches))
    )
    asked, held = set[str](), set[str]()
    for id in ids:
        old, new = _positions(id, read_before), _positions(id, read_now)
        for each in {**old, **new}:
            was, is_now = old.get(each), new.get(each)
            if was != is_now:
                asked.add(each)
                if _held(was) != _held(is_now):
                    held.add(each)
    return Edited(ids, frozenset(asked), frozenset(held), frame, before.replies != now.replies)


def _held(position: Position | None) -> tuple[str, ...]:
    return () if position is None else position.holds


def _named(head: ApproachSummary) -> ApproachSummary:
    """What its column is called, without what is counted in it."""
    return head._replace(tally=_UNCOUNTED, left_out=0)


def _positions(id: str, read: Read) -> dict[str, Position]:
    try:
        return {position.dimension: position for position in read(id).positions}
    except KeyError:
        return {}
