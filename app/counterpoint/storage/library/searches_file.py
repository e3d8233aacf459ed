"""The file of the searches that are kept: what it says, and as plain values."""

from collections.abc import Iterator
from pathlib import Path

from counterpoint.domain.problem import Problem
from counterpoint.domain.search.narrowing import Chosen, Facet, Narrowing, of_facet
from counterpoint.domain.search.saved import SavedSearch, Within
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.yaml.yaml_file import YamlFile, read_yaml

from .schema import SavedSearchSchema, SearchesSchema
from .validation import validated

SEARCHES = "options/searches.yaml"


def searches_in(file: YamlFile) -> tuple[tuple[SavedSearch, ...], list[Problem]]:
    """What it says, and what is wrong with it. Raises Unreadable where it is no such file."""
    checked, told = validated(file, SearchesSchema)
    return tuple(map(_search, checked.searches)), told


def read_searches(folder: Path) -> tuple[SavedSearch, ...]:
    """Those of the library in `folder`, as far as they can be read; what is wrong with them is told
    where the library is checked."""
    if not (folder / SEARCHES).exists():
        return ()
    try:
        return searches_in(read_yaml(folder / SEARCHES, SEARCHES))[0]
    except Unreadable:
        return ()


def _search(form: SavedSearchSchema) -> SavedSearch:
    return SavedSearch(form.name, form.query, form.in_, tuple(_narrowing(form)))


def _narrowing(form: SavedSearchSchema) -> Iterator[Chosen]:
    """In the order of the facets."""
    for facet in Facet:
        if facet is Facet.LINKED:
            yield from (Chosen(facet, value) for value in (form.linked,) if value)
        else:
            values: list[str] | None = getattr(form, facet.value)
            yield from (Chosen(facet, str(value)) for value in values or ())


def search_values(search: SavedSearch) -> dict[str, object]:
    """An entry of the file."""
    values: dict[str, object] = {"name": search.name, "query": search.query}
    if search.within is not Within.EVERYTHING:
        values["in"] = search.within.value
    for facet in Facet:
        chosen = list(of_facet(search.narrowing, facet))
        if chosen:
            values[facet.value] = chosen[0] if facet is Facet.LINKED else chosen
    return values


def in_order(narrowing: Narrowing) -> Narrowing:
    """As the file gives it back: linked or not at once, which is as good as none, is not in it."""
    chosen = {facet: of_facet(narrowing, facet) for facet in Facet}
    if len(chosen[Facet.LINKED]) > 1:
        del chosen[Facet.LINKED]
    return tuple(Chosen(facet, value) for facet, values in chosen.items() for value in values)
