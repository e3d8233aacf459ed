"""Where the pages of a PDF stand, one below the other. Pixels, as the screen counts them."""

from bisect import bisect_right
from collections.abc import Sequence
from statistics import median

from PySide6.QtCore import QRectF

MOST_SCALE = 1.6
"""Pixels to a point at zoom 1: in a wider pane a page stands in its middle."""


class PageStack:
    """As wide as the pane is at zoom 1; the zoom then makes them larger."""

    def __init__(
        self, sizes: Sequence[tuple[float, float]], room: float, zoom: float, gap: int
    ) -> None:
        """`sizes` are those of the pages in points; `room` is how wide they may be at zoom 1, and
        `gap` lies between and around them."""
        usual = median(width for width, _ in sizes)
        base = min(MOST_SCALE, max(1.0, room) / max(1.0, usual))
        self._scales = [zoom * min(base, max(1.0, room) / max(1.0, width)) for width, _ in sizes]
        self._widths = [w * scale for (w, _), scale in zip(sizes, self._scales, strict=True)]
        self._heights = [h * scale for (_, h), scale in zip(sizes, self._scales, strict=True)]
        self._tops: list[float] = []
        top = float(gap)
        for height in self._heights:
            self._tops.append(top)
            top += height + gap
        self.height = top
        self.width = max(self._widths) + 2 * gap

    def __len__(self) -> int:
        return len(self._tops)

    def scale(self, page: int) -> float:
        """Pixels to a point."""
        return self._scales[page]

    def top(self, page: int) -> float:
        return self._tops[page]

    def box(self, page: int, across: float) -> QRectF:
        """A page, where so much room is there across."""
        left = max(0.0, (max(across, self.width) - self._widths[page]) / 2)
        return QRectF(left, self._tops[page], self._widths[page], self._heights[page])

    def at(self, y: float) -> int:
        """The page at a height, or the one above it."""
        return max(0, bisect_right(self._tops, y) - 1)

    def between(self, top: float, bottom: float) -> range:
        """The pages of which something stands between two heights."""
        return range(self.at(top), self.at(bottom) + 1)

    def most_seen(self, top: float, bottom: float) -> int:
        """The page that takes up most of what is between two heights, of two the first."""
        return max(self.between(top, bottom), key=lambda page: self._seen(page, top, bottom))

    def _seen(self, page: int, top: float, bottom: float) -> int:
        start, end = self._tops[page], self._tops[page] + self._heights[page]
        return round(min(end, bottom) - max(start, top))
