"""The answer of a cell, and what stands behind it, in words."""

from collections.abc import Mapping, Sequence

from counterpoint.domain.approach import Dimension, Position
from counterpoint.domain.cell_marks import CellMarks, Group

from . import counts
from .text import sentence, set_apart
from .translation import tr

MOST_LETTERS = 4
"""Of approaches that hold the same; of more the number is said."""


def not_said() -> str:
    """What is said where the texts do not give the holder's answer."""
    return tr("not said")


def names_held(position: Position, dimension: Dimension) -> tuple[str, ...]:
    """The named answers that a cell holds, in its own order."""
    names = {answer.id: set_apart(answer.name) for answer in dimension.answers}
    return tuple(names[id] for id in position.holds if id in names)


def answer_line(position: Position, dimension: Dimension) -> str:
    """ "Firm; Beside talks: A posture of the Cold War type.", for ears."""
    names = "; ".join(names_held(position, dimension))
    answer = sentence(position.answer)
    return tr("{names}: {answer}", names=names, answer=answer) if names else answer


def inferred(number: int) -> str:
    """Among the marks of an answer, and on the lines of an opened cell that stand for what is only
    inferred: "+2 inferred"."""
    return tr("+{n}\u00a0inferred", "", number)


def without_inferred(number: int) -> str:
    """The line below the claims that are only inferred, which puts them away again."""
    return tr("put away {n}\u00a0inferred", "", number)


def replies(number: int) -> str:
    """Beside a passage that is replied to, or replies: "2 replies"."""
    return tr("{n}\u00a0repl(y|ies)", "", number)


def one_passage() -> str:
    """Of an answer that a single passage carries."""
    return tr("one\u00a0passage")


def others_on_it() -> str:
    """Before the marks of a cell whose holder does not say it, while others do."""
    return tr("others:")


def group_name(of: Group) -> str:
    """Under what a claim stands: "Its own", "Against", "Inferred"."""
    return {
        Group.OWN: tr("Its own"),
        Group.AGAINST: tr("Against"),
        Group.CONCEDED: tr("Conceded"),
        Group.TOLD: tr("Reported by others"),
        Group.INFERRED: tr("Inferred"),
    }[of]


def group_heading(of: Group, number: int, above: int) -> str:
    """Over the claims that a mark counts: "Its own: 4"; "Against: 3, of these 2 above" where some
    of them stand under an earlier heading."""
    words = group_name(of)
    if above:
        return tr("{words}: {n}, of these {above} above", words=words, n=number, above=above)
    return tr("{words}: {n}", words=words, n=number)


def asked(question: Dimension) -> str:
    """The words of a question; "Asked of anyone: …" where not the holder alone may answer."""
    words = set_apart(question.question)
    return tr("Asked of anyone: {question}", question=words) if question.of_anyone else words


def only_inferred(number: int) -> str:
    """The marks of a cell on which nobody says anything: "only inferred: 1"."""
    return tr("only inferred:\u00a0{n}", "", number)


def same_as(letters: Sequence[str]) -> str:
    """Who holds the same, beside the name: "=B C", or how many they are. It stays on one line."""
    if len(letters) > MOST_LETTERS:
        return tr("={n}\u00a0others", "approaches", len(letters))
    return "=" + "\u00a0".join(letters)


def same_spoken(same: Mapping[str, Sequence[str]]) -> str:
    """The same in full, by name: "“Firm” shared with B, C; “Beside talks” shared with D"."""
    return "; ".join(
        tr("“{name}” shared with {letters}", name=name, letters=", ".join(letters))
        for name, letters in same.items()
    )


def marks_spoken(
    marks: CellMarks, passages: int, same: Mapping[str, Sequence[str]], replied: int
) -> str:
    """All the marks in words: "Rests on one passage alone; “Firm” shared with E; 2 of its own".
    `same` has the letters of those who hold one of its named answers too, by its name."""
    counted = (
        (marks.own, tr("{n} of its own", "claims", marks.own)),
        (marks.against, tr("{n} against", "claims", marks.against)),
        (marks.conceded, tr("{n} conceded", "claims", marks.conceded)),
        (marks.told, tr("{n} told by others", "claims", marks.told)),
        (marks.inferred, tr("{n} inferred", "claims", marks.inferred)),
        (replied, replies(replied).replace("\u00a0", " ")),
    )
    parts = [
        _rests_on(passages),
        same_spoken(same),
        *(words for number, words in counted if number),
    ]
    line = "; ".join(filter(None, parts))
    return f"{line[:1].upper()}{line[1:]}." if line else ""


def _rests_on(passages: int) -> str:
    if passages == 1:
        return tr("rests on one passage alone")
    return tr("rests on {passages}", passages=counts.passages(passages)) if passages else ""
