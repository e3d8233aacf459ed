"""Everything that the palette can find: actions, approaches, dimensions, sources, claims, notes,
and what the claims can be filtered by."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from counterpoint.application.library.find import Entry, Kind
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.library.sheet import Sheet
from counterpoint.application.notes.notebook import Notebook
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.search.rows import RowKind
from counterpoint.domain.search.saved import SavedSearch
from counterpoint.domain.source import Source, short_names
from counterpoint.labels.translation import tr, translated
from counterpoint.ui.actions.table import ACTIONS
from counterpoint.ui.window.frame.filter_menus import of_sources, of_voices, of_years

PARTS = "\t"
_MANY = 2_000
"""Things of one kind that are all gone through with each key, as well as the others."""
_MANY_READ = 400
"""Approaches that are all read for what they say."""


def entries(
    library: OpenedLibrary | None,
    notebook: Notebook | None,
    columns: Sequence[str] = (),
    saved: Iterable[SavedSearch] = (),
) -> Iterator[Entry]:
    """In the order of their kinds. Reading the claims reads every approach of the library.
    `columns` are the ids of the approaches that are shown, whose voices can be filtered by. Of
    which there are very many (`beyond_names`), those are found in the index alone."""
    for action in ACTIONS:
        yield Entry(
            Kind.ACTION,
            action.label,
            translated(action.menu),
            action.id,
            action.keys[0] if action.keys else "",
        )
    if library is not None:
        yield from _of_library(library)
    if notebook is not None and library is not None and _few_notes(notebook):
        for note in notebook.notes.all():
            first = note.body.strip().partition("\n")[0]
            yield Entry(Kind.NOTE, first or tr("(empty)"), library.title_of(note.target), note.id)
    if library is not None:
        yield from _filters(library, columns)
    for search in saved:
        yield Entry(Kind.SAVED, search.name, search.query, search.name)


def beyond_names(library: OpenedLibrary, notebook: Notebook) -> tuple[RowKind, ...]:
    """The kinds of things that are too many to be listed here by their names."""
    few = (
        (RowKind.SOURCE, _few_sources(library)),
        (RowKind.CLAIM, _few_approaches(library)),
        (RowKind.NOTE, _few_notes(notebook)),
    )
    return tuple(kind for kind, is_few in few if not is_few)


def _few_sources(library: OpenedLibrary) -> bool:
    return len(library.contents.sources) <= _MANY


def _few_approaches(library: OpenedLibrary) -> bool:
    return len(library.contents.approaches) <= _MANY_READ


def _few_notes(notebook: Notebook) -> bool:
    return len(notebook.notes) <= _MANY


def further(typed: str) -> Entry:
    """What is listed last: the same words sought in all that the library holds."""
    return Entry(Kind.SEARCH, tr("Search everything for “{words}”", words=typed), "", typed)


def actions_named(ids: Iterable[str]) -> frozenset[str]:
    """The names (`Entry.name`) of actions."""
    return frozenset(Entry(Kind.ACTION, "", key=id).name for id in ids)


def _of_library(library: OpenedLibrary) -> Iterator[Entry]:
    contents = library.contents
    for head in contents.approaches:
        yield Entry(Kind.APPROACH, head.title, head.gist, head.id)
    for dimension in contents.dimensions:
        yield Entry(Kind.DIMENSION, dimension.title, dimension.question, dimension.id)
    few = contents.sources if _few_sources(library) else ()
    short = short_names(few)
    for source in few:
        yield Entry(Kind.SOURCE, source.title, f"{short[source.id]}, {source.date}", source.id)
    titles = {dimension.id: dimension.title for dimension in contents.dimensions}
    for head in contents.approaches if _few_approaches(library) else ():
        for position in library.approach(head.id).positions:
            for claim in position.claims:
                where = f"{head.cue} · {titles.get(position.dimension, position.dimension)}"
                key = PARTS.join((head.id, position.dimension, claim.id))
                yield Entry(Kind.CLAIM, claim.text, where, key)


def _filters(library: OpenedLibrary, columns: Sequence[str]) -> Iterator[Entry]:
    """What only the library knows; the others are actions."""
    sources, shown = library.contents.sources, Sheet(tuple(map(library.approach, columns)))
    by_source = of_sources(sources) if _few_sources(library) else ()
    for label, part in chain(by_source, of_voices(shown), of_years(sources)):
        asked = {name: value for name, value in part.to_dict().items() if value}
        yield Entry(Kind.FILTER, label, tr("Show only"), json.dumps(asked))


def filter_of(entry: Entry, sources: Iterable[Source]) -> ClaimFilter:
    """What choosing a filter narrows by; nothing where the library has it no more."""
    return ClaimFilter.from_dict(json.loads(entry.key), sources)


def target_of(entry: Entry, notebook: Notebook, first_approach: str) -> Target | None:
    """What choosing an entry goes to; None for an action, a filter, or a note that is
    gone."""
    match entry.kind:
        case Kind.APPROACH:
            return Target(TargetKind.APPROACH, approach=entry.key)
        case Kind.DIMENSION:
            return Target(TargetKind.POSITION, approach=first_approach, dimension=entry.key)
        case Kind.SOURCE:
            return Target(TargetKind.SOURCE, source=entry.key)
        case Kind.CLAIM:
            approach, dimension, claim = entry.key.split(PARTS)
            return Target(TargetKind.CLAIM, approach, dimension, claim)
        case Kind.NOTE:
            note = notebook.notes.get(entry.key)
            return None if note is None else note.target
    return None
