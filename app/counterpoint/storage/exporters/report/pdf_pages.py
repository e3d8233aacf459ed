"""The pages of a PDF of our own, drawn as pictures."""

import threading
from typing import Any, NamedTuple


class Drawn(NamedTuple):
    width: int
    height: int
    row: int
    """Bytes in a row of pixels."""
    pixels: bytes
    """Four bytes each: blue, green, red, and one that says nothing."""


class PdfPages:
    """For any thread; one page at a time, as PDFium has it."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        self._lock = threading.Lock()
        self._document: Any = pypdfium2.PdfDocument(data)
        self.sizes: tuple[tuple[float, float], ...] = tuple(
            self._document.get_page_size(number) for number in range(len(self._document))
        )
        """Width and height of each page, in points."""

    def draw(self, number: int, scale: float) -> Drawn:
        """The page, from 0, at so many pixels for a point. Raises IndexError."""
        with self._lock:
            page = self._document[number]
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            drawn = Drawn(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            page.close()
        return drawn

    def close(self) -> None:
        with self._lock:
            self._document.close()
