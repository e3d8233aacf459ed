"""Which passages are marked on each page of a PDF."""

from typing import NamedTuple

from counterpoint.domain.page_places import PagePlaces
from counterpoint.domain.span import Span
from counterpoint.ui.reader.highlights.highlight import Highlight, Highlights


class Pointed(NamedTuple):
    """What is marked for the moment."""

    jump: Span | None = None
    """The passage jumped to."""
    jump_exact: bool = True
    hit: Span | None = None
    """What was found."""


class PagePassages:
    """The marks of one source by the pages that they stand on."""

    def __init__(self, places: PagePlaces, highlights: Highlights, pointed: Pointed) -> None:
        self.pointed = pointed
        self._places = places
        self._on: dict[int, list[Highlight]] = {}
        for highlight in highlights:
            for found in places.pages_of(highlight.span):
                self._on.setdefault(found.page, []).append(highlight)

    def highlights(self, page: int) -> list[Highlight]:
        """In the order of the text."""
        return self._on.get(page, [])

    def spans(self, page: int) -> tuple[Span, ...]:
        """All whose rectangles are wanted of a page, each once."""
        found = dict.fromkeys(highlight.span for highlight in self.highlights(page))
        for span in (self.pointed.jump, self.pointed.hit):
            if span is not None and any(on.page == page for on in self._places.pages_of(span)):
                found[span] = None
        return tuple(found)
