"""A library as it was read: everything but the texts and, until asked for, the positions."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

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
        for source in self.sources:
            if source.id == id:
                return source
        raise KeyError(id)

    def approach(self, id: str) -> ApproachSummary:
        """Raises KeyError if the library has no such approach."""
        for approach in self.approaches:
            if approach.id == id:
                return approach
        raise KeyError(id)

    def dimension(self, id: str) -> Dimension:
        """Raises KeyError if the library has no such dimension."""
        for dimension in self.dimensions:
            if dimension.id == id:
                return dimension
        raise KeyError(id)
