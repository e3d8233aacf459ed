"""Everything that a cell may show, found for it once for each sheet."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from counterpoint.domain.approach import CellState, Claim, Colour, Dimension, Position
from counterpoint.domain.cell_marks import CellMarks
from counterpoint.labels.position import looked_for
from counterpoint.labels.text import set_apart

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
    gathers: bool = False
    """Whether what tells for a claim by inference, beside what is direct, is one line of it."""
    marks: CellMarks = CellMarks()
    passages: int = 0
    """How many carry the answer."""
    shared: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The ids of those of its named answers that others hold too, with the letters of these."""
    replies: int = 0
    """How many replies the passages that are linked directly give or are given."""
    replied: Mapping[str, int] = MappingProxyType({})
    """The same for each of these passages that has any, by the key of its evidence."""
    hidden: bool = False
    """Whether the filter lets nothing through that carries its answer, so that this is hidden."""

    @property
    def same(self) -> dict[str, tuple[str, ...]]:
        """Who holds the same, by the names of the answers that it shares, in its own order."""
        names = {answer.id: set_apart(answer.name) for answer in self.dimension.answers}
        return {names[id]: letters for id, letters in self.shared.items() if id in names}

    @property
    def opens(self) -> bool:
        """Whether there is more to see than its answer: claims, or what was looked for."""
        if self.hidden:
            return False
        silent = self.position.state is CellState.NOT_SAID
        return bool(self.claims) or (silent and bool(looked_for(self.position)))

    @property
    def shown(self) -> tuple[Claim, ...]:
        """The claims that are seen where the cell shows its claims."""
        return self.claims[: len(self.claims) - self.inferred] if self.put_away else self.claims
