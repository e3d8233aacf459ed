"""What a passage answers and what answers it, as lines for the peek and the reader's margin."""

from counterpoint.application.library.opened_library import Answered, EvidenceInPlace, OpenedLibrary
from counterpoint.domain.library import AnswerKind

_OUTGOING = {
    AnswerKind.REBUTS: "Rebuts",
    AnswerKind.CONCEDES_TO: "Concedes to",
    AnswerKind.SUPPORTS: "Supports",
}
_INCOMING = {
    AnswerKind.REBUTS: "Rebutted by",
    AnswerKind.CONCEDES_TO: "Conceded by",
    AnswerKind.SUPPORTS: "Supported by",
}


def answer_lines(library: OpenedLibrary, placed: EvidenceInPlace) -> list[str]:
    """One line for each pair of passages of which one shares words with this evidence."""
    found = library.answers_at(placed.evidence.source, placed.evidence.standing.span)
    return [answer_line(library, answered) for answered in found]


def answer_line(library: OpenedLibrary, answered: Answered) -> str:
    """ "Rebutted by Hugo Klijn (Clingendael §8): “…”"."""
    kinds = _OUTGOING if answered.outgoing else _INCOMING
    other = answered.other
    where = f"{library.contents.source(other.source).short} {other.paragraph}".rstrip()
    who = other.voice[-1] if other.voice else where
    words = " ".join(other.quotation.words.split())
    return f"{kinds[answered.answer.kind]} {who} ({where}): “{words}”"
