"""The marks of a source, and the order in which its passages are walked."""

from collections.abc import Iterable

from counterpoint.application.library.opened_library import EvidenceInPlace, OpenedLibrary
from counterpoint.ui.session.answer_lines import answer_line

from .highlight import Highlight, HighlightAnswer


def highlights_in(
    library: OpenedLibrary, source: str, approaches: Iterable[str]
) -> list[Highlight]:
    """A mark for each passage of `source` that is linked to one of `approaches`, in their order.
    A lost quotation has no place and so no mark."""
    return [
        highlight_of(library, placed)
        for placed in library.placed_in(source, approaches)
        if placed.evidence.standing.span is not None
    ]


def highlight_of(library: OpenedLibrary, placed: EvidenceInPlace) -> Highlight:
    """Raises ValueError where the quotation is lost."""
    span = placed.evidence.standing.span
    if span is None:
        raise ValueError(f"{placed.evidence.key} is lost and stands nowhere")
    return Highlight(
        span=span,
        approach_cue=placed.approach.cue,
        colour=placed.approach.colour,
        stance=placed.evidence.stance,
        key=placed.evidence.key,
        title=placed.approach.title,
        claim=placed.claim.text,
        voice=placed.evidence.voice,
        state=placed.evidence.standing.state,
        answers=_answers(library, placed),
    )


def _answers(library: OpenedLibrary, placed: EvidenceInPlace) -> tuple[HighlightAnswer, ...]:
    found: list[HighlightAnswer] = []
    for answered in library.replies_at(placed.evidence.source, placed.evidence.standing.span):
        other = answered.other
        if other.standing.span is not None:
            words = answer_line(library, answered)
            found.append(HighlightAnswer(words, other.source, other.standing.span))
    return tuple(found)


def keys_of_approach(library: OpenedLibrary, approach: str) -> list[str]:
    """Every passage of an approach that has a place, cell by cell."""
    return [
        placed.evidence.key
        for placed in library.placed([approach])
        if placed.evidence.standing.span is not None
    ]
