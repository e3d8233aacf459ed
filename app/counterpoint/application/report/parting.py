"""Where approaches part: who holds which named answer, who is silent, and how far rows differ."""

from collections import Counter
from itertools import combinations
from typing import NamedTuple

from counterpoint.domain.approach import NamedAnswer
from counterpoint.domain.report.material import Answered, Cell, Material, Question


class Holding(NamedTuple):
    """One question, with who holds what. Approaches are given by id, in the material's order."""

    question: Question
    held: tuple[tuple[NamedAnswer, tuple[str, ...]], ...]
    """Each named answer that somebody holds, in the order of the question."""
    otherwise: tuple[str, ...]
    """Those that speak and hold no named answer."""
    silent: tuple[str, ...]
    not_considered: tuple[str, ...]

    @property
    def difference(self) -> int:
        """How far they part: the pairs of approaches that do not say the same, silence and speech
        counted as half of that."""
        speakers = [frozenset(self._answers_of(id)) for id in self._speaking]
        apart = sum(not first & second for first, second in combinations(speakers, 2))
        return 2 * apart + len(self._speaking) * len(self.silent)

    @property
    def _speaking(self) -> list[str]:
        named = [id for _, holders in self.held for id in holders]
        return list(dict.fromkeys([*named, *self.otherwise]))

    def _answers_of(self, approach: str) -> list[str]:
        found = [answer.id for answer, holders in self.held if approach in holders]
        return found or [f"of {approach} alone"]


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
    found = []
    order = [approach.id for approach in material.approaches]
    for one, other in combinations(order, 2):
        rows = [
            (material.cell(one, question.id).holds, material.cell(other, question.id).holds)
            for question in material.questions
        ]
        both = [(set(first), set(second)) for first, second in rows if first and second]
        shared = sum(bool(first & second) for first, second in both)
        found.append(Nearest(one, other, shared, len(both)))
    best = max(found, key=lambda each: (each.shared, -each.both_speak), default=None)
    return best if best is not None and best.shared else None


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
