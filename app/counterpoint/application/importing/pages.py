"""The pages of the PDF that a source was imported from, with passages of it marked on them."""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from counterpoint.application.library.originals import NotOpened, original_path
from counterpoint.domain.page_places import PagePlaces
from counterpoint.domain.source import Source
from counterpoint.domain.span import Span
from counterpoint.storage.files.closing import Closing
from counterpoint.storage.files.file_digest import file_digest
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.importers.pdf.page_picture import MEASURED
from counterpoint.storage.importers.reader_process.process import PageImage, Readers
from counterpoint.storage.importers.refusal import Refused
from counterpoint.storage.library.source_map import read_source_map

__all__ = ["Lacking", "NoPages", "PageDrawer", "PageImage", "SourcePages"]


class Lacking(Enum):
    """Why no page can be drawn."""

    NO_PDF = auto()
    """The source was not imported from one."""
    MISSING = auto()
    """The original is not in its place."""
    CHANGED = auto()
    """It is not the file that was imported."""
    NO_MAP = auto()
    """The file that says what stands where is missing, damaged or of another text."""
    NOT_DRAWN = auto()
    """It was refused, as it is damaged or takes too much."""


class NoPages(Exception):
    """`why` is a phrase where there is more to say."""

    def __init__(self, lacking: Lacking, why: str = "") -> None:
        super().__init__(lacking, why)
        self.lacking, self.why = lacking, why


class PageDrawer(Closing):
    """Draws in a process of its own, which is started with the first page and serves one document
    after another. To be closed."""

    def __init__(self) -> None:
        self.readers = Readers(at_once=1)

    def close(self) -> None:
        self.readers.close()


class SourcePages:
    """Of one source. Blocks while it reads and draws: for a worker thread."""

    def __init__(self, library: Path, source: Source, drawer: PageDrawer) -> None:
        """Raises NoPages."""
        original = source.original
        if original is None or not source.from_pdf:
            raise NoPages(Lacking.NO_PDF)
        try:
            self._path = original_path(library, original)
        except NotOpened as error:
            raise NoPages(Lacking.NO_PDF) from error
        self._digest = original.digest
        self._seen: tuple[int, int, int] | None = None
        """The file as it was when its digest was found to be right."""
        self._readers = drawer.readers
        try:
            found = read_source_map(library / "corpus", source.id)
        except Unreadable as error:
            raise NoPages(Lacking.NO_MAP) from error
        if found is None or found.digest != source.digest:
            raise NoPages(Lacking.NO_MAP)
        self.places = PagePlaces(found.map)
        self.sizes: tuple[tuple[float, float], ...] = ()
        """Of each page, in points, once it was measured or one was drawn."""

    def measure(self) -> None:
        """Finds the sizes of all pages. Raises NoPages."""
        self._ask(MEASURED, 1.0, [])

    def draw(self, page: int, scale: float, passages: Sequence[Span] = ()) -> PageImage:
        """A page, from 0, with `scale` pixels to a point, and the rectangles of what of each
        passage stands on it. Raises NoPages if it cannot be drawn."""
        return self._ask(page, scale, passages)

    def _ask(self, page: int, scale: float, passages: Sequence[Span]) -> PageImage:
        self._check()
        here = [
            [
                (place.at, place.length)
                for found in self.places.pages_of(span)
                if found.page == page
                for place in found.places
            ]
            for span in passages
        ]
        try:
            image = self._readers.page(self._path, page, scale, here)
        except Refused as refused:
            self._seen = None
            self._check()  # it may have gone while it was opened
            raise NoPages(Lacking.NOT_DRAWN, refused.message) from refused
        self.sizes = image.sizes or self.sizes
        return image

    def _check(self) -> None:
        """That it is the file that was imported; its digest is taken anew once it was touched."""
        try:
            state = self._path.stat()
            seen = (state.st_ino, state.st_size, state.st_mtime_ns)
            right = seen == self._seen or file_digest(self._path) == self._digest
        except FileNotFoundError as error:
            raise NoPages(Lacking.MISSING) from error
        except OSError as error:
            raise NoPages(Lacking.NOT_DRAWN, str(error.strerror)) from error
        if not right:
            raise NoPages(Lacking.CHANGED)
        self._seen = seen
