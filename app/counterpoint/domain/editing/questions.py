"""What is done to the questions of a library, in their order. Each function gives the questions as
they are then, and raises KeyError where there is no such question."""

from collections.abc import Callable

from counterpoint.domain.approach import Dimension
from counterpoint.domain.forms import ApproachForm

Questions = tuple[Dimension, ...]


def make_question(questions: Questions, question: Dimension) -> Questions:
    """A new question, behind the others."""
    return (*questions, question)


def change_question(
    questions: Questions, id: str, change: Callable[[Dimension], Dimension]
) -> Questions:
    """The question is as `change` makes it. Its id stays, as the approaches name it."""
    at = _number(questions, id)
    return (*questions[:at], change(questions[at])._replace(id=id), *questions[at + 1 :])


def move_question(questions: Questions, id: str, number: int) -> Questions:
    """To another place, counted without it."""
    at = _number(questions, id)
    others = [*questions[:at], *questions[at + 1 :]]
    others.insert(number, questions[at])
    return tuple(others)


def delete_question(questions: Questions, id: str) -> Questions:
    """The question goes; see `without_cell` for what approaches say to it."""
    at = _number(questions, id)
    return (*questions[:at], *questions[at + 1 :])


def without_cell(form: ApproachForm, dimension: str) -> ApproachForm:
    """An approach without what it says to a question that goes."""
    return form._replace(positions=tuple(p for p in form.positions if p.dimension != dimension))


def without_named_answer(form: ApproachForm, dimension: str, answer: str) -> ApproachForm:
    """An approach that holds a named answer no longer, as the answer goes."""

    def held(holds: tuple[str, ...] | None) -> tuple[str, ...] | None:
        return tuple(each for each in holds or () if each != answer) or None

    return form._replace(
        positions=tuple(
            p._replace(holds=held(p.holds)) if p.dimension == dimension else p
            for p in form.positions
        )
    )


def _number(questions: Questions, id: str) -> int:
    for number, question in enumerate(questions):
        if question.id == id:
            return number
    raise KeyError(id)
