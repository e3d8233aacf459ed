"""The pages of the comparison in words."""

from counterpoint.domain.approach import CellState, Coverage, Position

from .position import looked_for
from .text import sentence
from .translation import tr


def not_said() -> str:
    """What stands for an answer where the texts do not give the holder's."""
    return tr("Not said")


def not_answered() -> str:
    """What stands for an answer that nobody has written yet."""
    return tr("Not yet answered")


def answer_line(position: Position) -> str:
    """The sentence; in words where there is none."""
    match position.state:
        case CellState.ANSWERED:
            return sentence(position.answer)
        case CellState.NOT_SAID:
            return not_said()
        case CellState.UNFINISHED:
            return not_answered()


def left_open(position: Position) -> str:
    """What a cell leaves open, in sentences; "" where it leaves nothing."""
    if position.state is CellState.NOT_SAID:
        what = sentence(position.looked_for)
        return what or looked_for(position)
    if position.coverage is Coverage.PARTIAL:
        return sentence(position.why) or tr("Answered in part only.")
    if position.coverage is Coverage.GAP:
        return looked_for(position)
    return ""


def in_its_words() -> str:
    return tr("In its words")


def in_their_words() -> str:
    """Where the question is put to whoever speaks."""
    return tr("In the words")


def objection() -> str:
    return tr("Objection")


def reply_to_it() -> str:
    return tr("Reply")


def leaves_open() -> str:
    return tr("Leaves open")


def answer() -> str:
    return tr("Answer")


def held_by() -> str:
    return tr("The answers, and who holds them")


def what_each_answers() -> str:
    return tr("What each approach answers")


def nobody() -> str:
    return tr("none of those shown")


def asked_of_anyone() -> str:
    return tr("Put to whoever speaks, not to the holder alone.")


def more_objections(number: int) -> str:
    return tr("{n} more objection(|s) in the cell", "", number)


def notes_here(number: int) -> str:
    """What a link to the notes on a cell says."""
    return tr("{n} note(|s)", "", number)
