"""What a search is narrowed by besides its words, as in the catalogue of a library."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Facet(StrEnum):
    """By what; in the order in which they are shown."""

    KIND = "kind"
    APPROACH = "approach"
    """Of a passage those whose evidence rests on it."""
    YEAR = "year"
    """Of the source's date."""
    VOICE = "voice"
    """Who says it, the last of the chain; of a passage as its evidence has it."""
    LINKED = "linked"
    """Of a passage, whether evidence rests on it: YES or NO."""
    SOURCE = "source"


YES, NO = "yes", "no"


class Chosen(NamedTuple):
    """`value` is the id of an approach or a source, a kind of row, a year, a voice's name, YES or
    NO."""

    facet: Facet
    value: str


Narrowing = tuple[Chosen, ...]
"""What is found has one of the values of each facet that is chosen from."""


class Counted(NamedTuple):
    value: str
    rows: int


Counts = Mapping[Facet, tuple[Counted, ...]]
"""How many of all that was found have each value, the most first; of a facet from which something
is chosen, what there would be if it were not. Years come in their order."""


def of_facet(narrowing: Narrowing, facet: Facet) -> tuple[str, ...]:
    """The values that are chosen of it."""
    return tuple(each.value for each in narrowing if each.facet is facet)


def toggled(narrowing: Narrowing, chosen: Chosen) -> Narrowing:
    """With `chosen`, or without it where it was chosen already."""
    if chosen in narrowing:
        return tuple(each for each in narrowing if each != chosen)
    return (*narrowing, chosen)
