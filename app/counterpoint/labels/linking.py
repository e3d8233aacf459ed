"""What is said where a passage is linked to a claim."""

from collections.abc import Sequence

from counterpoint.domain.approach import ClaimKind

from .text import DOT, in_one_line
from .translation import tr


def cell(cue: str, question: str) -> str:
    """ "A · Channels"."""
    return DOT.join(part for part in (cue, question) if part)


def claim_kind(of: ClaimKind) -> str:
    match of:
        case ClaimKind.FACT:
            return tr("fact")
        case ClaimKind.CAUSAL:
            return tr("cause and effect")
        case ClaimKind.FORECAST:
            return tr("forecast")
        case ClaimKind.PRESCRIPTION:
            return tr("prescription")


def new_claim() -> str:
    return tr("New claim here")


def new_claim_saying(sentence: str) -> str:
    return tr("New claim “{sentence}”", sentence=in_one_line(sentence))


def new_approach(title: str) -> str:
    return tr("New approach “{title}”", title=in_one_line(title))


def new_question(title: str) -> str:
    return tr("New question “{title}”", title=in_one_line(title))


def which_claim() -> str:
    """What the field asks first."""
    return tr("Part of an approach, a question or a claim")


def which_question(approach: str) -> str:
    return tr("{approach}: to which question does it speak?", approach=new_approach(approach))


def which_approach(question: str) -> str:
    return tr("{question}: which approach speaks to it?", question=new_question(question))


def which_sentence(cell: str) -> str:
    return tr("New claim in {cell}: what does it say, in one sentence?", cell=cell)


def passages_linked(number: int) -> str:
    """Behind what they were linked to, where they are several."""
    return tr("{n} passage(|s) were linked.", "", number)


def linked_already(number: int) -> str:
    return tr("{n} (is|are) evidence of it already.", "passages", number)


def nobody_known(sources: Sequence[str]) -> str:
    """Why some passages were not linked."""
    named = ", ".join(dict.fromkeys(sources))
    return tr("Not linked, as nobody is known to speak in them: {sources}.", sources=named)


def no_longer_there(sources: Sequence[str]) -> str:
    named = ", ".join(dict.fromkeys(sources))
    return tr("Not linked, as their texts cannot be read now: {sources}.", sources=named)


def which_claim_for(number: int) -> str:
    """What is asked over the field."""
    if number == 1:
        return tr("Link this passage to a claim")
    return tr("Link these {n} passages to a claim", "", number)


def linked_to(cell: str, claim: str) -> str:
    return tr("Linked to {cell}: {claim}", cell=cell, claim=in_one_line(claim))


def holder_now(voice: str) -> str:
    """Behind what was linked, where the approach had no holder."""
    return tr("From now on the approach is held by {voice}.", voice=in_one_line(voice))
