"""A library as it was read: everything but the texts and, until asked for, the positions."""

from enum import StrEnum
from typing import NamedTuple

from .approach import ApproachSummary, Dimension
from .problem import Problem
from .quotation import Quotation, Standing
from .source import Source


class AnswerKind(StrEnum):
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


class Answer(NamedTuple):
    """One passage that rebuts, concedes to or supports another."""

    kind: AnswerKind
    by: Passage
    to: Passage
    why: str


class Library(NamedTuple):
    """`problems` names whatever was left out or is wrong; what is here can be relied on."""

    title: str
    statement: str
    """What the texts as a whole cover, and what they cannot tell."""
    dimensions: tuple[Dimension, ...]
    sources: tuple[Source, ...]
    approaches: tuple[ApproachSummary, ...]
    answers: tuple[Answer, ...]
    problems: tuple[Problem, ...]
    passages: int
    """The different quotations that the approaches rest on, each counted once."""

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
