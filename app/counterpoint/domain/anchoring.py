"""Finding a quotation in a text, and saying where it stands now. Positions are code points.

The rule: white space may differ, and what interrupts a sentence (a page break, its header and
footnotes) is passed over; nothing else may differ, and a quotation never begins or ends inside a
word, so that "realistic" is not found in "unrealistic".
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from .quotation import CONTEXT, Anchor, Quotation, QuotationState, Standing
from .span import Span, without

SCRIPTS_WITH_SPACES = 0x0E00
"""Below this code point words are parted by spaces; Thai, Chinese and Japanese come after it."""

_EDGES = " \n.,;:()“”‘’\"'"
"""What mostly stands beside a quotation, tried first. At a text's ends nothing does."""

Likeness = Callable[[str, str], Span | None]
"""Given words and a text that lacks them, where the nearest likeness stands, if anything does."""


def _in_word(character: str) -> bool:
    # A superscript footnote mark is a digit to Unicode but no part of the word before it.
    return ord(character) < SCRIPTS_WITH_SPACES and (character.isalpha() or character.isdecimal())


def whole_words(text: str, span: Span) -> bool:
    """False where `span` begins or ends inside a word of `text`."""
    start, end = span.start, span.end
    if start > 0 and _in_word(text[start]) and _in_word(text[start - 1]):
        return False
    return not (end < len(text) and _in_word(text[end - 1]) and _in_word(text[end]))


def stands_at(words: str, text: str, span: Span, interruptions: Sequence[Span] = ()) -> bool:
    """True where `span` of `text` is word for word `words`."""
    start, end = span.start, span.end
    if not 0 <= start < end <= len(text):
        return False
    same = end - start == len(words) and text.startswith(words, start)
    if not same:
        pieces = without(span, tuple(interruptions))
        there = " ".join(text[piece.start : piece.end] for piece in pieces).split()
        same = bool(there) and there == words.split()
        same = same and not text[start].isspace() and not text[end - 1].isspace()
    return same and whole_words(text, span)


def not_exact(
    text: str, quotations: Sequence[tuple[str, Span]], interruptions: Sequence[Span] = ()
) -> list[int]:
    """The numbers of those `quotations`, each with where it should stand, that do not stand there.

    As `stands_at`, for many: about a microsecond each, so that all can be verified, always.
    """
    wrong: list[int] = []
    startswith = text.startswith
    for number, (words, span) in enumerate(quotations):
        start, end = span.start, span.end
        plain = (
            startswith(words, start)
            and end - start == len(words)
            and text[start - 1 : start] in _EDGES
            and text[end : end + 1] in _EDGES
        )
        if not plain and not stands_at(words, text, span, interruptions):
            wrong.append(number)
    return wrong


def find(words: str, text: str, interruptions: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Every place in `text` where `words` stand, in order, including ones that overlap."""
    return tuple(span for span in _anywhere(words, text, interruptions) if whole_words(text, span))


def find_inside_words(words: str, text: str, interruptions: Sequence[Span] = ()) -> Span | None:
    """The first place where `words` stand only as part of longer words, if there is one."""
    for span in _anywhere(words, text, interruptions):
        if not whole_words(text, span):
            return span
    return None


def _anywhere(words: str, text: str, interruptions: Sequence[Span]) -> list[Span]:
    parts = words.split()
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(re.escape(part) for part in parts))
    found = set(_matches(pattern, text))
    if interruptions:
        kept = without(Span(0, len(text)), tuple(interruptions))
        reduced = " ".join(text[piece.start : piece.end] for piece in kept)
        starts: list[int] = []
        position = 0
        for piece in kept:
            starts.append(position)
            position += len(piece) + 1

        def original(place: int) -> int:
            index = bisect_right(starts, place) - 1
            return kept[index].start + place - starts[index]

        found |= {
            Span(original(span.start), original(span.end - 1) + 1)
            for span in _matches(pattern, reduced)
        }
    return sorted(found)


def _matches(pattern: re.Pattern[str], text: str) -> list[Span]:
    spans: list[Span] = []
    match = pattern.search(text)
    while match:
        spans.append(Span(match.start(), match.end()))
        match = pattern.search(text, match.start() + 1)
    return spans


def anchor_at(text: str, span: Span, digest: str) -> Anchor:
    """What is kept of a place: the span, 32 code points on either side, and the text's digest."""
    return Anchor(
        span,
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
        digest,
    )


def locate(
    quotation: Quotation,
    text: str,
    interruptions: Sequence[Span],
    likeness: Likeness,
) -> Standing:
    """Where `quotation` stands in `text` now. Never guesses: of several places none is chosen
    unless the kept context fits exactly one of them."""
    anchor = quotation.anchor
    if anchor is not None and stands_at(quotation.words, text, anchor.span, interruptions):
        return Standing(QuotationState.EXACT, anchor.span)
    places = find(quotation.words, text, interruptions)
    if anchor is None:
        if len(places) == 1:
            return Standing(QuotationState.EXACT, places[0])
    elif len(places) > 1:
        places = tuple(
            place
            for place in places
            if (found := anchor_at(text, place, anchor.digest)).before == anchor.before
            and found.after == anchor.after
        )
    if len(places) == 1:
        return Standing(QuotationState.MOVED, places[0])
    if places or find(quotation.words, text, interruptions):
        return Standing(QuotationState.LOST, None)
    like = likeness(quotation.words, text)
    return Standing(QuotationState.CHANGED if like else QuotationState.LOST, like)
