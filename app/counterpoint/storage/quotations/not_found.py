"""Why a quotation cannot be anchored, and what its writer can do about it."""

import json
import re
from collections.abc import Iterable, Sequence

from counterpoint.domain.anchoring import find, made_whole
from counterpoint.domain.span import Span
from counterpoint.storage.library.schema import PassageForm

from .interrupted import Interruption, interruption, pieces
from .open_source import OpenSource
from .spelling import how_spelt

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


def why_not_found(opened: OpenSource, form: PassageForm, elsewhere: Iterable[OpenSource]) -> str:
    """Why `form` cannot be anchored in `book`, and what to do; `elsewhere` are the other sources
    in which its words stand, looked for only where that may help."""
    name = opened.name
    everywhere = find(form.quote, opened.haystack)
    chosen = places(opened, form)
    if len(chosen) > 1:
        return _which(opened, form, chosen)
    if len(chosen) == 1:
        return (
            f"the words stand in {name} ({opened.place_of(chosen[0].start)}) "
            "but not in the surroundings from which they were quoted; look whether it is the same "
            "passage, and if so delete `anchor` and run counterpoint anchor"
        )
    if everywhere:
        return (
            f"the words are in {name}, but not at the paragraph and occurrence given: "
            f"{_listed(opened, everywhere)}; correct these"
        )
    inside = opened.haystack.places(form.quote)
    if inside:
        return (
            f"the words are in {name} only as part of longer ones "
            f"(“{_shortened(opened.cut(made_whole(opened.text.text, inside[0])))}”); "
            "quote whole words"
        )
    spelt = next(opened.spelling.places(form.quote), None)
    if spelt is not None:
        there = opened.cut(spelt)
        how = how_spelt(form.quote, there)
        return (
            f"the words are in {name} ({opened.place_of(spelt.start)}), but spelt otherwise"
            + (f" ({how})" if how else "")
            + f"; write them as they stand there: {there}"
        )
    other = next(iter(elsewhere), None)
    if other is not None:
        return f"the words are not in {name}; {stands_in(other, form)}"
    found = interruption(form.quote, opened.haystack)
    if found is not None:
        return _interrupted(opened, found)
    parts = pieces(form.quote)
    if len(parts) > 1 and all(opened.haystack.places(part) for part in parts):
        return (
            f"the words are in {name}, but not side by side; a quotation leaves nothing out: give "
            f"“{_shortened(parts[0])}” and “{_shortened(parts[1])}” as two pieces of evidence"
        )
    like = opened.nearest_matches.nearest(form.quote)
    if like is not None:
        label = opened.layout.label_at(like.start)
        return (
            f"the words are not in {name}; nearest is “{opened.cut(like)}”"
            + (f" in {label}" if label else "")
            + "; quote that, or remove the evidence"
        )
    return f"the words are not in {name}, nor anything like them; correct or remove the quotation"


def stands_in(opened: OpenSource, form: PassageForm) -> str:
    """That the words stand in another source than the one named, and where."""
    span = find(form.quote, opened.haystack)[0]
    return (
        f"they stand in {opened.source.id} {opened.place_of(span.start)}; "
        f"write `source: {opened.source.id}` if that is meant"
    )


def _which(opened: OpenSource, form: PassageForm, chosen: Sequence[Span]) -> str:
    labels = [opened.layout.label_at(span.start) for span in chosen]
    what = f"the words stand {len(chosen)} times in {opened.name}: {_listed(opened, chosen)}"
    if form.paragraph is None and "" not in labels and len(set(labels)) == len(labels):
        return f'{what}; say which with `paragraph: "{labels[0]}"` or another of these'
    return f"{what}; say which with `occurrence: 1` to `occurrence: {len(chosen)}`"


def _listed(opened: OpenSource, spans: Sequence[Span]) -> str:
    """Each place with its paragraph and what stands around it."""
    shown = [
        f"{number}. {opened.place_of(span.start)} “{_in_context(opened, span)}”"
        for number, span in enumerate(spans[:_PLACES], start=1)
    ]
    more = [f"and {len(spans) - _PLACES:,} more"] if len(spans) > _PLACES else []
    return ", ".join([*shown, *more])


def _in_context(opened: OpenSource, span: Span) -> str:
    text = opened.text.text
    before = _SPACE.sub(" ", text[max(0, span.start - _AROUND) : span.start])
    after = _SPACE.sub(" ", text[span.end : span.end + _AROUND])
    if span.start > _AROUND:
        before = f"…{before.partition(' ')[2]}"
    if span.end + _AROUND < len(text):
        after = f"{after.rpartition(' ')[0]}…"
    return f"{before}{_shortened(opened.cut(span))}{after}".strip()


def _interrupted(opened: OpenSource, found: Interruption) -> str:
    there = f"“{_shortened(opened.cut(found.span))}”"
    place = f"{opened.name} ({opened.place_of(found.whole.start)})"
    between = f"between “{found.before}” and “{found.after}”"
    if not found.kind:
        return (
            f"the words are in {place}, but {there} stands {between}; quote it too, or give the "
            "two parts as two pieces of evidence"
        )
    return (
        f"the words are in {place}, but {there} stands {between}; if it is a {found.kind} or the "
        f"like, describe it under `furniture` in corpus/{opened.source.id}.yaml: - {{kind: "
        f"{found.kind}, after: {_quoted(found.before)}, before: {_quoted(found.after)}, "
        "interrupts: true}"
    )


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)  # JSON is YAML


def _shortened(words: str) -> str:
    if len(words) <= _SHOWN:
        return words
    half = _SHOWN // 2
    return f"{words[:half].rpartition(' ')[0]} … {words[-half:].partition(' ')[2]}"
