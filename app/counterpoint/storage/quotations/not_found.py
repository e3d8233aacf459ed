"""Why a quotation cannot be anchored, and what its writer can do about it."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from counterpoint.domain.anchoring import find, find_spelt
from counterpoint.domain.faults.quotation_fault import QuotationFault
from counterpoint.domain.forms import PassageForm
from counterpoint.domain.likeness import clearly_nearest
from counterpoint.domain.problem import Argument
from counterpoint.domain.quotation import Quotation, QuotationState, Standing
from counterpoint.domain.span import Span
from counterpoint.domain.spelling import odd_signs
from counterpoint.domain.whole_words import made_whole
from counterpoint.domain.word_diff import word_changes

from .interrupted import Interruption, interruption, pieces
from .open_source import OpenSource

_SPACE = re.compile(r"\s+")
_AROUND = 30
"""Code points shown on either side of a place."""
_SHOWN = 80
"""Code points of words that are shown; of longer ones both ends are."""
_CHANGES = 4
"""So many changed words are named."""
_PLACES = 9
"""So many places are shown one by one."""


def places(opened: OpenSource, form: PassageForm) -> tuple[Span, ...]:
    """Where the words stand, narrowed by the paragraph and the occurrence that the writer named."""
    return tuple(narrowed(opened, form, find(form.quote, opened.haystack)))


def narrowed(opened: OpenSource, form: PassageForm, found: Sequence[Span]) -> Sequence[Span]:
    """Of the places `found` those that the writer means, by the paragraph and the occurrence."""
    if form.paragraph is not None:
        found = [s for s in found if opened.layout.label_at(s.start) == form.paragraph]
    if form.occurrence is not None:
        found = found[form.occurrence - 1 : form.occurrence]
    return found


Why = tuple[QuotationFault, tuple[Argument, ...]]
"""What is to be said, and what the sentence has to name."""


def why_not_found(
    opened: OpenSource, form: PassageForm, standing: Standing, elsewhere: Iterable[OpenSource]
) -> Why:
    """Why `form`, which is `standing` so, cannot be anchored in `opened`, and what to do;
    `elsewhere` are the other sources in which its words stand, looked for only where that may
    help."""
    source = opened.source.id
    everywhere = find(form.quote, opened.haystack)
    chosen = places(opened, form) or narrowed(opened, form, find_spelt(form.quote, opened.haystack))
    if standing.state is QuotationState.AMBIGUOUS and len(chosen) > 1:
        return _which(opened, form, chosen)
    if chosen and standing.span is not None:
        return like_others(opened, form.quote, standing.span)
    if chosen:
        return QuotationFault.OTHER_SURROUNDINGS, (len(chosen), source, *_listed(opened, chosen))
    if everywhere:
        return QuotationFault.OTHER_PLACE, (len(everywhere), source, *_listed(opened, everywhere))
    inside = opened.haystack.places(form.quote)
    if inside:
        whole = opened.cut(made_whole(opened.text.text, inside[0]))
        return QuotationFault.INSIDE_WORDS, (source, _shortened(whole))
    spelt = next(iter(opened.haystack.spelt_otherwise(form.quote)), None)
    if spelt is not None:
        return spelt_otherwise(opened, form.quote, spelt)
    other = next(iter(elsewhere), None)
    if other is not None:
        return QuotationFault.IN_ANOTHER_SOURCE, (source, *stands_in(other, form))
    part = next(opened.parts_of_words(form.quote), None)
    if part is not None:
        return spelt_otherwise(opened, form.quote, part)
    found = interruption(form.quote, opened.haystack)
    turned = standing.span is not None and _turns(opened, form.quote, standing.span)
    if found is not None and (found.kind or not turned):
        return _interrupted(opened, found)
    parts = pieces(form.quote)
    if len(parts) > 1 and all(opened.haystack.places(part) for part in parts):
        return QuotationFault.NOT_SIDE_BY_SIDE, (source, _shortened(parts[0]), _shortened(parts[1]))
    if standing.span is not None:
        return like_others(opened, form.quote, standing.span)
    likenesses = opened.nearest_matches.nearest(form.quote)
    if standing.state is QuotationState.AMBIGUOUS:
        several = clearly_nearest(likenesses)
        return QuotationFault.LIKE_SEVERAL, (len(several), source, *_listed(opened, several))
    return QuotationFault.NOTHING_LIKE_IT, (source,)


def like_others(opened: OpenSource, quote: str, like: Span) -> Why:
    """What stands at `like`, which is proposed, and what differs."""
    there = opened.cut(like)
    changes = sorted(word_changes(quote, there), key=lambda change: not change.turns)
    named: list[Argument] = [opened.source.id, there, opened.layout.label_at(like.start)]
    named.append(len(changes))
    for change in changes[:_CHANGES]:
        named += [_shortened(change.gone), _shortened(change.come), int(change.turns)]
    return QuotationFault.LIKE_OTHERS, tuple(named)


def beside(opened: OpenSource, quotation: Quotation, span: Span) -> Why:
    """What stands around words that stand, and what stood there when they were anchored."""
    anchor = quotation.anchor
    words = _shortened(" ".join(quotation.words.split()))
    before, after = (anchor.before, anchor.after) if anchor is not None else ("", "")
    then = " ".join(f"{before}{words}{after}".split())
    now = _in_context(opened, span)
    return QuotationFault.CHANGED_BESIDE, (
        opened.source.id,
        opened.layout.label_at(span.start),
        then,
        now,
    )


def _turns(opened: OpenSource, quote: str, like: Span) -> bool:
    return any(change.turns for change in word_changes(quote, opened.cut(like)))


def stands_in(opened: OpenSource, form: PassageForm) -> tuple[str, str]:
    """In which source the words stand, and where there."""
    span = find(form.quote, opened.haystack)[0]
    return opened.source.id, opened.layout.label_at(span.start)


def spelt_otherwise(opened: OpenSource, quote: str, spelt: Span) -> Why:
    """Where they are parts of longer words, these are shown whole."""
    span = made_whole(opened.text.text, spelt)
    there = opened.cut(spelt)
    return (
        QuotationFault.SPELT_OTHERWISE if span == spelt else QuotationFault.PART_SPELT_OTHERWISE,
        (
            opened.source.id,
            opened.layout.label_at(span.start),
            odd_signs(there, quote),
            odd_signs(quote, there),
            opened.cut(span),
        ),
    )


def _which(opened: OpenSource, form: PassageForm, chosen: Sequence[Span]) -> Why:
    labels = [opened.layout.label_at(span.start) for span in chosen]
    named = (len(chosen), opened.source.id)
    listed = tuple(_listed(opened, chosen))
    if form.paragraph is None and "" not in labels and len(set(labels)) == len(labels):
        return QuotationFault.WHICH_PARAGRAPH, (*named, labels[0], *listed)
    return QuotationFault.WHICH_OCCURRENCE, (*named, *listed)


def _listed(opened: OpenSource, spans: Sequence[Span]) -> Iterator[str]:
    """Of the first places the paragraph, and what stands around it, in turn."""
    for span in spans[:_PLACES]:
        yield opened.layout.label_at(span.start)
        yield _in_context(opened, span)


def _in_context(opened: OpenSource, span: Span) -> str:
    text = opened.text.text
    before = _SPACE.sub(" ", text[max(0, span.start - _AROUND) : span.start])
    after = _SPACE.sub(" ", text[span.end : span.end + _AROUND])
    if span.start > _AROUND:
        before = f"…{before.partition(' ')[2]}"
    if span.end + _AROUND < len(text):
        after = f"{after.rpartition(' ')[0]}…"
    return f"{before}{_shortened(opened.cut(span))}{after}".strip()


def _interrupted(opened: OpenSource, found: Interruption) -> Why:
    named = (
        opened.source.id,
        opened.layout.label_at(found.whole.start),
        _shortened(opened.cut(found.span)),
        found.before,
        found.after,
    )
    if not found.kind:
        return QuotationFault.WORDS_BETWEEN, named
    written = (_quoted(found.before), _quoted(found.after))
    return QuotationFault.FURNITURE_BETWEEN, (*named, found.kind, *written)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)  # JSON is YAML


def _shortened(words: str) -> str:
    if len(words) <= _SHOWN:
        return words
    half = _SHOWN // 2
    return f"{words[:half].rpartition(' ')[0]} … {words[-half:].partition(' ')[2]}"
