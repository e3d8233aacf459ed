"""The marks of a source, and the order in which its passages are walked."""

from collections.abc import Iterable

from counterpoint.application.opened_library import OpenedLibrary, Placed
from counterpoint.ui.reader.mark import Mark


def marks_in(library: OpenedLibrary, source: str, options: Iterable[str]) -> list[Mark]:
    """A mark for each passage of `source` that is linked to one of `options`, in their order.
    A lost quotation has no place and so no mark."""
    return [
        mark_of(placed)
        for placed in library.placed(options)
        if placed.evidence.source == source and placed.evidence.standing.span is not None
    ]


def mark_of(placed: Placed) -> Mark:
    """Raises ValueError where the quotation is lost."""
    span = placed.evidence.standing.span
    if span is None:
        raise ValueError(f"{placed.evidence.key} is lost and stands nowhere")
    return Mark(
        span=span,
        option_cue=placed.option.cue,
        colour=placed.option.colour,
        stance_word=placed.evidence.stance.value,
        key=placed.evidence.key,
        title=placed.option.title,
        claim=placed.claim.text,
        voice=placed.evidence.voice,
        state=placed.evidence.standing.state,
    )


def keys_of_option(library: OpenedLibrary, option: str) -> list[str]:
    """Every passage of an option that has a place, cell by cell."""
    return [
        placed.evidence.key
        for placed in library.placed([option])
        if placed.evidence.standing.span is not None
    ]
