"""What stands on a page of a PDF without being of its text: comments, marks, filled fields."""

import ctypes
from functools import partial
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from . import pdfium_calls as calls

_COMMENTS = (1, 3, 9, 10, 11, 12, 13, 15)
"""PDFium's numbers for text, free text, highlight, underline, squiggly, struck out, stamp, ink."""
_MOST = 2000
"""Of a page, that are looked at."""
_LONGEST = 4000
"""Bytes of what one says that are read."""


class Annotations(NamedTuple):
    comments: tuple[str, ...]
    """What each comment or mark says, and which words one strikes out; "" where it says nothing."""
    filled: tuple[str, ...]
    """What somebody has filled into each field of a form."""


def annotations_on(page: Any, words: Any) -> Annotations:
    """`words` is the page's text, or null."""
    comments: list[str] = []
    filled: list[str] = []
    for nth in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        note = pdfium.FPDFPage_GetAnnot(page, nth)
        if note:
            kind = pdfium.FPDFAnnot_GetSubtype(note)
            if kind in _COMMENTS:
                said = _said(note, b"Contents")
                if kind == pdfium.FPDF_ANNOT_STRIKEOUT and (struck := _under(note, words)):
                    said = f"struck out: {struck}" + (f" ({said})" if said else "")
                comments.append(said)
            if kind == pdfium.FPDF_ANNOT_WIDGET and (value := _said(note, b"V")):
                filled.append(value)
            pdfium.FPDFPage_CloseAnnot(note)
    return Annotations(tuple(comments), tuple(filled))


def _under(note: Any, words: Any) -> str:
    """The words that a mark covers."""
    found: list[str] = []
    points = pdfium.FS_QUADPOINTSF()
    for nth in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(note), _MOST) if words else 0):
        if not pdfium.FPDFAnnot_GetAttachmentPoints(note, nth, points):
            continue
        x = points.x1, points.x2, points.x3, points.x4
        y = points.y1, points.y2, points.y3, points.y4
        within = 0.3 * (max(y) - min(y))  # or what hangs down from the line above would count
        edges = min(x), max(y) - within, max(x), min(y) + within
        size = min(pdfium.FPDFText_GetBoundedText(words, *edges, None, 0), _LONGEST)
        buffer = (ctypes.c_ushort * (size + 1))()
        pdfium.FPDFText_GetBoundedText(words, *edges, buffer, size)
        found.append(bytes(buffer)[: 2 * size].decode("utf-16-le", "replace"))
    return " ".join(" ".join(found).replace("\0", "").split())


def _said(note: Any, key: bytes) -> str:
    ask = partial(pdfium.FPDFAnnot_GetStringValue, note, key)
    return calls.words_of(ask, _LONGEST).strip()
