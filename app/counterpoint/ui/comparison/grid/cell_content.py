"""Everything that a cell may show, found for it once for each sheet."""

from typing import NamedTuple

from counterpoint.domain.approach import Claim, Colour, Dimension, Position
from counterpoint.domain.cell_marks import CellMarks

MORE = -1
"""Among the numbers of the claims of a cell: the line that stands for those that are inferred."""


class CellContent(NamedTuple):
    """What the layouts of a cell go by; texts and numbers, no pixels."""

    position: Position
    dimension: Dimension
    colour: Colour
    claims: tuple[Claim, ...] = ()
    """Those that the filter lets through: its own first, those by inference last."""
    inferred: int = 0
    """How many of the last of these can be put away behind a line."""
    put_away: bool = False
    marks: CellMarks = CellMarks()
    passages: int = 0
    """How many carry the answer."""
    same: tuple[str, ...] = ()
    """The letters of those other approaches that hold one of its named answers."""
    shared: frozenset[str] = frozenset()
    """The ids of those named answers."""
    replies: int = 0
    """How many replies its passages give or are given."""

    @property
    def shown(self) -> tuple[Claim, ...]:
        """The claims that are seen where the cell shows its claims."""
        return self.claims[: len(self.claims) - self.inferred] if self.put_away else self.claims
