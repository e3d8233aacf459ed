"""The small raised signs within the lines of a PDF: the marks of footnotes, and powers."""

import ctypes
import re
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_MAY_MARK = re.compile(r"[\d*†‡§]")
_MARK = re.compile(r"(?<!\d)(?<!\d[.,])(?:\d{1,3}|[*†‡§]{1,3})(?![\d%])")
_FIGURES = re.compile(r"\d{2,}")
_SMALL = 0.85
"""Of the size of the line."""


class Mark(NamedTuple):
    """A raised small sign within a line: the mark of a footnote, or a power."""

    start: int
    """In the words of the line, in code points."""
    end: int


def marks_in(words: Any, line: str, at: int, size: float, box: pdfium.FS_RECTF) -> tuple[Mark, ...]:
    """Figures and asterisks of `line` that are set smaller than it, also those that touch another
    figure. `words` is PDFium's page of text, `at` where the line begins in it, and `box` room for
    an answer."""
    if _MAY_MARK.search(line) is None:  # quicker
        return ()
    ref = ctypes.byref(box)
    ask = pdfium.FPDFText_GetLooseCharBox

    def is_small(nth: int) -> bool:
        ask(words, at + nth, ref)
        return bool(0 < box.top - box.bottom < _SMALL * size)

    marks = [
        Mark(found.start(), found.end())
        for found in _MARK.finditer(line)
        if is_small(found.start())
    ]
    for found in _FIGURES.finditer(line):
        start = found.end()
        while start > found.start() and is_small(start - 1):
            start -= 1
        if found.start() < start < found.end():
            foot = box.bottom  # of the figure before
            ask(words, at + start, ref)
            if box.bottom > foot:
                marks.append(Mark(start, found.end()))
    return tuple(sorted(marks))
