"""Which things in the comparison there are notes on."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from counterpoint.domain.note import Target, TargetKind

NONE: Mapping[Target, int] = MappingProxyType({})
_IN_CELLS = (TargetKind.POSITION, TargetKind.CLAIM, TargetKind.EVIDENCE)


class Noted:
    """Notes counted by what they are on; those in one cell are found at once."""

    def __init__(self, counts: Mapping[Target, int] = NONE) -> None:
        """`counts` may hold targets of any kind."""
        self._counts = counts
        self._cells: dict[tuple[str, str], list[Target]] = {}
        for target in counts:
            if target.kind in _IN_CELLS:
                self._cells.setdefault((target.approach, target.dimension), []).append(target)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Noted) and self._counts == other._counts

    def __hash__(self) -> int:
        return hash(frozenset(self._counts.items()))

    def on(self, target: Target) -> int:
        """How many notes are on this thing."""
        return self._counts.get(target, 0)

    def in_cell(self, approach: str, dimension: str) -> Iterable[Target]:
        """The position, claims and evidence of one cell that have notes."""
        return self._cells.get((approach, dimension), ())
