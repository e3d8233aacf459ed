"""Words of a PDF that nobody sees on its page: set without ink or with a clear one, in white, in
letters of no size."""

import ctypes
from collections import deque
from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from . import pdfium_calls as calls

_WITHOUT_INK = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
MOST_PIECES = 5000
"""Of a page, that are looked at."""
_WHITE = 247
"""Of 255, from which on a colour is not told from white."""
_LEAST, MOST_SIZE = 1.0, 5000.0
"""Points that a letter has in print."""


class Unseen(NamedTuple):
    hidden: int
    """Words without ink, or with one that lets all through."""
    white: int
    """Words in white, which are seen on a dark ground only."""
    no_size: int
    """Places where letters are too small or too large for any page: PDFium may pass them over."""


class UnseenWords:
    """What is asked of all pieces of text of a page at once, as one by one takes three times as
    long; the room for the answers is made once for all pages."""

    def __init__(self) -> None:
        self._sizes = _Room(ctypes.c_float)
        self._colours = [_Room(ctypes.c_uint) for _ in range(3)]
        self._opaque = _Room(ctypes.c_uint)
        self._matrix = pdfium.FS_MATRIX()

    def of(self, pieces: Sequence[Any], words: Any) -> Unseen:
        """`pieces` are a page's text objects, some thousands at most, `words` its text page."""
        if not pieces:
            return Unseen(0, 0, 0)
        many = len(pieces)
        deque(map(calls.get_font_size, pieces, self._sizes.places(many)), 0)
        sizes = self._sizes.first(many)
        odd: set[int] = set()
        if min(sizes) < _LEAST or max(sizes) >= MOST_SIZE:
            odd = {at for at, size in enumerate(sizes) if self._of_no_size(pieces[at], size)}
        modes = list(map(calls.get_text_render_mode, pieces))
        bare: set[int] = set()
        if max(modes) >= _WITHOUT_INK[0]:
            bare = {at for at, mode in enumerate(modes) if mode in _WITHOUT_INK} - odd
        white, clear = self._coloured(pieces)
        bare |= clear - odd
        white = white - bare - odd
        return Unseen(
            sum(_words(pieces[at], words) for at in bare),
            sum(_words(pieces[at], words) for at in white),
            len(odd),
        )

    def _coloured(self, pieces: Sequence[Any]) -> tuple[set[int], set[int]]:
        """Those in white, and those whose ink lets all through."""
        many = len(pieces)
        rooms = (*self._colours, self._opaque)
        places = [room.places(many) for room in rooms]
        deque(map(calls.get_fill_color, pieces, *places), 0)
        red, green, blue, opaque = (room.first(many) for room in rooms)
        clear = {at for at, each in enumerate(opaque) if not each} if not min(opaque) else set()
        if min(map(max, (red, green, blue))) < _WHITE:
            return set(), clear
        parts = enumerate(zip(red, green, blue, strict=True))
        return {at for at, colour in parts if min(colour) >= _WHITE}, clear

    def _of_no_size(self, piece: Any, size: float) -> bool:
        return not _LEAST <= size < MOST_SIZE and not self._is_scaled(piece, size)

    def _is_scaled(self, piece: Any, size: float) -> bool:
        """Whether a font of no size is made one of a letter's by where it is set."""
        matrix = self._matrix
        if not pdfium.FPDFPageObj_GetMatrix(piece, ctypes.byref(matrix)):
            return False
        scale = max(abs(matrix.a), abs(matrix.b), abs(matrix.c), abs(matrix.d))
        return bool(_LEAST <= size * scale < MOST_SIZE)


class _Room:
    """An array, and the address of each place in it: for so many, or more."""

    def __init__(self, kind: "type[ctypes.c_float | ctypes.c_uint]") -> None:
        self._kind = kind
        self._cells: Any = (kind * 0)()

    def places(self, many: int) -> range:
        if many > len(self._cells):
            self._cells = (self._kind * (many + many // 2))()
        first, step = ctypes.addressof(self._cells), ctypes.sizeof(self._kind)
        return range(first, first + many * step, step)

    def first(self, many: int) -> Sequence[Any]:
        """What stands in the first places now."""
        found: Sequence[Any] = self._cells[:many]
        return found


def _words(piece: Any, words: Any) -> int:
    return len(calls.words_of(partial(pdfium.FPDFTextObj_GetText, piece, words)).split())
