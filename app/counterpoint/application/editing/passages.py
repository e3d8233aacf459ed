"""A passage that is selected in a text, as it is quoted."""

from collections.abc import Sequence

from counterpoint.domain.anchoring import anchor_at
from counterpoint.domain.forms import PassageForm
from counterpoint.domain.source import Source, SourceText
from counterpoint.domain.span import Span, joined, without
from counterpoint.domain.whole_words import made_whole


class NothingSelected(Exception):
    """The selection has no words of the text in it."""


def passage_at(source: Source, text: SourceText, span: Span, voice: tuple[str, ...]) -> PassageForm:
    """What stands at `span`, in code points, widened to whole words, with its place, its
    surroundings and the text's digest; what interrupts a sentence, or stands between two pages, is
    no part of the words. Raises NothingSelected."""
    holes = source.passed_over
    whole = _of_words(text.text, span, holes)
    if whole is None:  # the head of a page by itself
        holes = source.interruptions
        whole = _of_words(text.text, span, holes)
    if whole is None:
        raise NothingSelected
    words = joined(text.text, without(whole, holes))[0]
    return PassageForm(
        source.id,
        " ".join(words.split()),
        voice,
        anchor=anchor_at(text.text, whole, text.digest),
    )


def _of_words(text: str, span: Span, holes: Sequence[Span]) -> Span | None:
    """Beginning and ending with words that are in none of `holes`; None where there are none."""
    pieces = [
        trimmed for piece in without(span, holes) if (trimmed := _trimmed(text, piece)).length > 0
    ]
    return made_whole(text, Span(pieces[0].start, pieces[-1].end)) if pieces else None


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
