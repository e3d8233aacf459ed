"""Which words of a canonical text stand on which page of the PDF that it was taken from."""

from bisect import bisect_right
from typing import NamedTuple

from .span import Span
from .text_map import OriginalPlace, TextMap, page_index


class PageOfPassage(NamedTuple):
    page: int
    """From 0."""
    places: tuple[OriginalPlace, ...]


class PagePlaces:
    """Pages count from 0; positions are code points of the text."""

    def __init__(self, map: TextMap) -> None:
        self._map = map
        self._starts = [place.start for place in map.places]
        self._first: dict[int, int] = {}
        for place in map.places:
            self._first.setdefault(place.page, place.start)

    def page_at(self, position: int) -> int:
        """The page on which a code point stands, or what stands before it; at least 0."""
        index = max(0, bisect_right(self._starts, position) - 1)
        return self._map.places[index].page if self._map.places else 0

    def first_on(self, page: int) -> int | None:
        """Where in the text the words of a page begin; None of one that has no words."""
        return self._first.get(page)

    def label(self, page: int) -> str:
        """The number of a page as printed; "" of one that has no words, or none that is known."""
        first = self._first.get(page)
        pages = self._map.pages
        return pages[page_index(pages, first)].label if pages and first is not None else ""

    def pages_of(self, span: Span) -> tuple[PageOfPassage, ...]:
        """The pages on which a passage stands, in the order of the text; none where it was not in
        the PDF."""
        places = self._map.places_of(span)
        pages = dict.fromkeys(place.page for place in places)
        return tuple(
            PageOfPassage(page, tuple(place for place in places if place.page == page))
            for page in pages
        )

    def words_on(self, page: int) -> Span:
        """From the first to the last word of a page that stand together; footnotes and running
        heads stand further down. Empty of a page without words."""
        first = self._first.get(page)
        if first is None:
            return Span(0, 0)
        end = first
        for place in self._map.places[bisect_right(self._starts, first) - 1 :]:
            if place.page != page:
                break
            end = place.start + place.length
        return Span(first, end)
