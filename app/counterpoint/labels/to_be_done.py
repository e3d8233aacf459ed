"""What nobody has written yet, as the window says it: without a word of the files."""

from counterpoint.domain.faults.form_fault import FormFault
from counterpoint.domain.faults.library_fault import LibraryFault
from counterpoint.domain.problem import Problem

from .problem import sentence
from .translation import tr


def in_window(problem: Problem) -> str:
    """As `sentence`, but for what can be done in the window."""
    match problem.fault:
        case FormFault.NOT_COVERED:
            return tr(
                "Nobody has looked yet at what it says to “{question}”", question=_asked(problem)
            )
        case LibraryFault.NOT_ANSWERED:
            return tr("Nobody has written the answer to “{question}” yet", question=_asked(problem))
        case LibraryFault.WITHOUT_NAMED_ANSWERS:
            return tr("No question has named answers yet by which the approaches can be compared")
    return sentence(problem)


def _asked(problem: Problem) -> str:
    return str(problem.arguments[0])
