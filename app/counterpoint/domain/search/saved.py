"""Searches that are kept in the library by their names."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from .narrowing import Narrowing
from .rows import RowKind


class Within(StrEnum):
    """What is searched."""

    EVERYTHING = "everything"
    TEXTS = "texts"
    COMPARISON = "comparison"
    QUOTATIONS = "quotations"
    NOTES = "notes"
    DESCRIPTIONS = "descriptions"

    @property
    def kinds(self) -> frozenset[RowKind]:
        """None for all."""
        return frozenset(_KINDS[self])


_KINDS: dict[Within, tuple[RowKind, ...]] = {
    Within.EVERYTHING: (),
    Within.TEXTS: (RowKind.PASSAGE,),
    Within.COMPARISON: (
        RowKind.CLAIM,
        RowKind.ANSWER,
        RowKind.APPROACH,
        RowKind.QUESTION,
        RowKind.QUOTATION,
        RowKind.REPLY,
    ),
    Within.QUOTATIONS: (RowKind.QUOTATION,),
    Within.NOTES: (RowKind.NOTE,),
    Within.DESCRIPTIONS: (RowKind.SOURCE,),
}


class SavedSearch(NamedTuple):
    """`query` as it was typed."""

    name: str
    query: str
    within: Within = Within.EVERYTHING
    narrowing: Narrowing = ()

    def asks_as(self, other: "SavedSearch") -> bool:
        """Whether the two find the same, whatever they are called."""
        return self._replace(name="", narrowing=_sorted(self.narrowing)) == other._replace(
            name="", narrowing=_sorted(other.narrowing)
        )


def _sorted(narrowing: Narrowing) -> Narrowing:
    return tuple(sorted(narrowing))


def with_search(saved: Iterable[SavedSearch], search: SavedSearch) -> tuple[SavedSearch, ...]:
    """With `search` in the place of the one of its name, else behind all."""
    there = tuple(saved)
    if any(each.name == search.name for each in there):
        return tuple(search if each.name == search.name else each for each in there)
    return (*there, search)


def renamed(saved: Iterable[SavedSearch], name: str, to: str) -> tuple[SavedSearch, ...]:
    """The one called `name` is called `to`; another of that name gives way."""
    rest = (each for each in saved if each.name == name or each.name != to)
    return tuple(each._replace(name=to) if each.name == name else each for each in rest)


def without_search(saved: Iterable[SavedSearch], name: str) -> tuple[SavedSearch, ...]:
    return tuple(each for each in saved if each.name != name)
