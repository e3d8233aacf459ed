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


_APART = 240
"""Code points from one waymark to the next: some four lines."""
_LONG = 24
"""Code points of a waymark: it is drawn nowhere, and only says how far down its words stand."""


class PagePassages:
    """The marks of one source by the pages that they stand on."""

    def __init__(self, places: PagePlaces, highlights: Highlights, pointed: Pointed) -> None:
        self.pointed = pointed
        self._places = places
        self._on: dict[int, list[Highlight]] = {}
        self._ways: dict[int, tuple[Span, ...]] = {}
        for highlight in highlights:
            for found in places.pages_of(highlight.span):
                self._on.setdefault(found.page, []).append(highlight)

    def highlights(self, page: int) -> list[Highlight]:
        """In the order of the text."""
        return self._on.get(page, [])

    def spans(self, page: int) -> tuple[Span, ...]:
        """All whose rectangles are wanted of a page, each once: the marks, and waymarks by which
        the page follows the text."""
        found = dict.fromkeys(highlight.span for highlight in self.highlights(page))
        found |= dict.fromkeys(self._waymarks(page))
        for span in (self.pointed.jump, self.pointed.hit):
            if span is not None and any(on.page == page for on in self._places.pages_of(span)):
                found[span] = None
        return tuple(found)

    def waymark(self, position: int) -> Span:
        """The one at a code point or before it, on the same page; the code point itself where the
        page has none before it."""
        before = [at for at in self._waymarks(self._places.page_at(position)) if at[0] <= position]
        return before[-1] if before else Span(position, position + 1)

    def _waymarks(self, page: int) -> tuple[Span, ...]:
        if page not in self._ways:
            words = self._places.words_on(page)
            each = (Span(at, min(at + _LONG, words.end)) for at in range(*words, _APART))
            self._ways[page] = tuple(each)
        return self._ways[page]
