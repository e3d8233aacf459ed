"""Where each stretch of a canonical text stands in the document that it was taken from.

Positions are code points of the canonical text. Every value is sorted by its start.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from .span import Span

START = 0
"""The field of each value by which it is sorted."""


class Page(NamedTuple):
    """A page, or a part of one, from `start` to the start of the next. `label` is the number as
    printed. A paragraph that runs on to another page stands whole, and before the footnotes of the
    first: these take their page up again."""

    start: int
    label: str


class Heading(NamedTuple):
    """`level` counts from 1, the outermost."""

    start: int
    end: int
    level: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class SetIn(NamedTuple):
    """Paragraphs that stand in from the margin: entries of a list within `depth` others, or what
    the document sets as another's words."""

    start: int
    end: int
    depth: int
    quoted: bool


class Line(NamedTuple):
    """A line of the document, as it is cited, from `start` to the start of the next."""

    start: int
    number: int


class OriginalPlace(NamedTuple):
    """`length` code points from `start` that stand, one for one, on a page of the original.

    `page` counts from 0. `at` is PDFium's index of the first character on that page.
    """

    start: int
    length: int
    page: int
    at: int


class TextMap(NamedTuple):
    """The way back from a canonical text. What the original has not is empty."""

    pages: tuple[Page, ...] = ()
    headings: tuple[Heading, ...] = ()
    lines: tuple[Line, ...] = ()
    places: tuple[OriginalPlace, ...] = ()
    joined: tuple[int, ...] = ()
    """Where a hyphen and a line end stood in a word that is joined in the text."""
    set_in: tuple[SetIn, ...] = ()

    def places_of(self, span: Span) -> tuple[OriginalPlace, ...]:
        """The parts of the original that `span` was taken from, cut to it, in order."""
        found: list[OriginalPlace] = []
        index = max(0, bisect_right(self.places, span.start, key=_start) - 1)
        for place in self.places[index:]:
            if place.start >= span.end:
                break
            start = max(place.start, span.start)
            length = min(place.start + place.length, span.end) - start
            if length > 0:
                found.append(
                    OriginalPlace(start, length, place.page, place.at + start - place.start)
                )
        return tuple(found)


def _start(item: tuple[int, ...]) -> int:
    return item[START]


def _page_start(page: Page) -> int:
    return page.start


def page_index(pages: Sequence[Page], position: int) -> int:
    """Which of `pages` a code point stands on; -1 where there are none."""
    return max(0, bisect_right(pages, position, key=_page_start) - 1) if pages else -1


_FLUSH = SetIn(0, 0, 0, False)


def set_in_at(pieces: Sequence[SetIn], position: int) -> SetIn:
    """How the paragraph stands that holds a code point."""
    index = bisect_right(pieces, position, key=_set_in_start) - 1
    found = pieces[index] if index >= 0 else _FLUSH
    return found if position < found.end else _FLUSH


def set_off(pieces: Sequence[SetIn]) -> list[Span]:
    """What the document sets as another's words."""
    return [Span(piece.start, piece.end) for piece in pieces if piece.quoted]


def _set_in_start(piece: SetIn) -> int:
    return piece.start


def heading_path(headings: Sequence[Heading], position: int) -> tuple[Heading, ...]:
    """The headings under which a code point stands, the outermost first; a heading stands under
    itself."""
    path: list[Heading] = []
    upto = bisect_right(headings, position, key=_heading_start)
    for heading in reversed(headings[:upto]):
        if not path or heading.level < path[-1].level:
            path.append(heading)
            if heading.level == 1:
                break
    return tuple(reversed(path))


def _heading_start(heading: Heading) -> int:
    return heading.start


def line_number(lines: Sequence[Line], position: int) -> int:
    """The number of the line that a code point stands in; 0 where no line is known."""
    index = bisect_right(lines, position, key=_line_start) - 1
    return lines[index].number if index >= 0 else 0


def _line_start(line: Line) -> int:
    return line.start
