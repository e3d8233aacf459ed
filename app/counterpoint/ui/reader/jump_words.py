"""What is said of a jump: where it led, or why it led nowhere."""

from counterpoint.application.library.opened_library import EvidenceInPlace
from counterpoint.domain.quotation import QuotationState

LEFT_OUT = "This source cannot be shown"


def left_out(source: str) -> str:
    """Why a source that is not in the library is not shown, and what to do."""
    return (
        f"corpus/{source}.txt was left out of the library. The list of problems says why; mend "
        "the file and read the library again (F5)."
    )


def lost(placed: EvidenceInPlace, short: str) -> str:
    """Why a passage is not shown; `short` is what its source is called."""
    return (
        f"The words could not be placed in {short}: see the problems of the library. The quotation "
        f"is marked as {placed.evidence.standing.state}."
    )


def found(placed: EvidenceInPlace) -> str:
    """What there is to say of a passage that is shown: nothing where it is exact."""
    state = placed.evidence.standing.state
    if state is QuotationState.EXACT:
        return ""
    if state is QuotationState.MOVED:
        return "The words have moved since they were quoted; here they stand now."
    return (
        "Changed: the words are not in the source; this is only like them. "
        "Compare before you quote."
    )
