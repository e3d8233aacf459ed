"""Pages being drawn, as Qt sees it: off the window's thread, one after another, what is wanted
first and what may be wanted next behind it; and those drawn lately, kept."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage

from counterpoint.application.importing.pages import (
    NoPages,
    PageDrawer,
    PageImage,
    SourcePages,
)
from counterpoint.domain.source import Source
from counterpoint.domain.span import Span
from counterpoint.ui.tasks.task import Report, Task

MOST_BYTES = 96 * 2**20
"""Of all pictures that are kept; what is wanted now is kept whatever it takes."""


class Wanted(NamedTuple):
    page: int
    scale: float
    """Pixels of the picture to a point."""
    passages: tuple[Span, ...]


class Drawn(NamedTuple):
    wanted: Wanted
    image: QImage
    pixels: bytes
    """The image's own: Qt does not keep them."""
    rects: dict[Span, tuple[QRectF, ...]]
    """Of each passage, its lines, as shares of the picture's width and height."""


class PageDrawing(QObject):
    """Of one source at a time."""

    opened = Signal()
    """`pages` are there, and measured."""
    drawn = Signal(int)
    """A page, from 0, has come."""
    failed = Signal(object)
    """NoPages."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._drawer = PageDrawer()
        self.destroyed.connect(self._drawer.close)
        self.pages: SourcePages | None = None
        self._kept: OrderedDict[int, Drawn] = OrderedDict()
        self._wanted: tuple[Wanted, ...] = ()
        self._task: Task | None = None

    def open(self, library: Path, source: Source) -> None:
        """Another source: what is wanted of the one before is let go."""
        self.let_go()
        self._run(partial(_opened, library, source, self._drawer), self._on_opened)

    def let_go(self) -> None:
        """No source."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.pages, self._wanted = None, ()
        self._kept.clear()

    def find(self, page: int) -> Drawn | None:
        """As it was drawn last; perhaps with another scale, or other passages."""
        return self._kept.get(page)

    def want(self, wanted: Sequence[Wanted]) -> None:
        """What is to be drawn from now on, in this order; what was wanted before is not."""
        self._wanted = tuple(wanted)
        self._next()

    def has(self, wanted: Wanted) -> bool:
        """Whether it is there in this size, with these passages or more."""
        found = self._kept.get(wanted.page)
        return (
            found is not None
            and found.wanted.scale == wanted.scale
            and set(wanted.passages) <= found.rects.keys()
        )

    def _next(self) -> None:
        if self.pages is None or self._task is not None:
            return
        wanted = next((each for each in self._wanted if not self.has(each)), None)
        if wanted is not None:
            self._run(partial(_drawn, self.pages, wanted), partial(self._on_drawn, wanted))

    def _run(self, work: Callable[[Report], object], then: Callable[[object], None]) -> None:
        self._task = Task(work, (NoPages,), self)
        self._task.finished.connect(then)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def _on_opened(self, pages: object) -> None:
        self._task = None
        if isinstance(pages, SourcePages):
            self.pages = pages
            self.opened.emit()
            self._next()

    def _on_drawn(self, wanted: Wanted, outcome: object) -> None:
        self._task = None
        if isinstance(outcome, PageImage):
            self._keep(wanted, outcome)
            self.drawn.emit(wanted.page)
        self._next()

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self._wanted = ()
        self.failed.emit(error)

    def _keep(self, wanted: Wanted, drawn: PageImage) -> None:
        image = QImage(
            drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32
        )
        across, down = 1 / max(1, drawn.width), 1 / max(1, drawn.height)
        rects = {
            span: tuple(
                QRectF(left * across, top * down, (right - left) * across, (bottom - top) * down)
                for left, top, right, bottom in lines
            )
            for span, lines in zip(wanted.passages, drawn.rects, strict=True)
        }
        self._kept[wanted.page] = Drawn(wanted, image, drawn.pixels, rects)
        self._kept.move_to_end(wanted.page)
        here = {each.page for each in self._wanted}
        size = sum(len(each.pixels) for each in self._kept.values())
        for page in [each for each in self._kept if each not in here]:
            if size <= MOST_BYTES:
                break
            size -= len(self._kept.pop(page).pixels)


def _opened(library: Path, source: Source, drawer: PageDrawer, _report: Report) -> SourcePages:
    pages = SourcePages(library, source, drawer)
    pages.measure()
    return pages


def _drawn(pages: SourcePages, wanted: Wanted, _report: Report) -> PageImage:
    return pages.draw(wanted.page, wanted.scale, wanted.passages)
