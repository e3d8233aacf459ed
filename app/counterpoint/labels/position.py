"""A cell of the comparison in words."""

from counterpoint.domain.approach import Coverage, Position, Stance

from . import answer, counts
from .claim_filter import no_such_stance
from .text import DOT, capital, sentence
from .translation import tr


def nothing() -> str:
    """What is said of a gap: the same as where an answer is not said."""
    return capital(answer.not_said())


def looked_for(position: Position) -> str:
    """What was looked for in vain, as a sentence; "" where nobody said."""
    why = sentence(position.looked_for or (position.why if _is_gap(position) else ""))
    # Some writers begin with the word themselves.
    if not why or why.casefold().startswith(tr("look", "the beginning of “Looked for”")):
        return why
    return tr("Looked for: {what}", what=why)


def _is_gap(position: Position) -> bool:
    return position.coverage is Coverage.GAP


def folded_line(position: Position) -> str:
    """What a folded cell shows: "3 claims", "1 claim, in part", "nothing"; and what is missing."""
    line = counts.claims(len(position.claims))
    if position.coverage is Coverage.GAP:
        line = tr("nothing")
    elif position.coverage is Coverage.PARTIAL:
        line = tr("{claims}, in part", claims=line)
    return f"{line}, {counts.left_out(position.left_out)}" if position.left_out else line


def missing_line(position: Position) -> str:
    """What a cell says below its claims where some of them are missing; "" where none are."""
    if not position.left_out:
        return ""
    missing = counts.left_out(position.left_out)
    return capital(tr("{missing}: see the problems of the library.", missing=missing))


def part_line(position: Position) -> str:
    """What a partial cell says below its claims."""
    why = sentence(position.why)
    return tr("In part only. {why}", why=why) if why else tr("In part only.")


def filtered_lines(stance: Stance | None, hidden: int) -> tuple[str, str]:
    """What a cell says whose claims the filter hides, and how many they are. `stance` is what it
    filters by, or None where that is something else."""
    none = tr("Nothing of this filter") if stance is None else no_such_stance(stance)
    return none, tr("{claims} hidden", claims=counts.claims(hidden))


def shown_line(rows: int, of_rows: int, approaches: int, of_approaches: int) -> str:
    """ "4 of 10 questions · 3 of 6 approaches"; each part stays on one line."""
    questions = counts.questions(of_rows)
    if rows != of_rows:
        questions = tr("{some}\u00a0of\u00a0{all}", some=rows, all=questions)
    all_ = counts.approaches(of_approaches)
    shown = tr("{some}\u00a0of\u00a0{all}", some=approaches, all=all_)
    return f"{questions}{DOT}{shown}"
