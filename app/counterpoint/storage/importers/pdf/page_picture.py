"""A page of a PDF drawn as a picture, and where passages stand on it. Pixels count from the upper
left corner. In the process that reads documents, as drawing may meet what is made to do harm."""

import ctypes
from typing import Any, NamedTuple

from counterpoint.storage.importers.refusal import Reason, Refused

PAGE = "page of a pdf"
"""Stands for the ending of a name where a page is asked for."""
MEASURED = -1
"""Stands for the number of a page where only the sizes of all are asked for."""
MOST_PIXELS = 40_000_000


class Drawn(NamedTuple):
    said: dict[str, Any]
    """`size` (width, height and bytes in a row, where there are pixels), `rects` (for each passage
    those of its lines) and `pages` (width and height of each in points, once after the document was
    opened); or `refused`."""
    pixels: bytes
    """Four bytes each: blue, green, red, and one that says nothing."""


class Drawing:
    """Keeps the document open that was drawn last."""

    def __init__(self) -> None:
        self._path = ""
        self._document: Any = None

    def draw(self, path: str, asked: Any) -> Drawn:
        """`asked` is the page, from 0, or MEASURED, pixels for a point, and the stretches of each
        passage: PDFium's index of the first letter, and how many there are."""
        number, scale, passages = asked
        opened = path != self._path
        try:
            document = self._open(path)
            pages = _sizes(document) if opened or number == MEASURED else []
            if number == MEASURED:
                return Drawn({"rects": [], "pages": pages}, b"")
            drawn = _drawn(document[int(number)], float(scale), passages)
            return drawn._replace(said=drawn.said | {"pages": pages})
        except (OSError, IndexError, ValueError) as error:
            return Drawn(
                {"refused": [Reason.DAMAGED, f"the page cannot be drawn ({error})", ""]}, b""
            )
        except Refused as refused:
            return Drawn({"refused": [refused.reason, refused.message, refused.kind]}, b"")

    def _open(self, path: str) -> Any:
        import pypdfium2

        if path != self._path:
            self._path = ""
            try:
                self._document = pypdfium2.PdfDocument(path)
            except pypdfium2.PdfiumError as error:
                raise Refused(Reason.DAMAGED, "it cannot be opened") from error
            self._path = path
        return self._document


def _sizes(document: Any) -> list[list[float]]:
    return [[*document.get_page_size(number)] for number in range(len(document))]


def _drawn(page: Any, scale: float, passages: list[list[list[int]]]) -> Drawn:
    width, height = page.get_size()
    scale = min(scale, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, no_smoothtext=False, prefer_bgrx=True)
    size = (bitmap.width, bitmap.height)
    words = page.get_textpage() if passages else None
    rects = [_rects(page, words, size, stretches) for stretches in passages]
    return Drawn({"size": [*size, bitmap.stride], "rects": rects}, bytes(bitmap.buffer))


def _rects(
    page: Any, words: Any, size: tuple[int, int], stretches: list[list[int]]
) -> list[list[int]]:
    """Left, top, right and bottom of each line of a passage, in pixels."""
    import pypdfium2.raw as pdfium

    edges = [ctypes.c_double() for _ in range(4)]
    x, y = ctypes.c_int(), ctypes.c_int()
    found: list[list[int]] = []
    for at, length in stretches:
        for nth in range(max(0, pdfium.FPDFText_CountRects(words, at, length))):
            pdfium.FPDFText_GetRect(words, nth, *map(ctypes.byref, edges))
            left, top, right, bottom = (edge.value for edge in edges)
            corners: list[tuple[int, int]] = []
            for across, up in ((left, top), (right, bottom)):
                pdfium.FPDF_PageToDevice(
                    page, 0, 0, *size, 0, across, up, ctypes.byref(x), ctypes.byref(y)
                )
                corners.append((x.value, y.value))
            (x0, y0), (x1, y1) = corners
            found.append([min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)])
    return found
