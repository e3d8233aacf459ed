"""The fields of the index, how words become terms in it, and rows documents.

Raising `FORMAT` makes every index anew.
"""

import json
from functools import cache, lru_cache

import tantivy

from counterpoint.domain.search.rows import Row, RowKind
from counterpoint.domain.search.words import halves, searchable
from counterpoint.domain.source_date import is_source_date
from counterpoint.domain.span import Span

FORMAT = 4
UNIT = "unit"
"""The kind of the documents that say which units are there."""
_WORDS = "words_of_counterpoint"
STEMMED = {
    "ar": "arabic", "da": "danish", "nl": "dutch", "en": "english", "fi": "finnish",
    "fr": "french", "de": "german", "el": "greek", "hu": "hungarian", "it": "italian",
    "no": "norwegian", "nb": "norwegian", "nn": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "es": "spanish", "sv": "swedish", "ta": "tamil",
    "tr": "turkish",
}  # fmt: skip
"""The languages whose words the engine can bring to their stems, by their tags."""

STOPPED = frozenset(STEMMED.values()) - {"arabic", "greek", "romanian", "tamil", "turkish"}
"""The languages of which the engine knows the words that hold sentences together."""


@cache
def schema() -> tantivy.Schema:
    built = tantivy.SchemaBuilder()
    for name in ("words", "halves", "named", "author", "voice"):
        built.add_text_field(name, tokenizer_name=_WORDS)
    for name in ("kind", "source", "approach", "voiced", "language"):
        built.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("unit", "stance", "tag"):
        built.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("first", "last"):
        built.add_unsigned_field(name, indexed=True)
    built.add_boolean_field("linked", indexed=True, fast=True)
    built.add_bytes_field("row", stored=True)
    return built.build()


@cache
def analyser() -> tantivy.TextAnalyzer:
    """Parts what `searchable` gives into words."""
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).build()


@lru_cache(maxsize=4)
def stemmer(language: str) -> tantivy.TextAnalyzer:
    """Brings words of `language`, one of the values of `STEMMED`, to their stems."""
    parted = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return parted.filter(tantivy.Filter.stemmer(language)).build()


@lru_cache(maxsize=4)
def stopper(language: str) -> tantivy.TextAnalyzer:
    """Gives nothing for the words that hold sentences together in `language`, one of `STOPPED`."""
    parted = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return parted.filter(tantivy.Filter.stopword(language)).build()


def prepare(index: tantivy.Index) -> tantivy.Index:
    """`index`, which knows what words are, and has no thread of its own that looks for changes."""
    index.register_tokenizer(_WORDS, analyser())
    index.config_reader("manual")
    return index


def terms(words: str) -> list[str]:
    """The terms that `words` are in the index, in order."""
    return analyser().analyze(searchable(words))


def days(date: str) -> tuple[int, int] | None:
    """The first and the last day that `date` may mean, as 20080131; None where it says none."""
    if not is_source_date(date) or not date[:4].isdecimal():
        return None
    parts = date.split("-")
    first = int("".join([*parts, "01", "01"][:3]))
    return first, int("".join([*parts, "12", "31"][:3] if len(parts) == 1 else [*parts, "31"][:3]))


def document(unit: str, row: Row) -> tantivy.Document:
    """`row` as it is put into the index."""
    made = tantivy.Document()
    made.add_text("unit", unit)
    made.add_text("kind", row.kind)
    made.add_text("words", searchable(row.words))
    if parts := halves(row.words):
        made.add_text("halves", parts)
    if row.source:
        made.add_text("source", row.source)
    if row.kind is RowKind.PASSAGE:
        made.add_boolean("linked", row.linked)
        for approach in row.linked_by:
            made.add_text("approach", approach)
        if row.voices:
            made.add_text("voice", searchable("\n\n".join(row.voices)))
    else:
        _described(made, row)
    for voice in row.voices:
        made.add_text("voiced", voice)
    made.add_bytes("row", _packed(row))
    return made


def _described(made: tantivy.Document, row: Row) -> None:
    if row.approach:
        made.add_text("approach", row.approach)
    for name, words in (("named", row.named), ("author", row.author), ("voice", row.voice)):
        if words:
            made.add_text(name, searchable(words))
    if row.language:
        made.add_text("language", row.language.partition("-")[0].casefold())
    if row.stance:
        made.add_text("stance", row.stance)
    for tag in row.tags:
        made.add_text("tag", tag.casefold())
    if span := days(row.date):
        made.add_unsigned("first", span[0])
        made.add_unsigned("last", span[1])


def unit_document(name: str, stamp: str) -> tantivy.Document:
    made = tantivy.Document()
    made.add_text("unit", name)
    made.add_text("kind", UNIT)
    made.add_bytes("row", json.dumps([name, stamp]).encode())
    return made


def _packed(row: Row) -> bytes:
    start, end = row.span or (-1, -1)
    if row.kind is RowKind.PASSAGE:  # of which there are most: four times as quick as JSON
        numbers = (start, end, *row.bytes, int(row.linked))
        return "\0".join((row.id, row.source, "\0".join(map(str, numbers)))).encode()
    kept: list[object] = [row.kind.value, row.id, row.source, start, end]
    kept += [row.words, row.approach, row.date, row.stance, row.voice, row.tags]
    return json.dumps(kept).encode()


def unpacked(data: bytes) -> Row:
    """The row that was put in. Raises ValueError where it is no row."""
    if not data.startswith(b"["):
        id, source, *numbers = data.decode().split("\0")
        start, end, first, last, linked = map(int, numbers)
        span, where = Span(start, end), (first, last)
        return Row(RowKind.PASSAGE, id, "", source, span, where, linked=bool(linked))
    kind, id, source, start, end, words, approach, date, stance, voice, tags = json.loads(data)
    return Row(
        RowKind(kind),
        id,
        words,
        source,
        Span(start, end) if start >= 0 else None,
        approach=approach,
        date=date,
        stance=stance,
        voice=voice,
        tags=tuple(tags),
        voices=tuple(voice.split("\n\n")[-1:] if voice else ()),
    )
