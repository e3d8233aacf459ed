"""Which source is the next that has words which are sought in the one that is read."""

from collections.abc import Callable
from typing import NamedTuple

from counterpoint.application.library.opened_library import (
    OpenedLibrary,
    SourceAltered,
    Unreadable,
)
from counterpoint.domain.source import Source

from .search import Search

MOST = 1000
"""Finds after which they are no longer counted."""


class NextSource(NamedTuple):
    source: str
    title: str
    finds: int
    """At most `MOST`."""


def next_source(
    library: OpenedLibrary,
    words: str,
    after: str,
    first: Callable[[], frozenset[str]],
    going: Callable[[], None],
) -> NextSource | None:
    """The next source after `after`, in the order of the library and round its end, in which
    `words` are found as they are in a text; None where no other has them. `first` gives the ids of
    those that have them as words: the others are read only where none of these has them as they
    are typed. `going` is called before each is read, and raises where it is to stop. For another
    thread: reads texts."""
    sources = library.contents.sources
    here = next((at for at, each in enumerate(sources) if each.id == after), -1)
    others = [*sources[here + 1 :], *sources[: max(0, here)]]
    likely = first()
    for source in (
        *(s for s in others if s.id in likely),
        *(s for s in others if s.id not in likely),
    ):
        going()
        finds = _finds(library, source, words)
        if finds:
            return NextSource(source.id, source.short, finds)
    return None


def _finds(library: OpenedLibrary, source: Source, words: str) -> int:
    try:
        text = library.text(source.id).text
    except (Unreadable, SourceAltered, KeyError):
        return 0
    search, count = Search(text, words, source.interruptions), 0
    for number in range(search.slices):
        count += len(search.look(number)[0])
        if count >= MOST:
            return MOST
    return count
