"""How PDFium is asked for words; and those of its functions that are asked for each line of a page
and for each thing on it.

These are pypdfium2's, but for one thing: what leads to a place in memory is taken as an address. To
see that it leads to a value of the right type takes ctypes a third of the time of such a call.
"""

import ctypes
import sys
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium


def _unchecked(function: Any) -> Any:
    kinds = [ctypes.c_void_p if hasattr(kind, "contents") else kind for kind in function.argtypes]
    prototype = ctypes.CFUNCTYPE(function.restype, *kinds)
    return prototype(ctypes.cast(function, ctypes.c_void_p).value or 0)


count_rects = _unchecked(pdfium.FPDFText_CountRects)
get_rect = _unchecked(pdfium.FPDFText_GetRect)
get_loose_char_box = _unchecked(pdfium.FPDFText_GetLooseCharBox)
get_font_weight = _unchecked(pdfium.FPDFText_GetFontWeight)
get_type = _unchecked(pdfium.FPDFPageObj_GetType)
get_font_size = _unchecked(pdfium.FPDFTextObj_GetFontSize)
get_text_render_mode = _unchecked(pdfium.FPDFTextObj_GetTextRenderMode)
get_fill_color = _unchecked(pdfium.FPDFPageObj_GetFillColor)


def words_of(ask: Callable[[Any, int], int], longest: int = sys.maxsize) -> str:
    """What `ask` writes in UTF-16 to a place of so many bytes, of which it says how many it needs
    where it has none; no more than the `longest`, in bytes."""
    size = ask(None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: min(size - 2, longest)].decode("utf-16-le", "replace")
