"""What an action works on, which has to be there for it to be done."""

from enum import Enum, auto

from counterpoint.labels.translation import QT_TR_NOOP, translated


class WorksOn(Enum):
    """One thing for each action, besides the view that it is for."""

    NOTHING = auto()
    """It can be done without a library too."""
    LIBRARY = auto()
    """As a whole."""
    APPROACH = auto()
    ROW = auto()
    """Of the comparison, or a column where it is transposed: a question."""
    CHOSEN = auto()
    """Something that can be changed: a claim, evidence, an answer, a question or an approach."""
    CUT = auto()
    """A claim that was cut or copied, and a cell to put it into."""
    PDF = auto()
    """A source that came from one, open in the reader."""
    PASSAGES = auto()
    """One after another: of a source that is open in the reader, or results of a search."""
    WORDS = auto()
    """Chosen in a source."""
    EARLIER_PLACE = auto()
    """In the texts, where the reader was before."""
    LATER_PLACE = auto()
    NOTE = auto()
    STEP_DONE = auto()
    """What undo takes back."""
    STEP_UNDONE = auto()


_LACKING = {
    WorksOn.APPROACH: QT_TR_NOOP("Choose an approach, a claim or a cell first."),
    WorksOn.ROW: QT_TR_NOOP("Choose a claim or a cell first."),
    WorksOn.CHOSEN: QT_TR_NOOP("Choose what is to be changed first."),
    WorksOn.CUT: QT_TR_NOOP("Cut or copy a claim, and choose a cell first."),
    WorksOn.PDF: QT_TR_NOOP("Open a text that came from a PDF first."),
    WorksOn.PASSAGES: QT_TR_NOOP("Open a text, or search, first."),
    WorksOn.WORDS: QT_TR_NOOP("Choose some words in the text of a source first."),
    WorksOn.EARLIER_PLACE: QT_TR_NOOP("There is no earlier place in the texts to go back to."),
    WorksOn.LATER_PLACE: QT_TR_NOOP("There is no later place in the texts to go on to."),
    WorksOn.NOTE: QT_TR_NOOP("There is no note here to delete."),
    WorksOn.STEP_DONE: QT_TR_NOOP("There is nothing to undo."),
    WorksOn.STEP_UNDONE: QT_TR_NOOP("There is nothing to redo."),
}


def lacking(what: WorksOn) -> str:
    """What is said where it is not there; "" of a library, without which the window says so."""
    return translated(_LACKING[what]) if what in _LACKING else ""
