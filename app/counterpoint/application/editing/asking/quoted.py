"""A passage made of the words that stand in a field, found in its source and anchored there."""

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.domain.anchoring import anchor_at
from counterpoint.domain.forms import PassageForm
from counterpoint.domain.source import SourceText
from counterpoint.domain.span import Span
from counterpoint.labels import editing as words
from counterpoint.storage.files.text_file import read_source_text

from .fields import NotYet, Option, Words


def text_of(desk: LibraryDesk, source: str) -> SourceText:
    """Raises Unreadable."""
    name = f"corpus/{source}.txt"
    text, digest = read_source_text(desk.folder / name, name)
    return SourceText(source, text, digest)


def passage_of(
    desk: LibraryDesk,
    source: str,
    quote: str,
    voice: tuple[str, ...],
    span: Span | None = None,
    field: str = "quote",
) -> PassageForm:
    """`span` is where the words were selected; else they are looked for, where `source` is "" in
    all of them; `field` is the one in which they stand. Raises NotYet where they do not stand in
    the source, or in several places; Unreadable."""
    quote = " ".join(quote.split())
    if not desk.files.sources:
        raise NotYet(words.needs_source())
    if not quote:
        raise NotYet(words.needs_quotation(), field)
    if not source:
        source = _only_source(desk, quote, field)
    form = PassageForm(source, quote, voice)
    if span is not None:
        text = text_of(desk, source)
        at_span = form._replace(anchor=anchor_at(text.text, span, text.digest))
        standing = desk.resolved.ground.quotations.locate(at_span).standing
        if standing.stands and standing.span == span:
            return at_span
    standing = desk.resolved.ground.quotations.locate(form).standing
    if standing.span is None or not standing.stands:
        others = desk.resolved.ground.quotations.standing_in(quote)
        if others and source not in others:
            names = ", ".join(_short(desk, each) for each in others)
            raise NotYet(words.in_another_source(names), field)
        raise NotYet(words.not_in_source(standing.state), field)
    text = text_of(desk, source)
    return form._replace(anchor=anchor_at(text.text, standing.span, text.digest))


def sources_to_choose(desk: LibraryDesk) -> tuple[Option, ...]:
    """First that it is the one in which the words stand."""
    found = tuple((source.id, source.short) for source in desk.files.sources)
    return (("", words.wherever_it_stands()), *found)


def quotation_field(name: str, now: PassageForm | None) -> Words:
    said = now.quote if now is not None else ""
    return Words(name, words.quotation(), said, quoted=True, hint=words.quotation_hint())


def _only_source(desk: LibraryDesk, quote: str, field: str) -> str:
    """Raises NotYet where the words stand in none, or in several."""
    found = desk.resolved.ground.quotations.standing_in(quote)
    if not found:
        raise NotYet(words.in_no_source(), field)
    if len(found) > 1:
        names = ", ".join(_short(desk, each) for each in found)
        raise NotYet(words.in_several_sources(names), field)
    return found[0]


def _short(desk: LibraryDesk, id: str) -> str:
    return next((each.short for each in desk.files.sources if each.id == id), id)
