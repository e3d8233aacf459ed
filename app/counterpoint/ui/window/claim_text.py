"""A claim with its quotations and citations, as it is copied into a paper."""

from counterpoint.application.citation import CitationStyle, quotation_with_citation
from counterpoint.application.opened_library import OpenedLibrary
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.option import Claim, Evidence
from counterpoint.domain.quotation import QuotationState

NOT_EXACT = {
    QuotationState.MOVED: "moved",
    QuotationState.CHANGED: "changed: not the words of the source",
    QuotationState.LOST: "lost: not placed in the source",
}


def claim_text(library: OpenedLibrary, target: Target) -> str:
    """The claim of `target`, then each of its quotations with citation, voice and stance, a line
    each; of an evidence target that piece only. "" where there is no such claim. A quotation
    that is not exact says so."""
    if target.kind not in (TargetKind.CLAIM, TargetKind.EVIDENCE):
        return ""
    for claim in library.option(target.option).position(target.dimension).claims:
        if claim.id == target.claim:
            return "\n".join([claim.text, *_lines(library, claim, target)])
    return ""


def _lines(library: OpenedLibrary, claim: Claim, target: Target) -> list[str]:
    return [
        _line(library, piece)
        for piece in claim.evidence
        if target.kind is TargetKind.CLAIM or piece.key == target.evidence
    ]


def _line(library: OpenedLibrary, piece: Evidence) -> str:
    source = library.contents.source(piece.source)
    words = " ".join(piece.quotation.words.split())
    cited = quotation_with_citation(words, source, piece.paragraph, CitationStyle.INLINE)
    voice = ", ".join(piece.voice)
    state = NOT_EXACT.get(piece.standing.state)
    return f"{cited} [{piece.stance}; {voice}{'; ' + state if state else ''}]"
