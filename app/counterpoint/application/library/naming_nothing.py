"""Kept searches that ask for something by a name which the library does not have."""

from collections.abc import Iterable, Iterator

from counterpoint.domain.faults.library_fault import LibraryFault
from counterpoint.domain.library import Library
from counterpoint.domain.note import Note
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.domain.search.narrowing import Facet, of_facet
from counterpoint.domain.search.query import All, Either, Field, FieldName, Not, Query, read_query
from counterpoint.domain.search.saved import SavedSearch
from counterpoint.domain.search.words import words_of
from counterpoint.storage.library.searches_file import SEARCHES
from counterpoint.storage.yaml.suggestion import nearest_name

_FAULTS = {
    FieldName.APPROACH: LibraryFault.SEARCH_FOR_NO_SUCH_OPTION,
    FieldName.SOURCE: LibraryFault.SEARCH_FOR_NO_SUCH_SOURCE,
    FieldName.TAG: LibraryFault.SEARCH_FOR_NO_SUCH_TAG,
}


def naming_nothing(
    saved: Iterable[SavedSearch], contents: Library, notes: Iterable[Note]
) -> Iterator[Problem]:
    """For each option, source and tag that a search asks for and that is not there: it is no
    fault, as it may have been taken out since, but such a search finds nothing."""
    approaches = _named((each.id, each.title, each.cue) for each in contents.approaches)
    sources = _named((each.id, each.title, each.short) for each in contents.sources)
    there = {
        FieldName.APPROACH: approaches,
        FieldName.SOURCE: sources,
        FieldName.TAG: _named((tag.casefold(),) for note in notes for tag in note.tags),
    }
    for search in saved:
        for field, by_id in _asked(search):
            known = there.get(field.name)
            if known is not None and not _is_there(field, known, by_id=by_id):
                told = (search.name, field.value, nearest_name(field.value, known))
                kind, fault = ProblemKind.UNKNOWN_TARGET, _FAULTS[field.name]
                yield Problem(SEARCHES, None, None, kind, fault, told)


def _named(things: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """What else each is called, by its id."""
    return {each[0]: each[1:] for each in things}


def _asked(search: SavedSearch) -> Iterator[tuple[Field, bool]]:
    """Each once; what was chosen to narrow it is meant by its id."""
    chosen = ((Facet.APPROACH, FieldName.APPROACH), (Facet.SOURCE, FieldName.SOURCE))
    for facet, name in chosen:
        for value in of_facet(search.narrowing, facet):
            yield Field(name, value), True
    for field in dict.fromkeys(_fields(read_query(search.query).query)):
        yield field, False


def _fields(query: Query) -> Iterator[Field]:
    match query:
        case Field():
            yield query
        case Not(part):
            yield from _fields(part)
        case All(parts) | Either(parts):
            for part in parts:
                yield from _fields(part)
        case _:
            return


def _is_there(field: Field, known: dict[str, tuple[str, ...]], *, by_id: bool) -> bool:
    """As the index takes it: by its id, or by words that stand in a row in a name."""
    value = field.value.casefold()
    if field.name is FieldName.TAG:
        return value.lstrip("#") in known
    if by_id:
        return field.value in known
    if field.value in known or value in known:
        return True
    sought = _in_a_row(field.value)
    return any(sought in _in_a_row(name) for id, names in known.items() for name in (id, *names))


def _in_a_row(words: str) -> str:
    return f" {' '.join(words_of(words))} "
