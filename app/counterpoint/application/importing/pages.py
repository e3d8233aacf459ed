"""The pages of the PDF that a source was imported from, with a passage of it marked on them."""

from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.source import Source
from counterpoint.domain.span import Span
from counterpoint.domain.text_map import OriginalPlace, TextMap
from counterpoint.storage.files.closing import Closing
from counterpoint.storage.importers.reader_process.process import PageImage, Readers
from counterpoint.storage.library.source_map import read_source_map

KIND = "pdf"
_NOTHING = Span(0, 0)


class NoPages(Exception):
    """The source was not imported from a PDF, or its original or its map is not there."""


class PageOfPassage(NamedTuple):
    page: int
    """From 0."""
    places: tuple[OriginalPlace, ...]


class SourcePages(Closing):
    """Draws in a process of its own, which is started with the first page. Blocks while it draws:
    for a worker thread. To be closed."""

    def __init__(self, library: Path, source: Source) -> None:
        """Raises NoPages; Unreadable where the map is damaged."""
        original = source.original
        if original is None or original.kind != KIND:
            raise NoPages(source.id)
        self._path = library / original.file
        found = read_source_map(library / "corpus", source.id)
        if found is None or found.digest != source.digest or not self._path.is_file():
            raise NoPages(source.id)
        self.map: TextMap = found.map
        self._readers = Readers(at_once=1)

    def close(self) -> None:
        self._readers.close()

    def pages_of(self, span: Span) -> tuple[PageOfPassage, ...]:
        """The pages on which a passage stands, in order; none where it was not in the PDF."""
        places = self.map.places_of(span)
        pages = dict.fromkeys(place.page for place in places)
        return tuple(
            PageOfPassage(page, tuple(place for place in places if place.page == page))
            for page in pages
        )

    def draw(self, page: int, scale: float, span: Span = _NOTHING) -> PageImage:
        """A page, from 0, with `scale` pixels to a point, and the rectangles of what of the passage
        `span` stands on it. Raises Refused if it cannot be drawn."""
        here = [place for place in self.map.places_of(span) if place.page == page]
        stretches = [(place.at, place.length) for place in here]
        return self._readers.page(self._path, page, scale, stretches)
