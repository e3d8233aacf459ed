"""The index of one library, in a folder of the cache: what is in it, changing it, asking it.

What stands in it is put in and taken out by units, in one step of the engine's with the unit's
stamp, so that whatever moment a process is killed at, what the index says of itself is true.
"""

import json
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import tantivy

from counterpoint.domain.search.narrowing import NO, YES, Counted, Facet, Narrowing
from counterpoint.domain.search.query import Query
from counterpoint.domain.search.rows import Found, Hit, Row, RowKind, Unit
from counterpoint.storage.files import lock
from counterpoint.storage.files.own_file import NotOwn, make_own_folder

from .index_schema import (
    FORMAT,
    STEMMED,
    UNIT,
    document,
    prepare,
    schema,
    stemmer,
    terms,
    unit_document,
    unpacked,
)
from .likeness import telling_terms
from .query_terms import Scope, counting, engine_query

FOLDER = "search"
_MEMORY = 128_000_000
"""Bytes that the engine may hold before it writes."""
_MOST_LANGUAGES = 4
_MOST = 10_000_000
"""Rows that are asked for where all are wanted."""


class IndexUnusable(Exception):
    """There is no index in this folder, and none can be made. The message says why."""


class IndexBusy(Exception):
    """Another window or command is bringing it up to date."""


class SearchIndex:
    """Opened; to be closed by nobody, as it holds no more than memory."""

    def __init__(self, folder: Path, index: tantivy.Index) -> None:
        self._folder = folder
        self._index = index
        self._take_up()

    def _take_up(self) -> None:
        self._searcher = self._index.searcher()
        self._languages: tuple[str, ...] | None = None

    @classmethod
    def open(cls, cache: Path, name: str) -> "SearchIndex":
        """The index `name` in the folder `cache`, made where there is none that can be used; one
        that is broken or of another version is thrown away. Raises IndexUnusable."""
        try:
            folder = make_own_folder(cache, FOLDER, f"{name}-{FORMAT}")
        except (OSError, NotOwn) as error:
            raise IndexUnusable(f"{cache / FOLDER}: {error.strerror or error}") from error
        made = _opened(folder)
        if made is None:
            with _locked(folder):
                made = _opened(folder) or _afresh(folder)
                _remove_older(cache / FOLDER, name)
        return cls(folder, made)

    @staticmethod
    def discard(cache: Path, name: str) -> None:
        """Throws the index `name` away, if there is one. Raises IndexUnusable, IndexBusy."""
        folder = cache / FOLDER / f"{name}-{FORMAT}"
        if folder.is_dir():
            with _locked(folder):
                _removed(folder)

    def refresh(self) -> None:
        """Takes up what this or another process has put in."""
        with _engine(self._folder):
            self._index.reload()
            self._take_up()

    def units(self) -> dict[str, str]:
        """The stamp of each unit that is in it, by its name."""
        with _engine(self._folder):
            every = tantivy.Query.term_query(schema(), "kind", UNIT)
            found = self._searcher.search(every, _MOST, count=False)
            return dict(
                json.loads(self._searcher.doc(address).get_first("row") or b"")
                for _, address in found.hits
            )

    def quotations(self, *, source: str = "", approach: str = "") -> list[Row]:
        """The quotations that are in it, from one source or of one approach."""
        field, value = ("source", source) if source else ("approach", approach)
        term = tantivy.Query.term_query
        both = term(schema(), field, value).and_must_match(
            term(schema(), "kind", RowKind.QUOTATION)
        )
        with _engine(self._folder):
            found = self._searcher.search(both, _MOST, count=False)
            return [self._row(address) for _, address in found.hits]

    def _row(self, address: tantivy.DocAddress) -> Row:
        return unpacked(self._searcher.doc(address).get_first("row") or b"")

    @contextmanager
    def writing(self) -> Iterator["Writing"]:
        """Changes what is in it: all that was committed stays, whatever happens later. Raises
        IndexBusy, and IndexUnusable where the disk takes no more."""
        with _locked(self._folder):
            with _engine(self._folder):
                writing = Writing(self._folder, self._index.writer(_MEMORY))
            yield writing
            writing.finish()
            self.refresh()

    def search(
        self,
        query: Query,
        kinds: Collection[RowKind] = (),
        limit: int = 50,
        *,
        parts: bool = False,
        narrowing: Narrowing = (),
    ) -> Found:
        """The best `limit` rows for `query`, of `kinds` (all where none is named). Words are found
        in their other forms too; with `parts`, within other words."""
        with _engine(self._folder):
            scope = Scope(self._searcher, self._stemmed, frozenset(kinds), parts, narrowing)
            asked = engine_query(query, scope)
            return Found(0, ()) if asked is None else self._found(asked, limit)

    def counts(
        self,
        query: Query,
        kinds: Collection[RowKind] = (),
        *,
        parts: bool = False,
        narrowing: Narrowing = (),
        facets: Collection[Facet] = tuple(Facet),
    ) -> dict[Facet, list[Counted]]:
        """How many of all that `search` finds have each value of each of `facets`, the most first;
        a facet that is chosen from is counted as if it were not. Under YEAR there are the sources,
        counted so, as rows have no year of their own."""
        scope = Scope(self._searcher, self._stemmed, frozenset(kinds), parts)
        counted: dict[Facet, list[Counted]] = {}
        with _engine(self._folder):
            for together in _counted_together(facets, narrowing):
                left = tuple(each for each in narrowing if each.facet not in together)
                asked = engine_query(query, scope._replace(narrowing=left))
                wanted = {Facet.SOURCE if each is Facet.YEAR else each for each in together}
                spec = {name: how for each in wanted for name, how in counting(each).items()}
                found = {} if asked is None else self._searcher.aggregate(asked, spec)
                for facet in together:
                    counted[facet] = _counted(facet, found)
        return counted

    def knows(self, word: str) -> bool:
        """Whether each of the words that `word` is made of stands somewhere, as it is."""
        with _engine(self._folder):
            return all(
                any(self._searcher.doc_freq(field, term) for field in ("words", "halves"))
                for term in terms(word)
            )

    def telling(self, words: str) -> tuple[str, ...]:
        """The terms by which what is most like `words` is found, the most telling first."""
        with _engine(self._folder):
            return tuple(telling_terms(words, self._searcher, self._stemmed))

    def _found(self, asked: tantivy.Query, limit: int) -> Found:
        found = self._searcher.search(asked, max(1, limit))
        hits = tuple(Hit(self._row(address), score) for score, address in found.hits)
        return Found(found.count, hits)  # type: ignore[attr-defined]  # it has

    @property
    def _stemmed(self) -> tuple[str, ...]:
        """The languages, as `STEMMED` has them, whose forms of a word are found: English, which
        claims and descriptions are in, and the commonest of the sources."""
        if self._languages is None:
            every = tantivy.Query.term_query(schema(), "kind", RowKind.SOURCE)
            counting = {"by": {"terms": {"field": "language", "size": _MOST_LANGUAGES}}}
            found = self._searcher.aggregate(every, counting)
            tags = ("en", *(each["key"] for each in found["by"]["buckets"]))
            known = dict.fromkeys(STEMMED[tag] for tag in tags if tag in STEMMED)
            self._languages = tuple(known)[:_MOST_LANGUAGES]
        return self._languages

    def stems(self) -> Callable[[str], frozenset[str]]:
        """Brings a folded word to what its forms have in common, in each of the languages."""
        with _engine(self._folder):
            bring = [stemmer(language).analyze for language in self._stemmed]
        return lambda word: frozenset(stem for each in bring for stem in each(word)[:1])


class Writing:
    """The index while it is changed. All raise IndexUnusable where the disk takes no more, which
    may be told of what was put in before."""

    def __init__(self, folder: Path, writer: tantivy.IndexWriter) -> None:
        self._folder = folder
        self._writer = writer

    def put(self, unit: Unit) -> None:
        """In place of what the unit was before."""
        self.remove(unit.name)
        add = self._writer.add_document
        with _engine(self._folder):
            for row in unit.rows:
                add(document(unit.name, row))
            add(unit_document(unit.name, unit.stamp))

    def remove(self, name: str) -> None:
        with _engine(self._folder):
            self._writer.delete_documents_by_term("unit", name)

    def commit(self) -> None:
        """What was put in till now can be found once the index is refreshed, and stays."""
        with _engine(self._folder):
            self._writer.commit()

    def finish(self) -> None:
        self.commit()
        with _engine(self._folder):
            self._writer.wait_merging_threads()


def _counted(facet: Facet, found: Mapping[str, Any]) -> list[Counted]:
    """Of what the engine has counted; of as many it has no order."""
    by = Facet.SOURCE if facet is Facet.YEAR else facet
    buckets = found.get(by.value, {}).get("buckets", ())
    rows = [Counted(_value(facet, each["key"]), each["doc_count"]) for each in buckets]
    return sorted(rows, key=lambda each: (-each.rows, each.value))


def _value(facet: Facet, key: str | float) -> str:
    """As the engine has it: true and false are numbers."""
    return (YES if key else NO) if facet is Facet.LINKED else str(key)


def _counted_together(facets: Collection[Facet], narrowing: Narrowing) -> list[tuple[Facet, ...]]:
    """Those of `facets` together that are counted in one go."""
    chosen = {each.facet for each in narrowing}
    together = tuple(facet for facet in facets if facet not in chosen)
    return [*([together] if together else []), *((facet,) for facet in facets if facet in chosen)]


_KILLED = "index writer was killed"
"""What the engine says of whatever is put in after its disk has refused something."""


@contextmanager
def _engine(folder: Path) -> Iterator[None]:
    """Round each call of the engine, which says with ValueError, OSError or by giving up altogether
    that what it read is no index. Raises IndexUnusable."""
    try:
        yield
    except (ValueError, OSError) as error:
        said = "the disk took no more of it" if _KILLED in str(error) else error
        raise IndexUnusable(f"{folder}: {said}") from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # which is no Exception, and has no module
            raise IndexUnusable(f"{folder}: the index is damaged") from error
        raise


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    try:
        with lock.held(folder.with_suffix(".lock"), 0.0):
            yield
    except lock.Busy:
        raise IndexBusy from None


def _opened(folder: Path) -> tantivy.Index | None:
    """None where there is no index, or a broken one."""
    try:
        with _engine(folder):
            if not tantivy.Index.exists(str(folder)):
                return None
            index = prepare(tantivy.Index.open(str(folder)))
            index.searcher()
            return index
    except IndexUnusable:
        return None


def _removed(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise IndexUnusable(f"{folder}: {error.strerror or error}") from error


def _remove_older(indexes: Path, name: str) -> None:
    """Those that programs of before have made of the same library: no other would remove them. One
    that is in use, or cannot be removed, stays."""
    for version in range(1, FORMAT):
        folder = indexes / f"{name}-{version}"
        if folder.is_dir():
            with suppress(IndexUnusable, IndexBusy), _locked(folder):
                _removed(folder)


def _afresh(folder: Path) -> tantivy.Index:
    _removed(folder)
    try:
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise IndexUnusable(f"{folder}: {error.strerror or error}") from error
    with _engine(folder):
        return prepare(tantivy.Index(schema(), str(folder)))
