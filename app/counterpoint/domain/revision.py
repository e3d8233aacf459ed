"""Where a quotation stands in a new version of its text. Never guesses: what is not certain is for
a person to decide."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from .anchoring import NearestMatch, find, inside_word
from .haystack import Haystack
from .span import Span
from .text import cluster_end, fold_typography


class Revised(StrEnum):
    """The state of a quotation in the new version."""

    EXACT = "exact"
    """Word for word, in the same surroundings, at the same place."""
    MOVED = "moved"
    """Word for word, in the same surroundings, elsewhere."""
    SPELT_OTHERWISE = "spelt otherwise"
    """The same words with other quotation marks, dashes, hyphens, ligatures or composition."""
    CHANGED = "changed"
    """One passage is much like it."""
    AMBIGUOUS = "ambiguous"
    """The words stand there, but nobody can say whether the passage is the same."""
    LOST = "lost"


class RevisedPlace(NamedTuple):
    """`span` is where it stands, or what is proposed; None if it is ambiguous or lost. `others`
    are the places of which it may be one."""

    state: Revised
    span: Span | None
    others: tuple[Span, ...] = ()


_FITS = 12
"""Letters of the old surroundings, on both sides together, that make them the same."""
_CLEARLY = 6
"""Letters by which the best place fits better than the next."""
_LONG = 60
"""Letters of a quotation that stands but once and can hardly be another's words."""
_REACH = 32


def revised_place(
    words: str,
    old_text: str,
    old_span: Span,
    new: Haystack,
    nearest_match: NearestMatch,
) -> RevisedPlace:
    """Where the quotation `words`, which stood at `old_span` of `old_text`, is in `new`."""
    new_text = new.text
    found = find(words, new)
    if found:
        return _among(found, Revised.MOVED, words, old_text, old_span, new_text)
    folded = _found_folded(words, new_text)
    if folded:
        return _among(folded, Revised.SPELT_OTHERWISE, words, old_text, old_span, new_text)
    like = nearest_match(words)
    return (
        RevisedPlace(Revised.CHANGED, like)
        if like is not None
        else RevisedPlace(Revised.LOST, None)
    )


def _among(
    found: Sequence[Span],
    state: Revised,
    words: str,
    old_text: str,
    old_span: Span,
    new_text: str,
) -> RevisedPlace:
    before = _letters(old_text[max(0, old_span.start - 2 * _REACH) : old_span.start])[-_REACH:]
    after = _letters(old_text[old_span.end : old_span.end + 2 * _REACH])[:_REACH]
    fits = [_fit(before, after, new_text, span) for span in found]
    best = max(range(len(found)), key=fits.__getitem__)
    second = max((fit for at, fit in enumerate(fits) if at != best), default=-_CLEARLY)
    surrounded = fits[best] >= min(_FITS, len(before) + len(after))
    unmistakable = len(found) == 1 and len(words) >= _LONG
    if (surrounded and fits[best] - second >= _CLEARLY) or unmistakable:
        span = found[best]
        same = state is Revised.MOVED and span == old_span
        return RevisedPlace(Revised.EXACT if same else state, span)
    return RevisedPlace(Revised.AMBIGUOUS, None, tuple(found))


def _fit(before: str, after: str, text: str, span: Span) -> int:
    """How many letters of the surroundings are the same, from the quotation outwards."""
    left = _letters(text[max(0, span.start - 2 * _REACH) : span.start])
    right = _letters(text[span.end : span.end + 2 * _REACH])
    return _alike(before[::-1], left[::-1]) + _alike(after, right)


def _alike(one: str, other: str) -> int:
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum()).casefold()


def _found_folded(words: str, text: str) -> list[Span]:
    wanted = fold_typography(words).text.strip()
    folded, places = fold_typography(text)
    found = _every(wanted, folded, places, text)
    if not found and "-" in wanted + folded:
        # A hyphen at a line's end is in the one version and not in the other.
        bare, kept = _without_hyphens(folded, places)
        found = _every(_without_hyphens(wanted, places)[0], bare, kept, text)
    return [span for span in found if not _cut(text, span)]


def _without_hyphens(folded: str, places: list[int]) -> tuple[str, list[int]]:
    """Without the hyphens between two letters."""
    kept = [
        at
        for at, sign in enumerate(folded)
        if sign != "-" or not (folded[at - 1 : at].isalpha() and folded[at + 1 : at + 2].isalpha())
    ]
    return "".join(folded[at] for at in kept), [places[at] for at in kept if at < len(places)]


def _every(wanted: str, folded: str, places: list[int], text: str) -> list[Span]:
    found: list[Span] = []
    at = folded.find(wanted)
    while at >= 0 and wanted:
        last = places[at + len(wanted) - 1]
        found.append(Span(places[at], cluster_end(text, last)))
        at = folded.find(wanted, at + 1)
    return found


def _cut(text: str, span: Span) -> bool:
    return inside_word(text, span.start) or inside_word(text, span.end)
