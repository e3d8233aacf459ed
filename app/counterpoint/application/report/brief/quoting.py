"""Quotations as blocks, numbered as they come, and a ledger of them for whoever checks."""

from typing import NamedTuple

from counterpoint.application.report.words.wording import voice
from counterpoint.domain.report.blocks import Cite, Inline, Quotation, Text
from counterpoint.domain.report.material import Evidence, Passage
from counterpoint.labels.quotation_state import state_on_paper


class Quoted(NamedTuple):
    """A quotation in a report, in the order of reading."""

    id: str
    passage: Passage


class Quoting:
    """Makes the quotations of one report."""

    def __init__(self) -> None:
        self.ledger: list[Quoted] = []

    def of_evidence(self, piece: Evidence, apart: str = "") -> Quotation:
        """With what keeps the words from bearing the claim wholly, where something does. `apart`:
        how they stand to the approach, where they do not stand with the claim."""
        remarks = [f"“{piece.hedge}” keeps a distance"] if piece.hedge else []
        remarks += [f"not meant at face value: {piece.tone}"] if piece.tone else []
        remarks += [f"not complete by itself: {piece.partial}"] if piece.partial else []
        why = piece.why if apart else f"{piece.stance}: {piece.why}"
        remarks += [why] if piece.inferred and piece.why else []
        return self.of(piece.passage, "; ".join(remarks), apart)

    def of(self, passage: Passage, remark: str = "", apart: str = "") -> Quotation:
        id = f"quotation-{len(self.ledger) + 1}"
        self.ledger.append(Quoted(id, passage))
        said = voice(passage)
        words: list[Inline] = [Text(said), Cite(passage.source, passage.paragraph)]
        words += [Text(f" ({remark})")] if remark else []
        return Quotation(passage.words, tuple(words), id, state_on_paper(passage.state), apart)
