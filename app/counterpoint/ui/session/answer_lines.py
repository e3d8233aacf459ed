"""What a passage replies to and what replies to it, as lines for the peek and the margin."""

from counterpoint.application.library.opened_library import (
    EvidenceInPlace,
    OpenedLibrary,
    ReplyHere,
)
from counterpoint.domain.approach import Link
from counterpoint.labels.paragraph import in_source
from counterpoint.labels.reply import inferred, reply


def answer_lines(library: OpenedLibrary, placed: EvidenceInPlace) -> list[str]:
    """One line for each pair of passages of which one shares words with this evidence."""
    found = library.replies_at(placed.evidence.source, placed.evidence.standing.span)
    return [answer_line(library, answered) for answered in found]


def answer_line(library: OpenedLibrary, answered: ReplyHere) -> str:
    """ "Rebutted by Hugo Klijn (Clingendael §8): “…”"."""
    other = answered.other
    where = in_source(library.contents.source(other.source).short, other.paragraph)
    who = other.voice[-1] if other.voice else where
    words = " ".join(other.quotation.words.split())
    said = reply(answered.reply.kind, answered.reply.link, who, outgoing=answered.outgoing)
    if answered.reply.link is Link.INFERRED:
        where = inferred(where)
    return f"{said} ({where}): “{words}”"
