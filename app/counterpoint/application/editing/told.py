"""Why a change of a library did not come about, or came about otherwise, in words."""

from counterpoint.application.failures import NotWritten, reason, remedy
from counterpoint.labels import command
from counterpoint.labels.problem import sentence
from counterpoint.labels.translation import tr
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.yaml.yaml_edit import EditWentWrong

from .checks import NotToBeWritten
from .linking import LinkedAlready
from .outcomes import BothKept, Failed, NotGone, Outcome, Refused

REFUSALS = (
    LinkedAlready,
    NotToBeWritten,
    EditWentWrong,
    Unreadable,
    KeyError,
    IndexError,
    ValueError,
)
"""With which a change is refused before anything is shown."""


def why_not(error: Exception) -> str:
    """One of `REFUSALS`, in a sentence."""
    match error:
        case NotToBeWritten() | Unreadable():
            return _sentence("; ".join(map(sentence, error.problems)))
        case LinkedAlready():
            return tr("This claim rests on these words already.")
        case EditWentWrong():
            return _sentence(str(error))
    return tr("What was to be changed is not there any more.")


def came_of(outcome: Outcome) -> str:
    """What the person has to know of it; "" where all went well."""
    match outcome:
        case Refused(_, asked, why):
            return tr(
                "{file} was not changed, and the change is taken back: {why}.",
                file=asked.name,
                why=why.rstrip("."),
            )
        case NotGone(_, asked, why, kind, undone):
            words = command.not_undone_yet if undone else command.not_redone_yet
            return words(kind, asked.name, why.rstrip("."))
        case BothKept(_, asked, "", _):
            return tr(
                "{file} was to be deleted, and was changed by another program meanwhile: it stays.",
                file=asked.name,
            )
        case BothKept(_, asked, beside, _):
            return tr(
                "The same words of {file} were changed by another program: its words stay, yours "
                "are in {beside}.",
                file=asked.name,
                beside=beside,
            )
        case Failed(asked, error):
            return not_saved(asked.name, error)
    return ""


def not_saved(file: str, error: NotWritten) -> str:
    """That the disk refuses, and what to do."""
    return tr(
        "{file} is not saved: {why}; {remedy}. It is tried again.",
        file=file,
        why=reason(error),
        remedy=remedy(error),
    )


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
