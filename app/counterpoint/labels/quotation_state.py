"""The states of a quotation in words."""

from counterpoint.domain.quotation import QuotationState

from .text import capital
from .translation import tr


def state(of: QuotationState) -> str:
    """ "exact", "moved", "spelt otherwise": the small word at a mark."""
    match of:
        case QuotationState.EXACT:
            return tr("exact")
        case QuotationState.SPELT_OTHERWISE:
            return tr("spelt otherwise")
        case QuotationState.MOVED:
            return tr("moved")
        case QuotationState.CHANGED:
            return tr("changed")
        case QuotationState.AMBIGUOUS:
            return tr("ambiguous")
        case QuotationState.LOST:
            return tr("lost")


def state_told(of: QuotationState) -> str:
    """ "lost: the words could not be placed in the source"; "" for an exact quotation."""
    meaning = _meaning(of)
    return f"{state(of)}: {meaning}" if meaning else ""


def state_line(of: QuotationState) -> str:
    """What is wrong with a quotation and what to do, in sentences; "" for an exact one."""
    told = state_told(of)
    return f"{capital(told)}. {_advice(of)}" if told else ""


def state_on_paper(of: QuotationState) -> str:
    """The same for who has the words in an exported document, and the library perhaps not."""
    told = state_told(of)
    return f"{capital(told)}. {_advice_on_paper(of)}" if told else ""


def _meaning(of: QuotationState) -> str:
    match of:
        case QuotationState.EXACT:
            return ""
        case QuotationState.MOVED:
            return tr(
                "the words stand elsewhere in the source, or beside other words, than when they "
                "were quoted"
            )
        case QuotationState.SPELT_OTHERWISE:
            return tr("the source has the same words, set in another way")
        case QuotationState.CHANGED:
            return tr("the words are not in the source, only something like them")
        case QuotationState.AMBIGUOUS:
            return tr("several places in the source may be meant")
        case QuotationState.LOST:
            return tr("the words could not be placed in the source")


def _advice(of: QuotationState) -> str:
    match of:
        case QuotationState.EXACT:
            return ""
        case QuotationState.MOVED:
            return tr("Check that the place still bears the claim.")
        case QuotationState.SPELT_OTHERWISE:
            return tr("Quote it as it stands there.")
        case QuotationState.AMBIGUOUS:
            return tr("See the problems of the library, and say which.")
        case QuotationState.CHANGED:
            return tr("Open it and compare before you quote.")
        case QuotationState.LOST:
            return tr("See the problems of the library, and do not quote them.")


def _advice_on_paper(of: QuotationState) -> str:
    match of:
        case QuotationState.EXACT:
            return ""
        case QuotationState.MOVED:
            return tr("Check them before you quote them.")
        case QuotationState.SPELT_OTHERWISE:
            return tr("Quote them as they stand there.")
        case QuotationState.CHANGED | QuotationState.AMBIGUOUS | QuotationState.LOST:
            return tr("Do not quote them.")
