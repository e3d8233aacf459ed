"""From a jump to a passage until the page of the PDF on which it stands is painted with it: at
first, and where the page is near; beside PDFium alone, which draws as large a page."""

import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdfium2

from counterpoint.application.importing.documents import find_documents
from counterpoint.application.importing.importing import Importing
from counterpoint.domain.approach import Colour, Stance
from counterpoint.domain.span import Span
from counterpoint.ui.reader.highlights.highlight import Highlight
from counterpoint.ui.reader.pane import ReaderPane
from counterpoint.ui.reader.participation import ReaderParticipation
from counterpoint.ui.reader.pdf.view import PdfView
from tests.benchmarks.harness import Figure, figure, p95
from tests.benchmarks.importing import PAGES, page_of_report
from tests.benchmarks.made_library import make_library
from tests.benchmarks.opened_window import OpenedWindow
from tests.benchmarks.paint_clock import PaintClock, rest
from tests.benchmarks.window_child import home, tell, times
from tests.made_documents import pdf

JUMPS = 30


def measure() -> list[Figure]:
    found: list[Figure] = []
    for which, limit in (("first", 100.0), ("near", 16.7)):
        ours, floor = times("pdf_page", which)
        name = f"a page of a PDF painted with its passage, after a jump ({which}), 95th percentile"
        found.append(figure(name, "ms", ours, floor, limit=limit, limit_of="value", of=p95))
    return found


def child(which: str) -> None:
    dice = random.Random(2008)
    folder, file = home() / "library", home() / "report.pdf"
    make_library(folder, 8, 10, 80)
    file.write_bytes(pdf(*(page_of_report(dice, number) for number in range(1, PAGES + 1))))
    with Importing(folder) as importing:
        importing.store(importing.previews(find_documents([file])))
    space = OpenedWindow(folder).window.space
    space.navigator.open_source("report")
    rest(500)
    reader = space.reader
    joined = reader.findChild(ReaderParticipation)
    if not isinstance(joined, ReaderParticipation):
        raise TypeError(joined)
    reader.shows_wanted.emit("page")
    view = joined.pdf_sides.view
    _until(lambda: view.count == PAGES)
    _mark_each_page(reader, view)
    rest(1000)
    clock, ours = PaintClock(view.viewport()), []
    jumps = [(7 * number + 5) % PAGES for number in range(JUMPS)]
    for jump in jumps:
        wanted = jump
        if which == "near":
            wanted = jump + 1
            _jump(reader, jump)
            _until(partial(view.is_painted, wanted))
            rest(200)
        shows = partial(view.is_painted, wanted)
        ours.append(clock.time(partial(_jump, reader, wanted), shows))
        rest(100)
    tell(ours, [_bare(file, page, view) for page in jumps])


def _jump(reader: ReaderPane, page: int) -> None:
    reader.jump(str(page))


def _until(done: Callable[[], bool]) -> None:
    begun = time.perf_counter()
    while not done():
        rest(10)
        if time.perf_counter() - begun > 60:
            raise TimeoutError("the pages never came")


def _mark_each_page(reader: ReaderPane, view: PdfView) -> None:
    """A passage of a hundred letters on every page."""
    places = view.places
    if places is None:
        raise TypeError(places)
    firsts = [(page, places.first_on(page)) for page in range(PAGES)]
    reader.set_highlights(
        [
            Highlight(
                Span(first + 400, first + 500), "A", Colour.BLUE, Stance.DESCRIBES, str(page), "It"
            )
            for page, first in firsts
            if first is not None
        ]
    )


def _bare(file: Path, page: int, view: PdfView) -> float:
    begun = time.perf_counter()
    document = pypdfium2.PdfDocument(str(file))
    drawn = document[page]
    drawn.render(scale=view.viewport().width() / drawn.get_width())
    return 1000 * (time.perf_counter() - begun)


if __name__ == "__main__":
    import sys

    child(sys.argv[1])
