"""A quotation that does not stand as it was quoted: where it may stand now, for a person to say."""

from typing import NamedTuple

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.application.editing.passages import NothingSelected, passage_at
from counterpoint.domain.anchoring import find
from counterpoint.domain.forms import PassageForm
from counterpoint.domain.quotation import QuotationState, Standing
from counterpoint.domain.span import Span
from counterpoint.domain.word_diff import WordChange, marked
from counterpoint.labels import editing as words
from counterpoint.labels.text import in_one_line
from counterpoint.storage.quotations.open_source import OpenSource
from counterpoint.storage.quotations.quotation_locator import QuotationLocator

from .fields import Field, OneOf, Values

_MOST = 8
"""Places that are offered."""
_AROUND = 24
"""Code points that are shown beside each."""
_LEAVE = "leave"
_NAME = "place"


class Places(NamedTuple):
    state: QuotationState
    spans: tuple[Span, ...]
    fields: tuple[Field, ...]
    differs: tuple[str | WordChange, ...]
    """Of the one that is proposed; () where it says the same."""


def places_of(desk: LibraryDesk, passage: PassageForm) -> Places | None:
    """None of a quotation that stands exactly, or whose source is not there."""
    quotations = desk.resolved.ground.quotations
    if not isinstance(quotations, QuotationLocator):
        return None
    opened = quotations.sources.get(passage.source)
    standing = quotations.locate(passage).standing
    if opened is None or standing.exact:
        return None
    spans = _spans(opened, passage, standing)
    options = tuple((str(at), _shown(opened, span)) for at, span in enumerate(spans))
    fields: tuple[Field, ...] = ()
    if spans:
        leave = (_LEAVE, words.leave_as_it_is())
        fields = (OneOf(_NAME, words.where_now(standing.state), (leave, *options), _LEAVE),)
    there = opened.cut(spans[0]) if standing.span is not None and spans else passage.quote
    differs = marked(passage.quote, there)
    if all(isinstance(each, str) for each in differs):
        differs = ()
    return Places(standing.state, spans, fields, differs)


def chosen_of(
    desk: LibraryDesk, passage: PassageForm, places: Places | None, values: Values
) -> PassageForm:
    """The passage as it stands at the place that was chosen; as it is where none was."""
    if places is None or not values.has(_NAME) or values.words(_NAME) == _LEAVE:
        return passage
    quotations = desk.resolved.ground.quotations
    span = places.spans[int(values.words(_NAME))]
    assert isinstance(quotations, QuotationLocator)
    opened = quotations.sources[passage.source]
    try:
        found = passage_at(opened.source, opened.text, span, passage.voice)
    except NothingSelected:
        raise KeyError(passage.source) from None
    return found._replace(date=passage.date)


def _spans(opened: OpenSource, passage: PassageForm, standing: Standing) -> tuple[Span, ...]:
    if standing.span is not None:
        return (standing.span,)
    found = find(passage.quote, opened.haystack)
    if not found and standing.state is QuotationState.AMBIGUOUS:
        found = tuple(each.span for each in opened.nearest(passage.quote))
    return found[:_MOST]


def _shown(opened: OpenSource, span: Span) -> str:
    """A place with what stands around it."""
    text = opened.text.text
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    label = opened.layout.label_at(span.start)
    return words.place(label, in_one_line(f"{before}“{opened.cut(span)}”{after}"))
