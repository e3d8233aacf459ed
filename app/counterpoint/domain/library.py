"""A library as it was read: everything but the texts and, until asked for, the positions."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from .approach import ApproachSummary, Dimension, Link
from .quotation import Quotation, Standing
from .source import Source

if TYPE_CHECKING:
    from .problem import Problem


class ReplyKind(StrEnum):
    REBUTS = "rebuts"
    CONCEDES_TO = "concedes to"
    SUPPORTS = "supports"


class Passage(NamedTuple):
    """A quotation in a source, with who says it."""

    source: str
    quotation: Quotation
    standing: Standing
    paragraph: str
    voice: tuple[str, ...]
    date: str = ""
    """When the words were said, as far as is known: "2020-08-11", "2020"; else ""."""


class Reply(NamedTuple):
    """One passage that rebuts, concedes to or supports another, which is no later."""

    kind: ReplyKind
    by: Passage
    to: Passage
    why: str
    link: Link = Link.DIRECT
    """Direct where the later text takes up the earlier; inferred where we set it beside it."""


class Library(NamedTuple):
    """`problems` names whatever was left out or is wrong; what is here can be relied on."""

    title: str
    statement: str
    """What the texts as a whole cover, and what they cannot tell."""
    dimensions: tuple[Dimension, ...]
    sources: tuple[Source, ...]
    approaches: tuple[ApproachSummary, ...]
    replies: tuple[Reply, ...]
    problems: "tuple[Problem, ...]"
    passages: int
    """The different quotations that the approaches rest on, each counted once."""
    remarks: "tuple[Problem, ...]" = ()
    """What is unfinished or written in an older way, each told once: no fault."""

    def source(self, id: str) -> Source:
        """Raises KeyError if the library has no such source."""
        return _named(self.sources, id)

    def approach(self, id: str) -> ApproachSummary:
        """Raises KeyError if the library has no such approach."""
        return _named(self.approaches, id)

    def place_of_approach(self, id: str) -> int:
        """Counted from 0. Raises KeyError if the library has no such approach."""
        return _places(self.approaches)[id]

    def dimension(self, id: str) -> Dimension:
        """Raises KeyError if the library has no such dimension."""
        return _named(self.dimensions, id)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_HasId)
_FEW = 64
"""Things among which one is found as soon by going through them."""
_KEPT = 6
"""Tables of where things are: of two libraries that are shown in turn."""
_TABLES: list[tuple[Sequence[_HasId], dict[str, int]]] = []


def _named(things: Sequence[_Thing], id: str) -> _Thing:
    """The one with that id, at once also among many thousand. Raises KeyError."""
    if len(things) <= _FEW:
        for thing in things:
            if thing.id == id:
                return thing
        raise KeyError(id)
    return things[_places(things)[id]]


def _places(things: Sequence[_HasId]) -> dict[str, int]:
    """Where each stands, by its id. Kept apart, as a named tuple has no room for it."""
    for of, places in tuple(_TABLES):
        if of is things:
            return places
    places = {thing.id: place for place, thing in enumerate(things)}
    _TABLES[:] = ((things, places), *_TABLES)[:_KEPT]
    return places
