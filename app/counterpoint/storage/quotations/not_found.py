"""Why a quotation cannot be anchored, and what its writer can do about it."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from counterpoint.domain.anchoring import find, made_whole
from counterpoint.domain.faults.quotation_fault import QuotationFault
from counterpoint.domain.forms import PassageForm
from counterpoint.domain.problem import Argument
from counterpoint.domain.span import Span

from .interrupted import Interruption, interruption, pieces
from .open_source import OpenSource
from .spelling import odd_signs

_SPACE = re.compile(r"\s+")
_AROUND = 30
"""Code points shown on either side of a place."""
_SHOWN = 80
"""Code points of words that are shown; of longer ones both ends are."""
_PLACES = 9
"""So many places are shown one by one."""


def places(opened: OpenSource, form: PassageForm) -> tuple[Span, ...]:
    """Where the words stand, narrowed by the paragraph and the occurrence that the writer named."""
    found = find(form.quote, opened.haystack)
    if form.paragraph is not None:
        found = tuple(
            span for span in found if opened.layout.label_at(span.start) == form.paragraph
        )
    if form.occurrence is not None:
        found = found[form.occurrence - 1 : form.occurrence]
    return found


Why = tuple[QuotationFault, tuple[Argument, ...]]
"""What is to be said, and what the sentence has to name."""


def why_not_found(opened: OpenSource, form: PassageForm, elsewhere: Iterable[OpenSource]) -> Why:
    """Why `form` cannot be anchored in `opened`, and what to do; `elsewhere` are the other sources
    in which its words stand, looked for only where that may help."""
    source = opened.source.id
    everywhere = find(form.quote, opened.haystack)
    chosen = places(opened, form)
    if len(chosen) > 1:
        return _which(opened, form, chosen)
    if len(chosen) == 1:
        return QuotationFault.OTHER_SURROUNDINGS, (source, opened.layout.label_at(chosen[0].start))
    if everywhere:
        return QuotationFault.OTHER_PLACE, (len(everywhere), source, *_listed(opened, everywhere))
    inside = opened.haystack.places(form.quote)
    if inside:
        whole = opened.cut(made_whole(opened.text.text, inside[0]))
        return QuotationFault.INSIDE_WORDS, (source, _shortened(whole))
    spelt = next(opened.spelling.places(form.quote), None)
    if spelt is not None:
        return _spelt_otherwise(opened, form.quote, spelt)
    other = next(iter(elsewhere), None)
    if other is not None:
        return QuotationFault.IN_ANOTHER_SOURCE, (source, *stands_in(other, form))
    part = next(opened.spelling.places(form.quote, parts=True), None)
    if part is not None:
        return _spelt_otherwise(opened, form.quote, part)
    found = interruption(form.quote, opened.haystack)
    if found is not None:
        return _interrupted(opened, found)
    parts = pieces(form.quote)
    if len(parts) > 1 and all(opened.haystack.places(part) for part in parts):
        return QuotationFault.NOT_SIDE_BY_SIDE, (source, _shortened(parts[0]), _shortened(parts[1]))
    like = opened.nearest_matches.nearest(form.quote)
    if like is not None:
        return QuotationFault.LIKE_OTHERS, (
            source,
            opened.cut(like),
            opened.layout.label_at(like.start),
        )
    return QuotationFault.NOTHING_LIKE_IT, (source,)


def stands_in(opened: OpenSource, form: PassageForm) -> tuple[str, str]:
    """In which source the words stand, and where there."""
    span = find(form.quote, opened.haystack)[0]
    return opened.source.id, opened.layout.label_at(span.start)


def _spelt_otherwise(opened: OpenSource, quote: str, spelt: Span) -> Why:
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
