"""What stands on a page of a PDF without being of its text: comments, marks, filled fields."""

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_COMMENTS = (1, 3, 9, 10, 11, 12, 13, 15)
"""PDFium's numbers for text, free text, highlight, underline, squiggly, struck out, stamp, ink."""
_MOST = 2000
"""Of a page, that are looked at."""
_LONGEST = 4000
"""Bytes of what one says that are read."""


class Annotations(NamedTuple):
    comments: tuple[str, ...]
    """What each comment or mark says; "" where it says nothing."""
    filled: tuple[str, ...]
    """What somebody has filled into each field of a form."""


def annotations_on(page: Any) -> Annotations:
    comments: list[str] = []
    filled: list[str] = []
    for nth in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        note = pdfium.FPDFPage_GetAnnot(page, nth)
        if note:
            kind = pdfium.FPDFAnnot_GetSubtype(note)
            if kind in _COMMENTS:
                comments.append(_said(note, b"Contents"))
            if kind == pdfium.FPDF_ANNOT_WIDGET and (value := _said(note, b"V")):
                filled.append(value)
            pdfium.FPDFPage_CloseAnnot(note)
    return Annotations(tuple(comments), tuple(filled))


def _said(note: Any, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    target = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFAnnot_GetStringValue(note, key, target, size)
    return buffer.raw[: min(size - 2, _LONGEST)].decode("utf-16-le", "replace").strip()
