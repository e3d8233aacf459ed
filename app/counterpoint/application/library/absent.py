"""How a comparison was arranged as far as approaches and questions are concerned that the library
does not have now: their file may come back, by git or by undo, or be mended."""

from collections.abc import Iterable, Mapping, Set
from types import MappingProxyType
from typing import NamedTuple, Self

LEAST_WIDTH, MOST_WIDTH = 120, 2000
"""Bounds of a width set by hand, in pixels at zoom 1."""
MOST_ABSENT = 200
"""So many of each kind are remembered."""

Cell = tuple[str, str]
"""The ids of an approach and of a dimension."""


class Absent(NamedTuple):
    """As `Arrangement` has it; `order` is that of all approaches, where one of them is absent."""

    order: tuple[str, ...] = ()
    shown: frozenset[str] = frozenset()
    widths: Mapping[str, int] = MappingProxyType({})
    dimension_widths: Mapping[str, int] = MappingProxyType({})
    folded: frozenset[str] = frozenset()
    unfolded: frozenset[str] = frozenset()
    opened: frozenset[Cell] = frozenset()
    inferred: frozenset[Cell] = frozenset()

    @classmethod
    def of(
        cls, kept: Mapping[str, object], approaches: frozenset[str], rows: frozenset[str]
    ) -> Self:
        """What an arrangement that was kept says of what is in neither. Never raises."""
        order = ids_in(kept.get("order")) or ()
        absent = frozenset(_few(order, approaches))
        widths = widths_in(kept.get("dimension_widths"))
        return cls(
            order=tuple(id for id in order if id in approaches or id in absent) if absent else (),
            shown=frozenset(ids_in(kept.get("shown"), absent) or ()),
            widths=widths_in(kept.get("widths"), absent),
            dimension_widths={id: widths[id] for id in _few(widths, rows)},
            folded=frozenset(_few(ids_in(kept.get("folded")) or (), rows)),
            unfolded=frozenset(_few(ids_in(kept.get("unfolded")) or (), rows)),
            opened=_absent_cells(kept.get("opened"), approaches, rows),
            inferred=_absent_cells(kept.get("inferred"), approaches, rows),
        )


def with_absent(order: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    """`order` with what of `before` is not in it, each behind the last of those that it stood
    behind there."""
    whole, there = list(order), set(order)
    for number, id in enumerate(before):
        if id not in there:
            after = next((one for one in reversed(before[:number]) if one in there), None)
            whole.insert(0 if after is None else whole.index(after) + 1, id)
            there.add(id)
    return tuple(whole)


def ids_in(kept: object, known: Set[str] | None = None) -> tuple[str, ...] | None:
    """The ids in a list that was kept, of those known if that is given; None where it is none."""
    if not isinstance(kept, list):
        return None
    ids = dict.fromkeys(id for id in kept if isinstance(id, str))
    return tuple(id for id in ids if known is None or id in known)


def widths_in(kept: object, known: Set[str] | None = None) -> dict[str, int]:
    if not isinstance(kept, dict):
        return {}
    return {
        id: max(LEAST_WIDTH, min(MOST_WIDTH, width))
        for id, width in kept.items()
        if isinstance(id, str)
        and (known is None or id in known)
        and isinstance(width, int)
        and not isinstance(width, bool)
    }


def cells_in(kept: object, approaches: Set[str], rows: Set[str]) -> frozenset[Cell]:
    return frozenset(cell for cell in _cells(kept) if cell[0] in approaches and cell[1] in rows)


def _absent_cells(kept: object, approaches: Set[str], rows: Set[str]) -> frozenset[Cell]:
    known = cells_in(kept, approaches, rows)
    return frozenset(sorted(_cells(kept) - known)[:MOST_ABSENT])


def _few(ids: Iterable[str], known: Set[str]) -> list[str]:
    return [id for id in ids if id not in known][:MOST_ABSENT]


def _cells(kept: object) -> frozenset[Cell]:
    found = set()
    for pair in kept if isinstance(kept, list) else ():
        match pair:
            case [str(approach), str(row)]:
                found.add((approach, row))
    return frozenset(found)
