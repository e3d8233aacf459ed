"""The rows of a source: its description, and the passages of its text."""

from collections.abc import Iterable, Iterator, Sequence

from counterpoint.domain.layout import BlockKind, lay_out_source
from counterpoint.domain.search.rows import Row, RowKind
from counterpoint.domain.source import Source
from counterpoint.domain.span import Span, joined, without

_LONGEST = 4_000
"""Code points of a passage; a longer paragraph is several."""


def source_rows(source: Source, text: str, quoted: Sequence[Row]) -> Iterator[Row]:
    """All of `source`, whose text is `text`; `quoted`: the quotations from it that stand in it."""
    yield _description(source)
    interruptions = source.interruptions
    in_file = _Bytes(text)
    for number, span in enumerate(_passages(source, text)):
        words = text[span.start : span.end]
        if interruptions and (pieces := without(span, interruptions)) not in ((), (span,)):
            words = joined(text, pieces)[0]
        id, where = f"{source.id}/{number}", in_file.of(span)
        row = Row(RowKind.PASSAGE, id, words, source.id, span, where)
        yield _linked(row, quoted) if quoted else row
    in_file = _Bytes(text)
    for span in interruptions:
        words = text[span.start : span.end]
        if any(sign.isalnum() for sign in words):
            id = f"{source.id}/at-{span.start}"
            yield Row(RowKind.PASSAGE, id, words, source.id, span, in_file.of(span))


def _linked(row: Row, quoted: Sequence[Row]) -> Row:
    """With what rests on it."""
    assert row.span is not None
    on = [each for each in quoted if each.span is not None and row.span.overlaps(each.span)]
    if not on:
        return row
    approaches = dict.fromkeys(each.approach for each in on)
    voices = dict.fromkeys(voice for each in on for voice in each.voices)
    return row._replace(linked=True, linked_by=tuple(approaches), voices=tuple(voices))


class _Bytes:
    """Where stretches of a text, which are asked for in their order, stand in its file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = self._bytes = 0

    def of(self, span: Span) -> tuple[int, int]:
        if self._text.isascii():
            return span
        self._bytes += len(self._text[self._at : span.start].encode())
        first = self._bytes
        self._bytes += len(self._text[span.start : span.end].encode())
        self._at = span.end
        return first, self._bytes


def _description(source: Source) -> Row:
    said = (
        *(source.title, source.short, source.author, source.publisher, source.kind),
        *(source.about, source.statement, source.reached_us, source.date),
    )
    return Row(
        RowKind.SOURCE,
        source.id,
        "\n\n".join(dict.fromkeys(words for words in said if words)),
        source.id,
        named=f"{source.title}\n\n{source.short}\n\n{source.id}",
        author=source.author,
        date=source.date,
        language=source.language,
    )


def _passages(source: Source, text: str) -> Iterator[Span]:
    """Every stretch of words, in order, none with more than `_LONGEST` code points."""
    layout = lay_out_source(text, source)
    for index in range(len(layout)):
        if layout.kind(index) is not BlockKind.RULE:
            yield from _cut(layout.span(index), text)


def _cut(span: Span, text: str) -> Iterable[Span]:
    start, end = span
    while end - start > _LONGEST:
        at = text.rfind(". ", start, start + _LONGEST) + 1
        at = at if at > start else text.rfind(" ", start, start + _LONGEST)
        at = at if at > start else start + _LONGEST
        yield Span(start, at)
        start = at + (text[at : at + 1] == " ")
    yield Span(start, end)
