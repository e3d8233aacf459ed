"""Searching a library: what was typed, and the best of what is found, with its words."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.claim_filter import YEAR
from counterpoint.domain.search.excerpt import Sought, Stems, excerpt, no_forms
from counterpoint.domain.search.narrowing import Counted, Counts, Facet, Narrowing
from counterpoint.domain.search.query import (
    NOTHING,
    Either,
    Near,
    Phrase,
    Query,
    Terms,
    Words,
    plainly,
    positive,
    read_query,
)
from counterpoint.domain.search.rows import Found, Row, RowKind
from counterpoint.domain.search.words import words_of
from counterpoint.domain.source import Source
from counterpoint.domain.span import Span
from counterpoint.storage.search_index.search_index import SearchIndex

_OWN = 20
"""Rows more than are wanted that are asked for where some may be what the others are like."""
_RAISED = re.compile("[¹²³⁰-⁹]")
"""Figures of notes."""
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
    terms: tuple[str, ...] = ()
    """What made it near, the most telling first, where it was sought as like something."""


class Results(NamedTuple):
    total: int
    results: tuple[Result, ...]
    searched: str
    """What was looked for, as it could be typed."""
    how: How
    left_out: int
    """Words that were typed and not looked for, as there were too many."""
    query: Query = NOTHING
    """What was looked for; `counts` is asked with it."""


class Searching:
    """One library's index, to be asked."""

    def __init__(self, index: SearchIndex, library: Path) -> None:
        self._index = index
        self._library = library

    def search(
        self,
        typed: str,
        kinds: Collection[RowKind] = (),
        limit: int = 50,
        *,
        typing: bool = False,
        narrowing: Narrowing = (),
    ) -> Results:
        """The best `limit` results for `typed`; whether somebody is still `typing` it. Raises
        IndexUnusable."""
        asked = read_query(typed, typing=typing)
        query = asked.query
        how, found = How.AS_ASKED, self._find(query, kinds, limit, narrowing)
        sought = list(positive(query))
        # What is only narrowed away is not looked for otherwise.
        nowhere = not found.total and not (narrowing and self._find(query, kinds, 1).total)
        if nowhere and any(map(self._looked_for_within, sought)):
            how = How.WITHIN_WORDS
            found = self._find(query, kinds, limit, narrowing, parts=True)
        apart = list(_apart(sought))
        if nowhere and not found.total and (len(apart) > 1 or apart != sought):
            query, sought = Either(tuple(apart)), apart
            how, found = How.ANY_OF_THEM, self._find(query, kinds, limit, narrowing)
        if not found.total:
            how, query = How.AS_ASKED, asked.query
        wanted = [each for word in sought for each in _sought(word, parts=how is How.WITHIN_WORDS)]
        stems = self._index.stems()
        shown = tuple(
            _result(hit.row, words, wanted, stems)
            for hit in found.hits
            if (words := self._words(hit.row)) is not None
        )
        return Results(found.total, shown, plainly(query), how, asked.left_out, query)

    def like(
        self,
        words: str,
        kinds: Collection[RowKind] = (),
        limit: int = 50,
        *,
        narrowing: Narrowing = (),
        besides: Callable[[Row], bool] = lambda row: False,
    ) -> Results:
        """The best `limit` of what is most like `words`, each with the terms that made it near;
        without those rows that `besides` knows, as what the words are of. Raises IndexUnusable."""
        telling = self._index.telling(words)
        query = Terms(telling)
        found = self._find(query, kinds, limit + _OWN, narrowing)
        sought = [Sought((term,), forms=False) for term in telling]
        alike = []
        for hit in found.hits:
            there = None if besides(hit.row) else self._words(hit.row)
            if there is not None:
                terms = set(words_of(there))
                near = tuple(term for term in telling if term in terms)
                alike.append(_result(hit.row, there, sought)._replace(terms=near))
        same = sum(besides(hit.row) for hit in found.hits)
        searched = ", ".join(telling)
        return Results(found.total - same, tuple(alike[:limit]), searched, How.AS_ASKED, 0, query)

    def sources_with(self, words: str) -> frozenset[str]:
        """The ids of the sources in whose texts `words` stand in a row, the last of them as far as
        it was typed. Raises IndexUnusable."""
        query = Phrase(words, prefix=True)
        only = (Facet.SOURCE,)
        counted = self._index.counts(query, (RowKind.PASSAGE,), facets=only)
        return frozenset(each.value for each in counted[Facet.SOURCE])

    def counts(
        self,
        found: Results,
        kinds: Collection[RowKind],
        narrowing: Narrowing,
        years: Mapping[str, str],
    ) -> Counts:
        """How many of all that `search` found, asked with the same kinds and narrowing, there are
        by each facet. `years`: of each source by its id. Raises IndexUnusable."""
        parts = found.how is How.WITHIN_WORDS
        counted = self._index.counts(found.query, kinds, parts=parts, narrowing=narrowing)
        by_year: dict[str, int] = {}
        for source, count in counted[Facet.YEAR]:
            if year := years.get(source, ""):
                by_year[year] = by_year.get(year, 0) + count
        in_order = tuple(Counted(year, by_year[year]) for year in sorted(by_year))
        return {**{facet: tuple(each) for facet, each in counted.items()}, Facet.YEAR: in_order}

    def _find(
        self,
        query: Query,
        kinds: Collection[RowKind],
        limit: int,
        narrowing: Narrowing = (),
        *,
        parts: bool = False,
    ) -> Found:
        return self._index.search(query, kinds, limit, parts=parts, narrowing=narrowing)

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


def years_of(sources: Iterable[Source]) -> dict[str, str]:
    """The year of each source by its id; an undated one is not there."""
    years = ((source.id, source.date[:YEAR]) for source in sources)
    return {id: year for id, year in years if len(year) == YEAR and year.isdigit()}


def _result(row: Row, words: str, sought: list[Sought], stems: Stems = no_forms) -> Result:
    shown, found = excerpt(words, sought, stems)
    span = row.span
    if span is not None and row.kind is RowKind.PASSAGE:
        span = Span(span.start + shown.start, span.start + shown.end)
    places = tuple(Span(each.start - shown.start, each.end - shown.start) for each in found)
    text = words[shown.start : shown.end]
    cut = shown.start > 0, shown.end < len(words)
    return Result(row.kind, row.id, row.source, span, text, places, row, cut)


def _apart(sought: Iterable[Words | Phrase | Near]) -> Iterator[Words | Phrase | Near]:
    """What was typed without a space each word for itself: a mark that stands at a word in print,
    as that of a footnote, is not always in the words that are searched."""
    for each in sought:
        pieces = words_of(_RAISED.sub(" ", each.typed)) if isinstance(each, Words) else []
        if len(pieces) > 1 or (pieces and _RAISED.search(each[0])):
            yield from map(Words, pieces)
        else:
            yield each


def _sought(word: Words | Phrase | Near, *, parts: bool) -> list[Sought]:
    match word:
        case Words(typed, prefix):
            return [Sought(tuple(words_of(typed)), prefix, within=parts)]
        case Phrase(typed, prefix):
            return [Sought(tuple(words_of(typed)), prefix, forms=False)]
        case Near(one, other, _):
            return [Sought(tuple(words_of(each)), forms=False) for each in (one, other)]
