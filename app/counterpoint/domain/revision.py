"""Where a quotation stands in a new version of its text. Never guesses: what is not certain is for
a person to decide."""

from typing import NamedTuple

from .anchoring import NearestMatch, anchor_at, find, find_spelt, locate
from .haystack import Haystack
from .quotation import Quotation, QuotationState
from .span import Span


class RevisedPlace(NamedTuple):
    """`span` is where it stands, or what is proposed; None if it is ambiguous or lost. `others`
    are the places of which it may be one."""

    state: QuotationState
    span: Span | None
    others: tuple[Span, ...] = ()


def revised_place(
    words: str,
    old: Haystack,
    old_span: Span,
    new: Haystack,
    nearest_match: NearestMatch,
) -> RevisedPlace:
    """Where the quotation `words`, which stood at `old_span` of the text `old`, is in `new`.
    Ambiguous is also what stands there, but in surroundings that do not say it to be the same."""
    quotation = Quotation(words, anchor_at(old.text, old_span, "", find(words, old)))
    standing = locate(quotation, new, None, nearest_match)
    if standing.span is not None:
        return RevisedPlace(*standing)
    others = find(words, new) or find_spelt(words, new)
    state = QuotationState.AMBIGUOUS if others else standing.state
    return RevisedPlace(state, None, others)
