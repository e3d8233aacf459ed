"""What the cursor can be on in the map, named by ids, so that it outlives another arrangement."""

from enum import Enum, auto
from typing import NamedTuple

from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.domain.parting import Holders


class Kind(Enum):
    COUNT = auto()
    """A count in words at the top, which leads to what it counts."""
    LEGEND = auto()
    """An approach's letter and title at the top."""
    QUESTION = auto()
    NAME = auto()
    """A named answer."""
    LETTER = auto()
    """An approach, where it stands on a question."""


class Count(Enum):
    """What is counted at the top."""

    MOST_PARTED = auto()
    NEAREST = auto()
    PAIR = auto()
    """Two approaches that the person has chosen, as a page."""


class Place(NamedTuple):
    """Only what its kind needs is set."""

    kind: Kind
    question: str = ""
    answer: str = ""
    """Of a letter: the named answer under which it stands; "" for one that is silent, unfinished
    or hidden."""
    approach: str = ""
    counted: Count | None = None

    @property
    def target(self) -> Target | None:
        """What is chosen with it; None for what no notes are on."""
        match self.kind:
            case Kind.LETTER:
                return Target(TargetKind.POSITION, self.approach, self.question)
            case Kind.LEGEND:
                return Target(TargetKind.APPROACH, self.approach)
            case Kind.QUESTION | Kind.NAME:
                return question_target(self.question)
        return None

    def stands_for(self, target: Target) -> bool:
        """Whether it is where a target is seen: an approach, a question, or a cell."""
        if self.kind is Kind.LEGEND:
            return target.kind is TargetKind.APPROACH and target.approach == self.approach
        if self.kind is Kind.QUESTION:
            return target == self.target
        cell = (self.approach, self.question) == (target.approach, target.dimension)
        return self.kind is Kind.LETTER and cell


def places_of(row: Holders) -> list[Place]:
    """What the cursor comes to on a question, in reading order: the question, then each name and
    its letters; those who are silent come last."""
    id = row.dimension
    found = [Place(Kind.QUESTION, id)]
    for answer, who in row.held:
        found.append(Place(Kind.NAME, id, answer.id))
        found += [Place(Kind.LETTER, id, answer.id, each) for each in who]
    quiet = row.silent + row.unfinished + row.hidden
    return found + [Place(Kind.LETTER, id, approach=each) for each in quiet]
