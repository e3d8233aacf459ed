"""What is said of a jump: where it led, or why it led nowhere."""

from counterpoint.application.library.opened_library import EvidenceInPlace
from counterpoint.labels.quotation_state import state_line
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.shown_keys import of_action


def not_shown() -> str:
    return tr("This source cannot be shown")


def left_out(source: str) -> str:
    """Why a source that is not in the library is not shown, and what to do."""
    return tr(
        "{file} was left out of the library. The list of problems says why; mend the file and read "
        "the library again ({key}).",
        file=f"corpus/{source}.txt",
        key=of_action("reload"),
    )


def gone(source: str) -> str:
    """That there is no such source, and that none is to be mended."""
    return tr("There is no source “{source}” in the library any more.", source=source)


def lost(placed: EvidenceInPlace, short: str) -> str:
    """Why a passage is not shown; `short` is what its source is called."""
    why = state_line(placed.evidence.standing.state)
    return tr("This passage of {source} is not shown. {why}", source=short, why=why)


def found(placed: EvidenceInPlace) -> str:
    """What there is to say of a passage that is shown: nothing where it is exact."""
    return state_line(placed.evidence.standing.state)
