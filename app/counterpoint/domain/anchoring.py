"""Finding a quotation in a text, and saying where it stands now. Positions are code points.

The rule: white space may differ, and what interrupts a sentence (a page break, its header and
footnotes) is passed over; nothing else may differ, and a quotation never begins or ends inside a
word or a number. Words that are only set otherwise stand, and are said to be.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import attrgetter

from .flat import occurrences
from .haystack import Haystack
from .likeness import Likeness, clearly_nearest
from .plain_spelling import same_words
from .quotation import CONTEXT, Anchor, Quotation, QuotationState, Standing
from .span import Span, joined, without
from .surroundings import among_copies, best_places, same_sentence, same_surroundings, telling_apart
from .whole_words import whole_words

_BESIDE = " \n"
"""What mostly stands beside a quotation and parts words, interrupted or not; tried first."""
_START, _END = attrgetter("start"), attrgetter("end")

Narrow = Callable[[Sequence[Span]], Sequence[Span]]
"""Leaves of places those that the writer of a quotation means, by its paragraph and occurrence."""
NearestMatch = Callable[[str], Sequence[Likeness]]
"""Given words that a text lacks, where something like them stands, the likest first."""


def stands_at(words: str, text: str, span: Span, interruptions: Sequence[Span] = ()) -> bool:
    """True if `span` of `text` is word for word `words`: where `find` finds them."""
    start, end = span.start, span.end
    if not 0 <= start < end <= len(text) or text[start].isspace() or text[end - 1].isspace():
        return False
    there = text[start:end]
    if there != words:
        parts = words.split()
        if there.split() != parts:
            first = bisect_right(interruptions, start, key=_END)
            last = bisect_left(interruptions, end, first, key=_START)
            pieces = without(span, interruptions[first:last])
            # What is given without an interruption neither begins nor ends in one.
            if not pieces or pieces[0].start != start or pieces[-1].end != end:
                return False
            if joined(text, pieces)[0].split() != parts:
                return False
    return whole_words(text, span, interruptions)


def not_exact(
    text: str, quotations: Sequence[tuple[str, Span]], interruptions: Sequence[Span] = ()
) -> list[int]:
    """The numbers of those `quotations`, each with where it should stand, that do not stand there.

    As `stands_at`, for many: about a microsecond each, so that all can be verified, always.
    """
    wrong: list[int] = []
    length = len(text)
    for number, (words, span) in enumerate(quotations):
        start, end = span
        plain = (
            0 < start < end < length
            and text[start:end] == words.strip()
            and text[start - 1] in _BESIDE
            and text[end] in _BESIDE
        )
        if not plain and not stands_at(words, text, span, interruptions):
            wrong.append(number)
    return wrong


def find(words: str, haystack: Haystack) -> tuple[Span, ...]:
    """Every place where `words` stand, in order, including ones that overlap."""
    if haystack.last[0] != words:
        text, interruptions = haystack.text, haystack.interruptions
        found = (s for s in haystack.places(words) if whole_words(text, s, interruptions))
        haystack.last = (words, tuple(found))
    return haystack.last[1]


def anchor_at(text: str, span: Span, digest: str, twins: Sequence[Span] | None = None) -> Anchor:
    """What is kept of a place: the span, 32 code points on either side, and the text's digest;
    more, up to what tells them apart, where the same words stand elsewhere in the same
    surroundings. `twins` are all places of the words; None to look for them, which is linear in
    the text."""
    if twins is None:
        words = text[span.start : span.end]
        twins = [Span(at, at + span.length) for at in occurrences(words, text)] if words else ()
    before, after = telling_apart(text, span, twins)
    return Anchor(
        span,
        text[max(0, span.start - before) : span.start],
        text[span.end : span.end + after],
        digest,
    )


def is_kept_at(anchor: Anchor, text: str) -> bool:
    """True if what the anchor keeps is what stands around its place in `text`."""
    start, end = anchor.span
    return (
        len(anchor.before) >= min(CONTEXT, start)
        and len(anchor.after) >= min(CONTEXT, len(text) - end)
        and text.endswith(anchor.before, 0, start)
        and text.startswith(anchor.after, end)
    )


def spelt_at(words: str, haystack: Haystack, span: Span) -> bool:
    """True if `words` stand at `span`, word for word or set otherwise."""
    start, end = span
    text, interruptions = haystack.text, haystack.interruptions
    return (
        0 <= start < end <= len(text)
        and not (text[start].isspace() or text[end - 1].isspace())
        and same_words(words, haystack.cut(span))
        and whole_words(text, span, interruptions)
    )


def find_spelt(words: str, haystack: Haystack) -> tuple[Span, ...]:
    """Every place where `words` stand set otherwise, in order."""
    return tuple(s for s in haystack.spelt_otherwise(words) if spelt_at(words, haystack, s))


def locate(
    quotation: Quotation,
    haystack: Haystack,
    narrow: Narrow | None,
    nearest_match: NearestMatch,
    *,
    altered: bool = True,
) -> Standing:
    """Where `quotation` stands in a text now. Never guesses.

    `narrow` is None where the writer has named neither paragraph nor occurrence. Words stand, or
    have moved, only where the kept surroundings say that they are the same, and clearly more so
    than elsewhere. Where the text is not `altered` since it was anchored, the words were: they are
    where they would be without an anchor, and of several places at the one that the anchor shares
    words with.
    """
    words, anchor = quotation.words, quotation.anchor
    if anchor is not None:
        if altered and among_copies(words, anchor) and find(words, haystack):
            return _UNCLEAR
        there = _at_its_place(words, anchor, haystack, narrow, altered=altered)
        if there is not None:
            return Standing(there, anchor.span)
    now = _Now(quotation, haystack, narrow, altered)
    everywhere = find(words, haystack)
    standing = now.among(everywhere, QuotationState.MOVED)
    if standing is not None and standing.state is not QuotationState.LOST:
        return standing
    if everywhere and not (anchor is not None and altered):
        return _NOWHERE
    # Another may say the same words, where those that were quoted are set or worded otherwise.
    spelt = [s for s in find_spelt(words, haystack) if not _shared(s, everywhere)]
    standing = now.among(spelt, QuotationState.SPELT_OTHERWISE)
    if standing is not None and standing.state is not QuotationState.LOST:
        return standing
    taken = (*everywhere, *spelt)
    return now.like([each for each in nearest_match(words) if not _shared(each.span, taken)], taken)


_NOWHERE = Standing(QuotationState.LOST, None)
_UNCLEAR = Standing(QuotationState.AMBIGUOUS, None)


def _shared(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _at_its_place(
    words: str, anchor: Anchor, haystack: Haystack, narrow: Narrow | None, *, altered: bool
) -> QuotationState | None:
    """The state of words that stand where they were anchored, in the same surroundings."""
    text, span = haystack.text, anchor.span
    if stands_at(words, text, span, haystack.interruptions):
        state = QuotationState.EXACT
    elif spelt_at(words, haystack, span):
        state = QuotationState.SPELT_OTHERWISE
    else:
        return None
    if narrow is not None:
        found = find(words, haystack) if state is QuotationState.EXACT else (span,)
        if span not in narrow(found):
            return None
    return state if not altered or same_surroundings(anchor, text, span) else None


class _Now:
    """What decides between the places of one quotation."""

    def __init__(
        self, quotation: Quotation, haystack: Haystack, narrow: Narrow | None, altered: bool
    ) -> None:
        self._words = quotation.words
        self._anchor = quotation.anchor
        self._text = haystack.text
        self._narrow = narrow
        self._altered = altered and quotation.anchor is not None

    def among(self, found: Sequence[Span], moved: QuotationState) -> Standing | None:
        """Where it stands if it is at one of the places `found`; None where there are none that
        its writer can mean. `moved` is what it is called at another place than its own."""
        meant = self._narrow(found) if self._narrow is not None else found
        if not meant:
            return None
        anchor = self._anchor
        if anchor is not None and self._altered:
            meant = best_places(self._words, anchor, self._text, meant, len(found))
        elif anchor is not None:
            meant = [place for place in meant if place.overlaps(anchor.span)] or meant
        if len(meant) > 1:
            return _UNCLEAR
        if not meant:
            return _NOWHERE
        if moved is QuotationState.MOVED and not self._altered:
            return Standing(QuotationState.EXACT, meant[0])
        return Standing(moved, meant[0])

    def like(self, likenesses: Sequence[Likeness], taken: Sequence[Span]) -> Standing:
        """What is proposed. Where the words themselves stand, they being another's, only what
        stands in the same sentence."""
        if self._narrow is not None:
            meant = {*self._narrow([each.span for each in likenesses])}
            likenesses = [each for each in likenesses if each.span in meant] or likenesses
        spans = [each.span for each in likenesses]
        fitting: Sequence[Span] = ()
        if self._anchor is not None and self._altered and spans:
            number = len(spans) + len(taken)
            anchor = self._anchor
            fitting = best_places(self._words, anchor, self._text, spans, number)
            if taken:
                fitting = [s for s in fitting if same_sentence(anchor, self._text, s)]
        if not fitting and not taken:
            fitting = clearly_nearest(likenesses)
        if len(fitting) > 1:
            return _UNCLEAR
        return Standing(QuotationState.CHANGED, fitting[0]) if fitting else _NOWHERE
