"""Where approaches part: who holds which named answer, who is silent, and how far rows differ."""

from collections import Counter
from typing import NamedTuple

from counterpoint.domain.approach import NamedAnswer
from counterpoint.domain.parting import PairsApart, nearest_two, pairs_apart
from counterpoint.domain.report.material import Answered, Cell, Material, Question


class Holding(NamedTuple):
    """One question, with who holds what. Approaches are given by id, in the material's order."""

    question: Question
    held: tuple[tuple[NamedAnswer, tuple[str, ...]], ...]
    """Each named answer that somebody holds, in the order of the question."""
    otherwise: tuple[str, ...]
    """Those that speak and hold no named answer."""
    told: tuple[tuple[str, tuple[str, ...]], ...]
    """Those of which others say it, where the question is put to anyone, with who does: they hold
    nothing there."""
    silent: tuple[str, ...]
    not_considered: tuple[str, ...]

    @property
    def difference(self) -> int:
        """How far they part."""
        return self.apart.difference

    @property
    def apart(self) -> PairsApart:
        """The pairs that part; what holds no named answer is like nothing else."""
        named = dict.fromkeys(id for _, holders in self.held for id in holders)
        speaking = [
            frozenset(answer.id for answer, holders in self.held if id in holders) for id in named
        ]
        speaking += [frozenset({f"of {id} alone"}) for id in self.otherwise]
        return pairs_apart([*speaking, *(frozenset() for _ in self.silent)])


class Nearest(NamedTuple):
    """Two approaches that share a named answer on more questions than any others."""

    one: str
    other: str
    shared: int
    both_speak: int


def holdings(material: Material) -> tuple[Holding, ...]:
    """Of every question, in the material's order."""
    return tuple(_holding(material, question) for question in material.questions)


def most_different_first(material: Material) -> tuple[Question, ...]:
    """The questions by how far the approaches part on them; else in their own order."""
    found = sorted(holdings(material), key=lambda one: -one.difference)
    return tuple(one.question for one in found)


def nearest(material: Material) -> Nearest | None:
    """None if no two share anything."""
    columns = [
        [
            frozenset(material.cell(approach.id, question.id).holds)
            for question in material.questions
        ]
        for approach in material.approaches
    ]
    found = nearest_two(columns)
    if found is None:
        return None
    one, other = (material.approaches[at].id for at in (found.one, found.other))
    return Nearest(one, other, found.nearness.shared, found.nearness.shared + found.nearness.parted)


def _holding(material: Material, question: Question) -> Holding:
    cells = [material.cell(approach.id, question.id) for approach in material.approaches]
    held = Counter(id for cell in cells for id in cell.holds)
    return Holding(
        question=question,
        held=tuple(
            (answer, tuple(cell.approach for cell in cells if answer.id in cell.holds))
            for answer in question.answers
            if held[answer.id]
        ),
        told=tuple(
            (cell.approach, tellers)
            for cell in cells
            if question.of_anyone and cell.holds and (tellers := cell.tellers())
        ),
        otherwise=tuple(cell.approach for cell in cells if not cell.holds and not _quiet(cell)),
        silent=tuple(
            cell.approach
            for cell in cells
            if _quiet(cell) and cell.answered is not Answered.NOT_CONSIDERED
        ),
        not_considered=tuple(
            cell.approach
            for cell in cells
            if _quiet(cell) and cell.answered is Answered.NOT_CONSIDERED
        ),
    )


def _quiet(cell: Cell) -> bool:
    return cell.silent and not cell.holds
