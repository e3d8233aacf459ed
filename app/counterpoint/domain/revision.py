"""Where a quotation stands in a new version of its text. Never guesses: what is not certain is for
a person to decide."""

import re
from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from .anchoring import NearestMatch, anchor_at, find, find_spelt, locate
from .bearing import Bearings
from .haystack import Haystack
from .heading_name import Names
from .quotation import Quotation, QuotationState, Standing
from .sentence import sentence_end
from .span import Span
from .surroundings import MOST_KEPT, among_copies
from .turning import Turned, turned

_NEAR = 2
"""So many places of the same words, before and after one, are its neighbours."""

_FARTHEST = 300
"""Code points by which what is proposed may be longer to end with its sentence."""
_END = re.compile(r"[.!?…؟؛।。！？][\"'”’»)\]」』）]*$")

_SENTENCE = 6
"""Words of a sentence that nobody writes twice for two things."""


class RevisedPlace(NamedTuple):
    """`span` is where it stands, or what is proposed; None if it is ambiguous or lost. `others`
    are the places of which it may be one. `turned` is what is another of what decides what it
    says: then it is changed, though its words may stand; or ambiguous, where it may be the one
    place of `others`."""

    state: QuotationState
    span: Span | None
    others: tuple[Span, ...] = ()
    turned: Turned | None = None
    beside: Turned | None = None
    """What is another beside words that are only like it: what is proposed leaves it out."""


class Version(NamedTuple):
    """A text, and what bears on its passages."""

    haystack: Haystack
    bearings: Bearings


class Versions:
    """Two versions of one text."""

    def __init__(self, old: Version, new: Version, nearest_match: NearestMatch) -> None:
        """`nearest_match` looks in the new one."""
        self._old = old
        self._new = new
        self._nearest_match = nearest_match

    def place(self, words: str, old_span: Span) -> RevisedPlace:
        """Where the quotation `words`, which stood at `old_span` of the old text, is in the new.
        Ambiguous is also what stands there, but in surroundings that do not say it to be the same;
        changed is also what stands there, but in another sentence, or as another's words."""
        old, new = self._old.haystack, self._new.haystack
        quotation = Quotation(words, anchor_at(old.text, old_span, "", find(words, old)))
        standing = self._among_copies(quotation, old_span)
        standing = standing or locate(quotation, new, None, self._nearest_match)
        state, span = standing
        stands = span is not None and state is not QuotationState.CHANGED
        if span is None and state is not QuotationState.CHANGED:
            span = self._only_place(words, old_span)
            if span is not None:
                return RevisedPlace(QuotationState.MOVED, span)
        if span is None or (stands and self._one_is_gone(words, old_span)):
            others = find(words, new) or find_spelt(words, new)
            told = self._turned(old_span, others[0]) if len(others) == 1 else None
            return RevisedPlace(QuotationState.AMBIGUOUS if others else state, None, others, told)
        if not stands:
            span = self._to_its_end(words, span)
        told = self._turned(old_span, span)
        if not stands:
            return RevisedPlace(state, span, (), None, told)
        return RevisedPlace(state if told is None else QuotationState.CHANGED, span, (), told)

    def _to_its_end(self, words: str, span: Span) -> Span:
        """Words that are proposed for a quotation which goes to the end of its sentence go to the
        end of theirs, if that is not far."""
        haystack = self._new.haystack
        proposed = haystack.text[slice(*span)]
        if not _whole(words) or _whole(proposed):
            return span
        after, _, below = haystack.text[span.end : span.end + _FARTHEST].partition("\n\n")
        length = sentence_end(proposed, after)
        reached = length < len(after) or below or span.end + length == len(haystack.text)
        return Span(span.start, span.end + length) if reached else span

    def _among_copies(self, quotation: Quotation, span: Span) -> Standing | None:
        """Where it is one of many copies that nothing beside them tells apart, it stands where it
        did if all before it is as it was, and there are as many copies as there were."""
        words, anchor = quotation.words, quotation.anchor
        if anchor is None or not among_copies(words, anchor) or span.end > self._as_before:
            return None
        old, new = self._old.haystack, self._new.haystack
        same = len(find(words, old)) == len(find(words, new))
        return Standing(QuotationState.EXACT, span) if same else None

    def _only_place(self, words: str, old_span: Span) -> Span | None:
        """The one place in the new text of what stood at one place of the old, in the same sentence
        of some length, of the same speaker, under the same headings, whatever is beside that."""
        found = find(words, self._new.haystack)
        if len(found) != 1 or len(find(words, self._old.haystack)) != 1:
            return None
        then = self._old.bearings.at(old_span)
        sentence = f"{then.before}{words}{then.after}"
        if len(sentence.split()) < _SENTENCE or self._turned(old_span, found[0]) is not None:
            return None
        return found[0]

    def _one_is_gone(self, words: str, span: Span) -> bool:
        """Whether near the old place the same sentence stood again, of the same speaker, and there
        are not as many by now: which is gone, or new, nobody can say."""
        old = self._old.haystack
        places = find(words, old)
        if len(places) == 1 or len(places) == len(find(words, self._new.haystack)):
            return False
        at = bisect_left(places, span)
        then = self._old.bearings.at(span)
        return any(
            other != span
            and abs(other.start - span.start) <= MOST_KEPT
            and self._old.bearings.at(other) == then
            for other in places[max(0, at - _NEAR) : at + _NEAR + 1]
        )

    @cached_property
    def _as_before(self) -> int:
        """How many code points at the beginning are the same in both."""
        old, new = self._old.haystack.text, self._new.haystack.text
        low, high = 0, min(len(old), len(new))
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if old[low:middle] == new[low:middle] else (low, middle - 1)
        return low

    @cached_property
    def _titles(self) -> set[str]:
        return self._old.bearings.titles | self._new.bearings.titles

    @cached_property
    def _several(self) -> set[Names]:
        return self._old.bearings.numbered_otherwise | self._new.bearings.numbered_otherwise

    def _turned(self, old_span: Span, span: Span) -> Turned | None:
        then, now = self._old.bearings.at(old_span), self._new.bearings.at(span)
        told = turned(then, now, self._titles, self._several)
        if told is not None and told.turns and self._parted_otherwise(old_span, span, told):
            return told._replace(turns=False)
        return told

    def _parted_otherwise(self, old_span: Span, span: Span, told: Turned) -> bool:
        """Whether all that its sentence is said to have gained or lost stands beside it in both:
        nothing but the paragraphs, or the sentences, are parted in another way."""
        old, new = self._old.haystack.text, self._new.haystack.text
        before = max(len(told.then[0]), len(told.now[0]))
        after = max(len(told.then[1]), len(told.now[1]))

        def words(text: str, of: Span) -> tuple[list[str], list[str]]:
            first = text[max(0, of.start - 2 * before) : of.start].split()
            last = text[of.end : of.end + 2 * after].split()
            return first, last

        (first, last), (first_now, last_now) = words(old, old_span), words(new, span)
        most = max(len(told.then[0].split()), len(told.now[0].split()))
        least = max(len(told.then[1].split()), len(told.now[1].split()))
        return (not most or first[-most:] == first_now[-most:]) and last[:least] == last_now[:least]


def _whole(words: str) -> bool:
    """Whether they go to the end of a sentence."""
    return _END.search(words) is not None
