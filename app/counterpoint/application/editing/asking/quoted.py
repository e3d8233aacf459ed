"""A passage made of the words that stand in a field, found in its source and anchored there."""

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.domain.anchoring import anchor_at
from counterpoint.domain.forms import PassageForm
from counterpoint.domain.source import SourceText
from counterpoint.domain.span import Span
from counterpoint.labels import editing as words
from counterpoint.storage.files.text_file import read_source_text

from .fields import NotYet


def text_of(desk: LibraryDesk, source: str) -> SourceText:
    """Raises Unreadable."""
    name = f"corpus/{source}.txt"
    text, digest = read_source_text(desk.folder / name, name)
    return SourceText(source, text, digest)


def passage_of(
    desk: LibraryDesk, source: str, quote: str, voice: tuple[str, ...], span: Span | None = None
) -> PassageForm:
    """`span` is where the words were selected; else they are looked for. Raises NotYet where they
    do not stand in the source, or in several places; Unreadable."""
    quote = " ".join(quote.split())
    if not source:
        raise NotYet(words.needs_source())
    if not quote:
        raise NotYet(words.needs_quotation())
    form = PassageForm(source, quote, voice)
    if span is not None:
        text = text_of(desk, source)
        at_span = form._replace(anchor=anchor_at(text.text, span, text.digest))
        standing = desk.resolved.ground.quotations.locate(at_span).standing
        if standing.stands and standing.span == span:
            return at_span
    standing = desk.resolved.ground.quotations.locate(form).standing
    if standing.span is None or not standing.stands:
        raise NotYet(words.not_in_source(standing.state))
    text = text_of(desk, source)
    return form._replace(anchor=anchor_at(text.text, standing.span, text.digest))
