"""The answer of a cell, and what stands behind it, in words."""

from collections.abc import Iterable, Sequence

from counterpoint.domain.approach import Dimension, Position
from counterpoint.domain.cell_marks import CellMarks

from . import counts
from .text import in_one_line, sentence
from .translation import tr

MOST_LETTERS = 4
"""Of approaches that hold the same; of more the number is said."""


def not_said() -> str:
    """What is said where the texts do not give the holder's answer."""
    return tr("not said")


def names_held(position: Position, dimension: Dimension) -> tuple[str, ...]:
    """The named answers that a cell holds, in its own order."""
    names = {answer.id: in_one_line(answer.name) for answer in dimension.answers}
    return tuple(names[id] for id in position.holds if id in names)


def answer_line(position: Position, dimension: Dimension) -> str:
    """ "Main means: A posture of the Cold War type." """
    names = ", ".join(names_held(position, dimension))
    answer = sentence(position.answer)
    return tr("{names}: {answer}", names=names, answer=answer) if names else answer


def inferred(number: int) -> str:
    """Among the marks of an answer: "+2 inferred"."""
    return tr("+{n}\u00a0inferred", "", number)


def by_inference(number: int) -> str:
    """The line that stands for the claims that are only inferred: "+2 by inference"."""
    return tr("+{n}\u00a0by inference", "", number)


def without_inference(number: int) -> str:
    """The line below the claims that are only inferred, which puts them away again."""
    return tr("put away {n}\u00a0by inference", "", number)


def once() -> str:
    """Of an answer that a single passage carries."""
    return tr("once", "said in one passage alone")


def same_as(letters: Sequence[str]) -> str:
    """Who holds the same, after the sign for it: letters of approaches, or how many they are."""
    if len(letters) > MOST_LETTERS:
        return tr("{n} others", "approaches", len(letters))
    return "\u2009".join(letters)


def marks_spoken(marks: CellMarks, passages: int, same: Iterable[str], replies: int) -> str:
    """All the marks in words: "Rests on 1 passage; same as E; 2 of its own, 1 against"."""
    letters = ", ".join(same)
    counted = (
        (marks.own, tr("{n} of its own", "claims", marks.own)),
        (marks.against, tr("{n} against", "claims", marks.against)),
        (marks.conceded, tr("{n} conceded", "claims", marks.conceded)),
        (marks.told, tr("{n} told by others", "claims", marks.told)),
        (marks.inferred, tr("{n} inferred", "claims", marks.inferred)),
        (replies, tr("{n} repl(y|ies)", "", replies)),
    )
    parts = [
        tr("rests on {passages}", passages=counts.passages(passages)) if passages else "",
        tr("same as {letters}", letters=letters) if letters else "",
        *(words for number, words in counted if number),
    ]
    line = "; ".join(filter(None, parts))
    return f"{line[:1].upper()}{line[1:]}." if line else ""
