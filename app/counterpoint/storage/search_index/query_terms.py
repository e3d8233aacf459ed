"""A query of a person's as one of the engine's."""

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import NamedTuple

import tantivy

from counterpoint.domain.search.narrowing import YES, Facet, Narrowing, of_facet
from counterpoint.domain.search.query import (
    All,
    Either,
    Field,
    FieldName,
    Near,
    Not,
    Phrase,
    Query,
    Terms,
    Words,
)
from counterpoint.domain.search.rows import RowKind

from .index_schema import UNIT, days, schema, stemmer, terms
from .likeness import like_query

_EXACT, _FORM, _PREFIX = 3.0, 1.0, 0.3
"""How much the word itself counts, another form of it, and a longer word that begins so."""
_MOST_FORMS = 40
_LONGEST = 200
"""Letters of the beginning of a word: beyond it the engine makes no pattern of it."""
_SHARED = 3
"""Letters that all forms of a word are taken to begin with, at least."""
_MOST_THINGS = 100_000
"""Sources or approaches that a field may mean."""

Q = tantivy.Query
_MUST, _SHOULD, _MUST_NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot


class Scope(NamedTuple):
    """What is searched, and how words are taken."""

    searcher: tantivy.Searcher
    stemmed: tuple[str, ...]
    """The languages whose forms of a word are found too, as `STEMMED` has them."""
    kinds: frozenset[RowKind]
    """Empty: all of them."""
    parts: bool = False
    """Whether words that are not there are found within others."""
    narrowing: Narrowing = ()


_FIELDS = {
    Facet.KIND: "kind",
    Facet.APPROACH: "approach",
    Facet.VOICE: "voiced",
    Facet.LINKED: "linked",
    Facet.SOURCE: "source",
}
"""The facets that rows have by themselves. The year is that of their source."""


def counting(facet: Facet) -> dict[str, object]:
    """How the engine is asked to count by it."""
    return {facet.value: {"terms": {"field": _FIELDS[facet], "size": _MOST_THINGS}}}


def engine_query(query: Query, scope: Scope) -> tantivy.Query | None:
    """None where it asks for nothing."""
    making = _Making(scope)
    made = making.query(query)
    if made is None:
        return None
    if scope.narrowing:
        made = Q.boolean_query(
            [(_MUST, made), *((_MUST, making.one_of(facet)) for facet in Facet if making.of(facet))]
        )
    if scope.kinds:
        return _among_kinds(made, scope.kinds)
    if not _has_words(query):
        return Q.boolean_query([(_MUST, made), (_MUST_NOT, Q.term_query(schema(), "kind", UNIT))])
    return made


def _among_kinds(query: tantivy.Query, kinds: Iterable[RowKind]) -> tantivy.Query:
    """What `query` finds, as far as it is of `kinds`."""
    only = Q.const_score_query(Q.term_set_query(schema(), "kind", sorted(kinds)), 0.0)
    return Q.boolean_query([(_MUST, query), (_MUST, only)])


def _has_words(query: Query) -> bool:
    """Whether all that is found has one of its words, so that it is no unit's own."""
    match query:
        case Words() | Phrase() | Near() | Terms():
            return True
        case All(parts):
            return any(map(_has_words, parts))
        case Either(parts):
            return all(map(_has_words, parts))
        case _:
            return False


class _Making:
    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._schema = schema()

    def of(self, facet: Facet) -> tuple[str, ...]:
        return of_facet(self._scope.narrowing, facet)

    def one_of(self, facet: Facet) -> tantivy.Query:
        """What has one of the values that are chosen of a facet."""
        values = self.of(facet)
        if facet is Facet.YEAR:
            years = [self._dated(f"{year}..{year}") for year in values]
            return self._of_sources(Q.boolean_query([(_SHOULD, year) for year in years]))
        wanted = [value == YES for value in values] if facet is Facet.LINKED else [*values]
        within = Q.term_set_query(self._schema, _FIELDS[facet], wanted)
        return Q.const_score_query(within, 0.0)

    def query(self, query: Query) -> tantivy.Query | None:
        match query:
            case Words(typed, prefix):
                return self._words(terms(typed), prefix=prefix)
            case Phrase(typed, prefix):
                return self._phrase(terms(typed), prefix=prefix)
            case Terms(telling):
                return like_query(telling) if telling else None
            case Near(one, other, within):
                return self._near(terms(one), terms(other), within)
            case Field():
                return self._field(query)
            case Either(parts):
                return self._either(parts)
            case Not():
                return self._all((query,))
            case All(parts):
                return self._all(parts)

    def _all(self, parts: Iterable[Query]) -> tantivy.Query | None:
        made: list[tuple[tantivy.Occur, tantivy.Query]] = []
        for part in parts:
            if isinstance(part, Not):
                if (other := self.query(part.part)) is not None:
                    made.append((_MUST_NOT, other))
            elif (other := self.query(part)) is not None:
                made.append((_MUST, other))
        if not made:
            return None
        if all(occur is _MUST_NOT for occur, _ in made):
            made.append((_MUST, Q.all_query()))
        return made[0][1] if len(made) == 1 else Q.boolean_query(made)

    def _either(self, parts: Iterable[Query]) -> tantivy.Query | None:
        made = [found for part in parts if (found := self.query(part)) is not None]
        return Q.boolean_query([(_SHOULD, each) for each in made]) if made else None

    def _words(self, words: list[str], *, prefix: bool) -> tantivy.Query | None:
        if not words:
            return None
        if len(words) == 1:
            return self._word(words[0], prefix=prefix)
        # "non-proliferation" may stand as one word, or broken at a line's end.
        whole = self._word("".join(words), prefix=prefix)
        in_a_row = self._phrase(words, prefix=prefix)
        return whole if in_a_row is None else _any([in_a_row, whole])

    def _word(self, word: str, *, prefix: bool) -> tantivy.Query:
        exact = Q.boost_query(Q.term_query(self._schema, "words", word), _EXACT)
        found = [exact, Q.term_query(self._schema, "halves", word)]
        forms = self._forms(word)
        found += [Q.boost_query(Q.term_query(self._schema, "words", form), _FORM) for form in forms]
        within = self._scope.parts and not forms and not self._is_there(word)
        if (prefix or within) and len(word) <= _LONGEST:
            pattern = f"{'.*' if within else ''}{word}.*"
            longer = Q.regex_query(self._schema, "words", pattern)
            found.append(Q.const_score_query(longer, _PREFIX))
        return Q.disjunction_max_query(found)

    def _is_there(self, word: str) -> bool:
        return any(self._scope.searcher.doc_freq(field, word) for field in ("words", "halves"))

    def _forms(self, word: str) -> list[str]:
        """Other words of the index of the same stem, the commonest first."""
        if len(word) <= _SHARED or not word.isalpha():
            return []
        found: dict[str, int] = {}
        for language in self._scope.stemmed:
            bring = stemmer(language).analyze
            (stem,) = bring(word) or [word]
            shared = max(_SHARED, min(len(stem), len(word)) - 1)
            near = self._scope.searcher.terms_with_prefix("words", word[:shared])
            longest = len(word) + 5
            found |= {
                form: count
                for form, count in near
                if form != word and len(form) <= longest and bring(form) == [stem]
            }
        return sorted(found, key=found.__getitem__, reverse=True)[:_MOST_FORMS]

    def _phrase(self, words: list[str], *, prefix: bool) -> tantivy.Query | None:
        if not words:
            return None
        if len(words) == 1 and (not prefix or len(words[0]) > _LONGEST):
            exact = Q.term_query(self._schema, "words", words[0])
            return _any([exact, Q.term_query(self._schema, "halves", words[0])])
        if len(words) == 1:
            return Q.regex_query(self._schema, "words", f"{words[0]}.*")
        in_a_row: list[str | tuple[int, str]] = [*words]
        if prefix:
            return Q.phrase_prefix_query(self._schema, "words", in_a_row)
        return Q.phrase_query(self._schema, "words", in_a_row)

    def _near(self, one: list[str], other: list[str], within: int) -> tantivy.Query | None:
        if not one or not other:
            return self._words(one or other, prefix=False)
        orders: list[list[str | tuple[int, str]]] = [[*one, *other], [*other, *one]]
        near = _any([Q.phrase_query(self._schema, "words", each, slop=within) for each in orders])
        both = [self._phrase(words, prefix=False) for words in (one, other) if len(words) > 1]
        return reduce(lambda made, each: made.and_must_match(each) if each else made, both, near)

    def _field(self, field: Field) -> tantivy.Query:
        words = terms(field.value)
        match field.name:
            case FieldName.LINKED:
                linked = field.value.casefold() not in ("no", "false", "0")
                return self._exact("linked", linked)
            case FieldName.KIND:
                return self._exact("kind", field.value.casefold().removesuffix("s"))
            case FieldName.TAG:
                return self._exact("tag", field.value.casefold().lstrip("#"))
            case FieldName.STANCE:
                return self._exact("stance", " ".join(words))
            case FieldName.VOICE:
                return self._in_a_row("voice", words)
            case FieldName.DATE:
                return self._of_sources(self._dated(field.value))
            case FieldName.AUTHOR:
                return self._of_sources(self._in_a_row("author", words))
            case FieldName.SOURCE:
                named = _any([self._exact("source", field.value), self._in_a_row("named", words)])
                return self._of_sources(named)
            case FieldName.APPROACH:
                id = field.value.casefold()
                named = _any([self._exact("approach", id), self._in_a_row("named", words)])
                return self._among("approach", named, RowKind.APPROACH)

    def _exact(self, field: str, value: str | bool) -> tantivy.Query:
        return Q.const_score_query(Q.term_query(self._schema, field, value), 0.0)

    def _in_a_row(self, field: str, words: list[str]) -> tantivy.Query:
        if not words:
            return Q.empty_query()
        if len(words) == 1:
            return Q.term_query(self._schema, field, words[0])
        return Q.phrase_query(self._schema, field, [*words])

    def _dated(self, value: str) -> tantivy.Query:
        first, _, last = value.partition("..")
        since = days(first) if first else (0, 0)
        until = days(last or ("" if ".." in value else first)) or (0, 99_999_999)
        if since is None or (last and days(last) is None):
            return Q.empty_query()
        whole = tantivy.FieldType.Unsigned
        return Q.boolean_query(
            [
                (_MUST, Q.range_query(self._schema, "last", whole, since[0], 99_999_999)),
                (_MUST, Q.range_query(self._schema, "first", whole, 0, until[1])),
            ]
        )

    def _of_sources(self, meant: tantivy.Query) -> tantivy.Query:
        return self._among("source", meant, RowKind.SOURCE)

    def _among(self, field: str, meant: tantivy.Query, kind: RowKind) -> tantivy.Query:
        """All that belongs to those of `kind` that `meant` finds."""
        only = Q.term_query(self._schema, "kind", kind)
        ids = self._scope.searcher.terms_with_prefix(
            field, "", Q.boolean_query([(_MUST, meant), (_MUST, only)]), _MOST_THINGS
        )
        values = [id for id, count in ids if count]
        if not values:
            return Q.empty_query()
        return Q.const_score_query(Q.term_set_query(self._schema, field, values), 0.0)


def _any(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    """What one of `queries`, of which there is one at least, finds; the best of them counts."""
    return queries[0] if len(queries) == 1 else Q.disjunction_max_query(queries)
