"""Why a quotation cannot be anchored, and what its writer can do about it."""

import json
import re
from collections.abc import Iterable, Sequence

from counterpoint.domain.anchoring import find, made_whole
from counterpoint.domain.span import Span

from .interrupted import Interruption, interruption, pieces
from .open_source import OpenSource
from .schema import PassageForm
from .spelling import how_spelt

_SPACE = re.compile(r"\s+")
_AROUND = 30
"""Code points shown on either side of a place."""
_SHOWN = 80
"""Code points of words that are shown; of longer ones both ends are."""
_PLACES = 9
"""So many places are shown one by one."""


def places(book: OpenSource, form: PassageForm) -> tuple[Span, ...]:
    """Where the words stand, narrowed by the paragraph and the occurrence that the writer named."""
    found = find(form.quote, book.haystack)
    if form.paragraph is not None:
        found = tuple(span for span in found if book.layout.label_at(span.start) == form.paragraph)
    if form.occurrence is not None:
        found = found[form.occurrence - 1 : form.occurrence]
    return found


def why_not_found(book: OpenSource, form: PassageForm, elsewhere: Iterable[OpenSource]) -> str:
    """Why `form` cannot be anchored in `book`, and what to do; `elsewhere` are the other sources
    in which its words stand, looked for only where that may help."""
    name = book.name
    everywhere = find(form.quote, book.haystack)
    chosen = places(book, form)
    if len(chosen) > 1:
        return _which(book, form, chosen)
    if len(chosen) == 1:
        return (
            f"the words stand in {name} ({book.place_of(chosen[0].start)}) "
            "but not in the surroundings from which they were quoted; look whether it is the same "
            "passage, and if so delete `anchor` and run counterpoint anchor"
        )
    if everywhere:
        return (
            f"the words are in {name}, but not at the paragraph and occurrence given: "
            f"{_listed(book, everywhere)}; correct these"
        )
    inside = book.haystack.places(form.quote)
    if inside:
        return (
            f"the words are in {name} only as part of longer ones "
            f"(“{_shortened(book.cut(made_whole(book.text.text, inside[0])))}”); quote whole words"
        )
    spelt = next(book.spelling.places(form.quote), None)
    if spelt is not None:
        there = book.cut(spelt)
        how = how_spelt(form.quote, there)
        return (
            f"the words are in {name} ({book.place_of(spelt.start)}), but spelt otherwise"
            + (f" ({how})" if how else "")
            + f"; write them as they stand there: {there}"
        )
    other = next(iter(elsewhere), None)
    if other is not None:
        return f"the words are not in {name}; {stands_in(other, form)}"
    found = interruption(form.quote, book.haystack)
    if found is not None:
        return _interrupted(book, found)
    parts = pieces(form.quote)
    if len(parts) > 1 and all(book.haystack.places(part) for part in parts):
        return (
            f"the words are in {name}, but not side by side; a quotation leaves nothing out: give "
            f"“{_shortened(parts[0])}” and “{_shortened(parts[1])}” as two pieces of evidence"
        )
    like = book.likenesses.nearest(form.quote)
    if like is not None:
        label = book.layout.label_at(like.start)
        return (
            f"the words are not in {name}; nearest is “{book.cut(like)}”"
            + (f" in {label}" if label else "")
            + "; quote that, or remove the evidence"
        )
    return f"the words are not in {name}, nor anything like them; correct or remove the quotation"


def stands_in(book: OpenSource, form: PassageForm) -> str:
    """That the words stand in another source than the one named, and where."""
    span = find(form.quote, book.haystack)[0]
    return (
        f"they stand in {book.source.id} {book.place_of(span.start)}; "
        f"write `source: {book.source.id}` if that is meant"
    )


def _which(book: OpenSource, form: PassageForm, chosen: Sequence[Span]) -> str:
    labels = [book.layout.label_at(span.start) for span in chosen]
    what = f"the words stand {len(chosen)} times in {book.name}: {_listed(book, chosen)}"
    if form.paragraph is None and "" not in labels and len(set(labels)) == len(labels):
        return f'{what}; say which with `paragraph: "{labels[0]}"` or another of these'
    return f"{what}; say which with `occurrence: 1` to `occurrence: {len(chosen)}`"


def _listed(book: OpenSource, spans: Sequence[Span]) -> str:
    """Each place with its paragraph and what stands around it."""
    shown = [
        f"{number}. {book.place_of(span.start)} “{_in_context(book, span)}”"
        for number, span in enumerate(spans[:_PLACES], start=1)
    ]
    more = [f"and {len(spans) - _PLACES:,} more"] if len(spans) > _PLACES else []
    return ", ".join([*shown, *more])


def _in_context(book: OpenSource, span: Span) -> str:
    text = book.text.text
    before = _SPACE.sub(" ", text[max(0, span.start - _AROUND) : span.start])
    after = _SPACE.sub(" ", text[span.end : span.end + _AROUND])
    if span.start > _AROUND:
        before = f"…{before.partition(' ')[2]}"
    if span.end + _AROUND < len(text):
        after = f"{after.rpartition(' ')[0]}…"
    return f"{before}{_shortened(book.cut(span))}{after}".strip()


def _interrupted(book: OpenSource, found: Interruption) -> str:
    there = f"“{_shortened(book.cut(found.span))}”"
    place = f"{book.name} ({book.place_of(found.whole.start)})"
    between = f"between “{found.before}” and “{found.after}”"
    if not found.kind:
        return (
            f"the words are in {place}, but {there} stands {between}; quote it too, or give the "
            "two parts as two pieces of evidence"
        )
    return (
        f"the words are in {place}, but {there} stands {between}; if it is a {found.kind} or the "
        f"like, describe it under `furniture` in corpus/{book.source.id}.yaml: - {{kind: "
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
