"""Where a quotation stands in a new version of its text. Never guesses: what is not certain is for
a person to decide."""

from typing import NamedTuple

from .anchoring import NearestMatch, anchor_at, find, find_spelt, locate
from .bearing import Bearings, Turned, turned
from .haystack import Haystack
from .quotation import Quotation, QuotationState
from .span import Span


class RevisedPlace(NamedTuple):
    """`span` is where it stands, or what is proposed; None if it is ambiguous or lost. `others`
    are the places of which it may be one. `turned` is what is another of what decides what it
    says: then it is changed, though its words may stand."""

    state: QuotationState
    span: Span | None
    others: tuple[Span, ...] = ()
    turned: Turned | None = None


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
        standing = locate(quotation, new, None, self._nearest_match)
        if standing.span is not None:
            told = (
                None
                if standing.state is QuotationState.CHANGED
                else self._turned(old_span, standing.span)
            )
            state = standing.state if told is None else QuotationState.CHANGED
            return RevisedPlace(state, standing.span, (), told)
        others = find(words, new) or find_spelt(words, new)
        state = QuotationState.AMBIGUOUS if others else standing.state
        return RevisedPlace(state, None, others)

    def _turned(self, old_span: Span, span: Span) -> Turned | None:
        then, now = self._old.bearings, self._new.bearings
        return turned(then.at(old_span), now.at(span), then.titles | now.titles)
