"""What the comparison shows: which approaches, in which order, and which rows of them.

An `Arrangement` is a value: each change gives a new one. It can be kept as plain JSON.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, Self

from counterpoint.domain.approach import ApproachSummary, Dimension, Stance
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.domain.source import Source

from .absent import LEAST_WIDTH, MOST_WIDTH, Absent, Cell, cells_in, ids_in, widths_in, with_absent

MOST_AT_FIRST = 8
"""Approaches that are columns when a library is first opened; the person shows others at will."""


class Rows(StrEnum):
    """Which questions are shown, and in which order."""

    ALL = "all"
    DIFFER = "differ"
    """Those first on which the approaches part most; those on which all agree are folded, last. In
    a library without named answers only those on which they differ."""
    GAPS = "gaps"


class Depth(StrEnum):
    """How much of each cell is shown."""

    ANSWERS = "answers"
    """Its answer in one sentence; a cell can be opened to its claims in place."""
    CLAIMS = "claims"
    """Every claim, with its evidence."""
    MAP = "map"
    """Who holds which named answer, question by question, without a sentence."""


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
    unfolded: frozenset[str] = frozenset()
    """The questions that are shown although all agree on them, where those are folded."""
    transposed: bool = False
    rows: Rows = Rows.ALL
    filter: ClaimFilter = ClaimFilter()
    """Which claims alone are shown."""
    depth: Depth = Depth.ANSWERS
    opened: frozenset[Cell] = frozenset()
    """The cells that are opened to their claims where answers are shown."""
    inferred: frozenset[Cell] = frozenset()
    """The cells whose claims by inference are seen too, where claims are."""
    absent: Absent = Absent()
    """The same of what the library does not have now, as it may come back."""

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

    @property
    def whole_order(self) -> tuple[str, ...]:
        """With the approaches that are not there, each behind those that it stood behind."""
        return with_absent(self.order, self.absent.order)

    def show(self, approach: str) -> Self:
        return self._replace(shown=self.shown | ({approach} & set(self.order)))

    def hide(self, approach: str) -> Self:
        return self._replace(shown=self.shown - {approach})

    def in_order(self, approaches: Iterable[str]) -> Self:
        """Puts the approaches into another order; those that are not named come last."""
        there = frozenset(self.order)
        named = {id: None for id in approaches if id in there}
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
        return self._replace(
            folded=self.folded | set(dimensions), unfolded=self.unfolded - set(dimensions)
        )

    def unfold(self, *dimensions: str) -> Self:
        opened = set(dimensions) if self.rows is Rows.DIFFER else set()
        return self._replace(folded=self.folded - set(dimensions), unfolded=self.unfolded | opened)

    def transpose(self) -> Self:
        return self._replace(transposed=not self.transposed)

    def only(self, rows: Rows) -> Self:
        return self._replace(rows=rows, unfolded=frozenset())

    def only_stance(self, stance: Stance | None) -> Self:
        """Shows only claims with evidence of one stance; None shows those of any again."""
        return self.narrow(self.filter._replace(stance=stance))

    def narrow(self, filter: ClaimFilter) -> Self:
        """Shows only the claims that pass."""
        return self._replace(filter=filter)

    def at(self, depth: Depth) -> Self:
        return self._replace(depth=depth)

    def open(self, *cells: Cell) -> Self:
        """Opens cells to their claims."""
        return self._replace(opened=self.opened | set(cells))

    def close(self, *cells: Cell) -> Self:
        return self._replace(opened=self.opened - set(cells))

    def infer(self, cell: Cell, *, seen: bool) -> Self:
        """Shows the claims of a cell that are by inference, or puts them away."""
        return self._replace(inferred=self.inferred | {cell} if seen else self.inferred - {cell})

    def shows_claims(self, approach: str, dimension: str) -> bool:
        """Whether a cell, unless it is folded, shows its claims."""
        return self.depth is Depth.CLAIMS or (approach, dimension) in self.opened

    def all_rows(self) -> Self:
        """Takes every filter away."""
        return self.only(Rows.ALL).narrow(ClaimFilter())

    def to_dict(self) -> dict[str, object]:
        """As plain JSON types, with what is absent."""
        absent = self.absent
        order, shown = self.whole_order, self.shown | absent.shown
        return {
            "order": list(order),
            "shown": [id for id in order if id in shown],
            "widths": {**absent.widths, **self.widths},
            "dimension_widths": {**absent.dimension_widths, **self.dimension_widths},
            "folded": sorted(self.folded | absent.folded),
            "unfolded": sorted(self.unfolded | absent.unfolded),
            "transposed": self.transposed,
            "rows": self.rows.value,
            "filter": self.filter.to_dict(),
            "depth": self.depth.value,
            "opened": [list(cell) for cell in sorted(self.opened | absent.opened)],
            "inferred": [list(cell) for cell in sorted(self.inferred | absent.inferred)],
        }

    @classmethod
    def from_dict(
        cls,
        kept: object,
        heads: Iterable[ApproachSummary],
        dimensions: Iterable[Dimension],
        sources: Iterable[Source] = (),
    ) -> Self:
        """What `to_dict` gave, made to fit the library as it is now. Never raises.

        Unknown ids are `absent`, rubbish gives the default, and an approach of which nothing was
        kept comes last, shown if the library shows it by itself.
        """
        first = cls.first(heads)
        if not isinstance(kept, dict):
            return first
        approaches = frozenset(first.order)
        rows = frozenset(dimension.id for dimension in dimensions)
        order = ids_in(kept.get("order"), approaches) or ()
        shown = ids_in(kept.get("shown"), approaches)
        kept_in_order = frozenset(order)
        late = tuple(id for id in first.order if id not in kept_in_order)
        rows_kept = kept.get("rows")
        # As it was written before there were other filters.
        by_stance = {"stance": kept.get("stance")}
        return cls(
            order=order + late,
            shown=first.shown
            if shown is None
            else frozenset(shown) | (first.shown & frozenset(late)),
            widths=widths_in(kept.get("widths"), approaches),
            dimension_widths=widths_in(kept.get("dimension_widths"), rows),
            folded=frozenset(ids_in(kept.get("folded"), rows) or ()),
            unfolded=frozenset(ids_in(kept.get("unfolded"), rows) or ()),
            transposed=kept.get("transposed") is True,
            rows=next((rule for rule in Rows if rule.value == rows_kept), Rows.ALL),
            filter=ClaimFilter.from_dict(kept.get("filter", by_stance), sources),
            depth=next((one for one in Depth if one.value == kept.get("depth")), first.depth),
            opened=cells_in(kept.get("opened"), approaches, rows),
            inferred=cells_in(kept.get("inferred"), approaches, rows),
            absent=Absent.of(kept, approaches, rows),
        )
