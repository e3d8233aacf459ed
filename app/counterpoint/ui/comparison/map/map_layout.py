"""The whole map in a width: its head, and its rows one below the other."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF

from counterpoint.application.library.held_map import HeldMap
from counterpoint.domain.parting import Holders
from counterpoint.labels import held_map as words
from counterpoint.ui.comparison.grid.style import Style

from .head_layout import HeadLayout, Sign
from .measures import Measures
from .place import Count, Kind, Place, places_of
from .row_layout import RowLayout

FROZEN = 0.34
"""The share of the height up to which the head stays where it is while the rows scroll."""
_AT_ONCE = 12
"""Rows that are laid out at once."""
_SILENT, _SILENT_SHARE = 148, 0.3
"""Pixels at zoom 1 of the column of those who are silent, and the most of the width it takes."""


class MapLayout:
    """All in pixels from the top left corner of the map, before scrolling.

    Rows are laid out when they are first asked for; until then one is reckoned to be as high as
    those that are. `tops` and `height` follow as it turns out otherwise.
    """

    def __init__(
        self,
        held: HeldMap,
        style: Style,
        width: int,
        chosen: tuple[str, ...],
        *,
        noted: bool,
        count: bool = True,
        lines: int = 1,
        height: int = 0,
    ) -> None:
        """`chosen`: none, one or two approaches that are compared. `noted`: whether any letter has
        a note. Without `count` there is only room for what is counted over the whole: for so many
        `lines` at least. In a window of `height`, 0 for any, the head is short where a whole one
        could not stay while the rows scroll."""
        self.held = held
        self.chosen = chosen
        self.m = m = Measures(style, width, (head.cue for head in held.heads.values()))
        self.head = self._make_head(noted=noted, count=count, lines=lines, short=False)
        self._whole_head = self.head.height
        self.short = self.is_short_in(height)
        """Whether the head has letters without titles."""
        if self.short:
            self.head = self._make_head(noted=noted, count=count, lines=lines, short=True)
        self._silent_width = _silent_width(m, held.holders)
        self._made: list[RowLayout | None] = [None] * len(held.dimensions)
        self._heights: list[float] = [m.least_row] * len(held.dimensions)
        self._at = {dimension.id: at for at, dimension in enumerate(held.dimensions)}
        self.tops: list[float] = []
        for at in range(min(_AT_ONCE, len(self._made))):
            self._heights[at] = self._make(at).height
        known = self._heights[:_AT_ONCE]
        for at in range(_AT_ONCE, len(self._made)):
            self._heights[at] = round(sum(known) / len(known))
        self._stack()

    def _make(self, at: int) -> RowLayout:
        held, pair = self.held, self.chosen if len(self.chosen) == 2 else None
        between = None if pair is None else held.between(pair[0], pair[1], at)
        made = RowLayout(self.m, held.dimensions[at], held.holders[at], self._silent_width, between)
        self._made[at] = made
        return made

    def _stack(self) -> None:
        self.tops = list(accumulate(self._heights, initial=self.head.height))
        self.height = self.tops.pop()

    def row(self, at: int) -> RowLayout:
        """A row by its number, laid out by now."""
        made = self._made[at]
        if made is None:
            made = self._make(at)
            if made.height != self._heights[at]:
                self._heights[at] = made.height
                self._stack()
        return made

    def next_due(self) -> int | None:
        """The number of a row that is not laid out yet; None where all are."""
        return next((at for at, made in enumerate(self._made) if made is None), None)

    def is_short_in(self, height: int) -> bool:
        """Whether the head is short in a window of `height`."""
        return bool(height) and self._whole_head > height * FROZEN

    def _make_head(self, *, noted: bool, count: bool, lines: int, short: bool) -> HeadLayout:
        held, m = self.held, self.m
        heads = tuple(held.heads.values())
        usual = counted(held) if count else []
        signs = [(sign, text) for sign, text in _signs(held) if text]
        if noted:
            signs.append((Sign.NOTE, words.has_note()))
        head = HeadLayout(m, usual, heads, signs, lines * m.line, short=short)
        if self.chosen:
            said = chosen_lines(held, self.chosen)
            head = HeadLayout(m, said, heads, signs, head.said, short=short)
        return head

    def frozen(self, height: int) -> bool:
        """Whether the head stays where it is in a window of `height`."""
        return self.head.height <= height * FROZEN

    @cached_property
    def lines(self) -> list[list[Place]]:
        """What the cursor comes to, line by line, each in its reading order."""
        return [*self.head.lines(), *(places_of(row) for row in self.held.holders)]

    def question(self, at: int) -> Place:
        """Of a row, by its number."""
        return Place(Kind.QUESTION, self.held.dimensions[at].id)

    def row_of(self, place: Place) -> int | None:
        """The number of the row in which a place is; None for one in the head, or nowhere."""
        return self._at.get(place.question)

    def box(self, place: Place) -> QRectF | None:
        """Where a place is; None if it is not shown."""
        if place.kind in (Kind.COUNT, Kind.LEGEND):
            return self.head.box(place)
        at = self.row_of(place)
        found = None if at is None else self.row(at).box(place)
        return None if found is None or at is None else found.translated(0, self.tops[at])

    def row_at(self, y: float) -> int:
        """The number of the row at a height; -1 in the head."""
        return bisect_right(self.tops, y) - 1

    def place_at(self, point: QPointF) -> Place | None:
        at = self.row_at(point.y())
        if at < 0:
            return self.head.place_at(point)
        return self.row(at).place_at(point - QPointF(0, self.tops[at]))


def counted(held: HeldMap) -> list[tuple[Count | None, str]]:
    """What is counted over the whole, in words."""
    if not held.names_answers:
        return [(None, words.nothing_named())]
    if len(held.heads) < 2:
        return []
    most, near = held.most_parted, held.nearest
    found: list[tuple[Count | None, str]] = []
    if most is None:
        found.append((None, words.nobody_parts()))
    else:
        line = words.most_parted_line(held.dimensions[most.row], most)
        found.append((Count.MOST_PARTED, line))
    if near is None:
        found.append((None, words.none_near()))
    else:
        line = words.nearest_line(held.head(near.one), held.head(near.other), near.nearness)
        found.append((Count.NEAREST, line))
    return found


def chosen_lines(held: HeldMap, chosen: Sequence[str]) -> list[tuple[Count | None, str]]:
    """What stands in their place where one or two approaches are chosen."""
    if len(chosen) < 2:
        return [(None, words.one_chosen(held.head(chosen[0])))]
    pair = held.pair(chosen[0], chosen[1])
    line = words.pair_line(held.head(pair.one), held.head(pair.other), pair.nearness)
    return [(None, line), (Count.PAIR, words.as_a_page())]


def _signs(held: HeldMap) -> list[tuple[Sign, str]]:
    """Those that the map has, and what they mean."""
    return [
        (Sign.SILENT, words.not_said() if any(each.silent for each in held.holders) else ""),
        (
            Sign.UNFINISHED,
            words.not_yet_answered() if any(each.unfinished for each in held.holders) else "",
        ),
        (
            Sign.NOBODY,
            words.nobody() if any(not who for row in held.holders for _, who in row.held) else "",
        ),
        (Sign.ORDER, words.in_order() if any(each.ordered for each in held.dimensions) else ""),
    ]


def _silent_width(m: Measures, rows: Sequence[Holders]) -> int:
    """Two lines of letters at the most where there is room, so that rows stay low."""
    quiet = (each for row in rows for each in (row.silent, row.unfinished, row.hidden))
    most = max(map(len, quiet), default=0)
    wanted = m.letters_wide(-(-most // 2)) + 2 * m.pad_x + 1
    return min(max(m.style.px(_SILENT), wanted), round(m.width * _SILENT_SHARE))
