"""What each cell of a sheet shows, found when it is first asked for and kept."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from counterpoint.application.library.absent import Cell
from counterpoint.application.library.arrangement import Arrangement
from counterpoint.application.library.edited import Edited
from counterpoint.application.library.evidence_index import ReplyIndex
from counterpoint.application.library.sheet import Sheet, claims_shown
from counterpoint.domain.approach import (
    Approach,
    CellState,
    Claim,
    ClaimStanding,
    Dimension,
    Link,
    Position,
)
from counterpoint.domain.cell_marks import CellMarks, Group, passages_behind
from counterpoint.domain.library import Reply

from .cell_content import CellContent


class CellContents:
    """Of one sheet. Only the cells that are asked for are gone through, so that a click costs what
    is in sight and no more."""

    def __init__(self, sheet: Sheet, arrangement: Arrangement, replies: ReplyIndex) -> None:
        self._sheet = sheet
        self._arrangement = arrangement
        self._replies = replies
        self._positions: dict[str, dict[str, Position]] = {}
        self._found: dict[Cell, CellContent] = {}
        self._holders: dict[str, dict[str, list[str]]] = {}

    @cached_property
    def answered(self) -> bool:
        """Whether any cell was looked through for its answer; none was in an older library."""
        return any(
            position.state is not CellState.UNFINISHED
            for approach in self._sheet.approaches
            for position in approach.positions
        )

    def position(self, approach: Approach, dimension: str) -> Position:
        """Raises KeyError if the approach has none."""
        kept = self._positions.get(approach.head.id)
        if kept is None:
            kept = {position.dimension: position for position in approach.positions}
            self._positions[approach.head.id] = kept
        return kept[dimension]

    def refold(self, arrangement: Arrangement) -> None:
        """Takes up another arrangement of the same sheet."""
        before, self._arrangement = self._arrangement, arrangement
        for cell in before.inferred ^ arrangement.inferred:
            self._found.pop(cell, None)

    def exchanged(self, sheet: Sheet, arrangement: Arrangement, edited: Edited) -> "CellContents":
        """Those of a sheet with the same rows and columns, after a change."""
        made = CellContents(sheet, arrangement, self._replies)
        kept = {cell: found for cell, found in self._found.items() if not edited.touches(*cell)}
        made._found = kept
        return made

    def of(self, approach: Approach, dimension: Dimension) -> CellContent:
        """What a cell shows."""
        cell = (approach.head.id, dimension.id)
        found = self._found.get(cell)
        if found is None:
            found = self._found[cell] = self._find(approach, dimension)
        return found

    def _find(self, approach: Approach, dimension: Dimension) -> CellContent:
        position = self.position(approach, dimension.id)
        claims = claims_shown(position, self._arrangement.filter)
        ordered = sorted(claims, key=Group.of)
        cell = (approach.head.id, dimension.id)
        # What was asked for by a filter is shown.
        inferred = 0 if self._arrangement.filter else _inferred(ordered)
        replies, replied = self._count_replies(claims)
        return CellContent(
            position,
            dimension,
            approach.head.colour,
            tuple(ordered),
            inferred,
            put_away=bool(inferred) and cell not in self._arrangement.inferred,
            gathers=not self._arrangement.filter and cell not in self._arrangement.inferred,
            marks=CellMarks.of(claims),
            passages=passages_behind(position),
            shared=self._shared(approach, dimension, position),
            replies=replies,
            replied=replied,
            hidden=self._sheet.hides(position),
        )

    def _shared(
        self, approach: Approach, dimension: Dimension, position: Position
    ) -> dict[str, tuple[str, ...]]:
        held = self._holders.get(dimension.id)
        if held is None:
            held = self._holders[dimension.id] = self._who_holds_what(dimension.id)
        own = approach.head.cue
        others = {id: tuple(cue for cue in held.get(id, ()) if cue != own) for id in position.holds}
        return {id: letters for id, letters in others.items() if letters}

    def _who_holds_what(self, dimension: str) -> dict[str, list[str]]:
        held: dict[str, list[str]] = {}
        for approach in self._sheet.approaches:
            position = self.position(approach, dimension)
            for id in () if self._sheet.hides(position) else position.holds:
                held.setdefault(id, []).append(approach.head.cue)
        return held

    def _count_replies(self, claims: Iterable[Claim]) -> tuple[int, dict[str, int]]:
        """To and by what is linked directly: to what bears on a claim by inference alone, nobody
        has replied in this matter. How many in all, and for each passage by its key."""
        found: dict[str, set[Reply]] = {}
        for claim in claims:
            for piece in claim.evidence:
                if piece.link is Link.DIRECT:
                    here = self._replies.at(piece.source, piece.standing.span)
                    found[piece.key] = {each.reply for each in here}
        every = set[Reply]().union(*found.values())
        return len(every), {key: len(replies) for key, replies in found.items() if replies}


def _inferred(ordered: Sequence[Claim]) -> int:
    return sum(claim.standing is ClaimStanding.INFERENCE for claim in ordered)
