"""Searching a library: what was typed, and the best of what is found, with its words."""

from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.search.excerpt import Sought, Stem, excerpt
from counterpoint.domain.search.query import (
    Either,
    Near,
    Phrase,
    Query,
    Words,
    plainly,
    positive,
    read_query,
)
from counterpoint.domain.search.rows import Found, Row, RowKind
from counterpoint.domain.search.words import words_of
from counterpoint.domain.span import Span
from counterpoint.storage.search_index.search_index import SearchIndex

_LEAST = 3
"""Letters of a word that is looked for within others."""


class How(StrEnum):
    """How words were taken, each where there was nothing by the one before."""

    AS_ASKED = "as asked"
    WITHIN_WORDS = "within words"
    ANY_OF_THEM = "any of them"


class Result(NamedTuple):
    kind: RowKind
    id: str
    source: str
    span: Span | None
    """Where `words` stand in the text of `source`, in code points."""
    words: str
    """In the text's own letters; of long ones the part that has what was sought."""
    found: tuple[Span, ...]
    """Where in `words` that is."""
    row: Row
    cut: tuple[bool, bool] = (False, False)
    """Whether there is more of it before `words`, and after."""


class Alike(NamedTuple):
    result: Result
    terms: tuple[str, ...]
    """What made it near, the most telling first."""


class Results(NamedTuple):
    total: int
    results: tuple[Result, ...]
    searched: str
    """What was looked for, as it could be typed."""
    how: How
    left_out: int
    """Words that were typed and not looked for, as there were too many."""


class Searching:
    """One library's index, to be asked."""

    def __init__(
        self, index: SearchIndex, library: Path, languages: Collection[str] = ("en",)
    ) -> None:
        self._index = index
        self._library = library
        self._languages = languages

    def search(
        self,
        typed: str,
        kinds: Collection[RowKind] = (),
        limit: int = 50,
        *,
        typing: bool = False,
    ) -> Results:
        """The best `limit` results for `typed`; whether somebody is still `typing` it. Raises
        IndexUnusable."""
        asked = read_query(typed, typing=typing)
        query = asked.query
        how, found = How.AS_ASKED, self._find(query, kinds, limit)
        sought = list(positive(query))
        if not found.total and any(map(self._looked_for_within, sought)):
            how, found = How.WITHIN_WORDS, self._find(query, kinds, limit, parts=True)
        if not found.total and len(sought) > 1:
            query = Either(tuple(sought))
            how, found = How.ANY_OF_THEM, self._find(query, kinds, limit)
        if not found.total:
            how, query = How.AS_ASKED, asked.query
        wanted = [each for word in sought for each in _sought(word, parts=how is How.WITHIN_WORDS)]
        stem = self._index.stem(self._languages)
        shown = tuple(
            _result(hit.row, words, wanted, stem)
            for hit in found.hits
            if (words := self._words(hit.row)) is not None
        )
        return Results(found.total, shown, plainly(query), how, asked.left_out)

    def like(
        self,
        words: str,
        kinds: Collection[RowKind] = (),
        limit: int = 50,
        *,
        unlinked: bool = False,
        besides: str = "",
    ) -> list[Alike]:
        """The best `limit` of what is most like `words`, but for the row `besides`; `unlinked`:
        only passages on which no evidence rests. Raises IndexUnusable."""
        found, telling = self._index.like(words, kinds, limit + bool(besides), unlinked=unlinked)
        sought = [Sought((term,), forms=False) for term in telling]
        alike = []
        for hit in found.hits:
            there = self._words(hit.row) if hit.row.id != besides else None
            if there is not None:
                terms = set(words_of(there))
                near = tuple(term for term in telling if term in terms)
                alike.append(Alike(_result(hit.row, there, sought), near))
        return alike[:limit]

    def _find(
        self, query: Query, kinds: Collection[RowKind], limit: int, *, parts: bool = False
    ) -> Found:
        return self._index.search(query, kinds, self._languages, limit, parts=parts)

    def _looked_for_within(self, word: Words | Phrase | Near) -> bool:
        """Whether there is a use in that: a part of words is no word of its own."""
        if not isinstance(word, Words) or len(word.typed) < _LEAST:
            return False
        return not self._index.knows(word.typed)

    def _words(self, row: Row) -> str | None:
        """All its words; None where the file of a passage has changed since."""
        if row.kind is not RowKind.PASSAGE:
            return row.words
        first, last = row.bytes
        try:
            with (self._library / "corpus" / f"{row.source}.txt").open("rb") as file:
                file.seek(first)
                words = file.read(last - first).decode()
        except (OSError, UnicodeDecodeError):
            return None
        return words if row.span is not None and len(words) == row.span.length else None


def _result(row: Row, words: str, sought: list[Sought], stem: Stem = str) -> Result:
    shown, found = excerpt(words, sought, stem)
    span = row.span
    if span is not None and row.kind is RowKind.PASSAGE:
        span = Span(span.start + shown.start, span.start + shown.end)
    places = tuple(Span(each.start - shown.start, each.end - shown.start) for each in found)
    text = words[shown.start : shown.end]
    cut = shown.start > 0, shown.end < len(words)
    return Result(row.kind, row.id, row.source, span, text, places, row, cut)


def _sought(word: Words | Phrase | Near, *, parts: bool) -> list[Sought]:
    match word:
        case Words(typed, prefix):
            return [Sought(tuple(words_of(typed)), prefix, within=parts)]
        case Phrase(typed, prefix):
            return [Sought(tuple(words_of(typed)), prefix, forms=False)]
        case Near(one, other, _):
            return [Sought(tuple(words_of(each)), forms=False) for each in (one, other)]
