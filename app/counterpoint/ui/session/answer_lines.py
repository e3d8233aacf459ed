"""What a passage answers and what answers it, as lines for the peek and the reader's margin."""

from counterpoint.application.library.opened_library import Answered, EvidenceInPlace, OpenedLibrary
from counterpoint.labels.answer import answer
from counterpoint.labels.paragraph import in_source


def answer_lines(library: OpenedLibrary, placed: EvidenceInPlace) -> list[str]:
    """One line for each pair of passages of which one shares words with this evidence."""
    found = library.answers_at(placed.evidence.source, placed.evidence.standing.span)
    return [answer_line(library, answered) for answered in found]


def answer_line(library: OpenedLibrary, answered: Answered) -> str:
    """ "Rebutted by Hugo Klijn (Clingendael §8): “…”"."""
    other = answered.other
    where = in_source(library.contents.source(other.source).short, other.paragraph)
    who = other.voice[-1] if other.voice else where
    words = " ".join(other.quotation.words.split())
    said = answer(answered.answer.kind, who, outgoing=answered.outgoing)
    return f"{said} ({where}): “{words}”"
