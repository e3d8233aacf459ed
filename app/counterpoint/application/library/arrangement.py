"""What the comparison shows: which approaches, in which order, and which rows of them.

An `Arrangement` is a value: each change gives a new one. It can be kept as plain JSON.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, Self

from counterpoint.domain.approach import (
    Approach,
    ApproachSummary,
    Claim,
    Coverage,
    Dimension,
    Position,
    Stance,
)

LEAST_WIDTH, MOST_WIDTH = 120, 2000
"""Bounds of a width set by hand, in pixels at zoom 1."""


MOST_AT_FIRST = 8
"""Approaches that are columns when a library is first opened; the person shows others at will."""


class Rows(StrEnum):
    """Which dimensions are shown."""

    ALL = "all"
    DIFFER = "differ"
    GAPS = "gaps"


class Arrangement(NamedTuple):
    """How the comparison is laid out.

    `order` holds every approach's id, `shown` those that are columns. Widths are in pixels at zoom
    1 and only for what was widened by hand: `widths` by approach, `dimension_widths` by dimension,
    which are the columns when the comparison is transposed.
    """

    order: tuple[str, ...] = ()
    shown: frozenset[str] = frozenset()
    widths: Mapping[str, int] = MappingProxyType({})
    dimension_widths: Mapping[str, int] = MappingProxyType({})
    folded: frozenset[str] = frozenset()
    transposed: bool = False
    rows: Rows = Rows.ALL
    stance: Stance | None = None

    @classmethod
    def first(cls, heads: Iterable[ApproachSummary]) -> Self:
        """As a library is first opened: its own order, and the approaches it shows by itself, at
        most the first eight of them."""
        heads = tuple(heads)
        shown = [head.id for head in heads if head.shown]
        return cls(
            order=tuple(head.id for head in heads),
            shown=frozenset(shown[:MOST_AT_FIRST]),
        )

    @property
    def columns(self) -> tuple[str, ...]:
        """The approaches that are shown, in order."""
        return tuple(id for id in self.order if id in self.shown)

    def show(self, approach: str) -> Self:
        return self._replace(shown=self.shown | ({approach} & set(self.order)))

    def hide(self, approach: str) -> Self:
        return self._replace(shown=self.shown - {approach})

    def in_order(self, approaches: Iterable[str]) -> Self:
        """Puts the approaches into another order; those that are not named come last."""
        named = [id for id in dict.fromkeys(approaches) if id in self.order]
        return self._replace(order=(*named, *(id for id in self.order if id not in named)))

    def show_only(self, approaches: Iterable[str]) -> Self:
        return self._replace(shown=frozenset(approaches) & frozenset(self.order))

    def move(self, approach: str, to: int) -> Self:
        """Puts a shown approach at the place `to` among those shown, counted from 0."""
        columns = [id for id in self.columns if id != approach]
        if approach not in self.shown or approach not in self.order:
            return self
        columns.insert(max(0, min(to, len(columns))), approach)
        places = iter(columns)
        order = (next(places) if id in self.shown else id for id in self.order)
        return self._replace(order=tuple(order))

    def move_by(self, approach: str, steps: int) -> Self:
        """Moves a shown approach to the right, or to the left where `steps` is negative."""
        if approach not in self.columns:
            return self
        return self.move(approach, max(0, self.columns.index(approach) + steps))

    def widen(self, id: str, width: int | None) -> Self:
        """Sets the width of what is a column now, in pixels at zoom 1; None undoes it."""
        widths = dict(self.dimension_widths if self.transposed else self.widths)
        widths.pop(id, None)
        if width is not None:
            widths[id] = max(LEAST_WIDTH, min(MOST_WIDTH, width))
        if self.transposed:
            return self._replace(dimension_widths=widths)
        return self._replace(widths=widths)

    def width(self, id: str) -> int | None:
        """The width set by hand of what is a column now, or None."""
        return (self.dimension_widths if self.transposed else self.widths).get(id)

    def fold(self, *dimensions: str) -> Self:
        return self._replace(folded=self.folded | set(dimensions))

    def unfold(self, *dimensions: str) -> Self:
        return self._replace(folded=self.folded - set(dimensions))

    def transpose(self) -> Self:
        return self._replace(transposed=not self.transposed)

    def only(self, rows: Rows) -> Self:
        return self._replace(rows=rows)

    def only_stance(self, stance: Stance | None) -> Self:
        """Shows only claims with evidence of one stance; None shows them all again."""
        return self._replace(stance=stance)

    def all_rows(self) -> Self:
        """Takes every filter away."""
        return self._replace(rows=Rows.ALL, stance=None)

    def to_dict(self) -> dict[str, object]:
        """As plain JSON types."""
        return {
            "order": list(self.order),
            "shown": [id for id in self.order if id in self.shown],
            "widths": dict(self.widths),
            "dimension_widths": dict(self.dimension_widths),
            "folded": sorted(self.folded),
            "transposed": self.transposed,
            "rows": self.rows.value,
            "stance": self.stance.value if self.stance else None,
        }

    @classmethod
    def from_dict(
        cls, kept: object, heads: Iterable[ApproachSummary], dimensions: Iterable[Dimension]
    ) -> Self:
        """What `to_dict` gave, made to fit the library as it is now. Never raises.

        Unknown ids are dropped, rubbish gives the default, and an approach that was not there
        when the arrangement was kept comes last, shown if the library shows it by itself.
        """
        first = cls.first(heads)
        if not isinstance(kept, dict):
            return first
        approaches = set(first.order)
        rows = {dimension.id for dimension in dimensions}
        order = _ids(kept.get("order"), approaches) or ()
        shown = _ids(kept.get("shown"), approaches)
        late = tuple(id for id in first.order if id not in order)
        rows_kept, stance = kept.get("rows"), kept.get("stance")
        return cls(
            order=order + late,
            shown=first.shown
            if shown is None
            else frozenset(shown) | (first.shown & frozenset(late)),
            widths=_widths(kept.get("widths"), approaches),
            dimension_widths=_widths(kept.get("dimension_widths"), rows),
            folded=frozenset(_ids(kept.get("folded"), rows) or ()),
            transposed=kept.get("transposed") is True,
            rows=next((rule for rule in Rows if rule.value == rows_kept), Rows.ALL),
            stance=next((one for one in Stance if one.value == stance), None),
        )


def _ids(kept: object, known: set[str]) -> tuple[str, ...] | None:
    if not isinstance(kept, list):
        return None
    return tuple(dict.fromkeys(id for id in kept if isinstance(id, str) and id in known))


def _widths(kept: object, known: set[str]) -> dict[str, int]:
    if not isinstance(kept, dict):
        return {}
    return {
        id: max(LEAST_WIDTH, min(MOST_WIDTH, width))
        for id, width in kept.items()
        if id in known and isinstance(width, int) and not isinstance(width, bool)
    }


class Sheet(NamedTuple):
    """What an arrangement leaves on the screen: only these approaches were read."""

    approaches: tuple[Approach, ...] = ()
    dimensions: tuple[Dimension, ...] = ()


def sheet(
    arrangement: Arrangement,
    dimensions: Iterable[Dimension],
    approach: Callable[[str], Approach],
) -> Sheet:
    """Reads the approaches that are shown, and no others, and keeps the rows that the filters let
    through."""
    approaches = tuple(approach(id) for id in arrangement.columns)
    kept = (
        dimension
        for dimension in dimensions
        if not approaches
        or _lets_through(arrangement, [one.position(dimension.id) for one in approaches])
    )
    return Sheet(approaches, tuple(kept))


def _lets_through(arrangement: Arrangement, row: list[Position]) -> bool:
    if arrangement.rows is Rows.DIFFER and not differs(row):
        return False
    if arrangement.rows is Rows.GAPS and not has_gap(row):
        return False
    if arrangement.stance is None:
        return True
    return any(claims_shown(position, arrangement.stance) for position in row)


def differs(row: Iterable[Position]) -> bool:
    """True if the positions of one dimension are not all the same.

    Two positions are the same where both are gaps, or both cover the dimension as far (fully or
    in part) and make the same claims, in any order. So a row of gaps does not differ, nor does
    the row of a single approach; an approach that answers beside one that is silent does.
    """
    return len({_says(position) for position in row}) > 1


def _says(position: Position) -> tuple[Coverage, frozenset[str]]:
    words = (" ".join(claim.text.casefold().split()) for claim in position.claims)
    return position.coverage, frozenset(words)


def has_gap(row: Iterable[Position]) -> bool:
    """True if some position of the row is a gap, or was never considered. A position that
    covers its dimension in part is none: its words are there."""
    gaps = (Coverage.GAP, Coverage.NOT_CONSIDERED)
    return any(position.coverage in gaps for position in row)


def claims_shown(position: Position, stance: Stance | None) -> tuple[Claim, ...]:
    """The claims with evidence of this stance, or all. A claim is shown with all its evidence:
    to hide who contradicts it would mislead."""
    if stance is None:
        return position.claims
    return tuple(
        claim
        for claim in position.claims
        if any(piece.stance is stance for piece in claim.evidence)
    )
