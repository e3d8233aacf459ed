"""The small raised signs within the lines of a PDF: the marks of footnotes, and powers."""

import ctypes
import re
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_MAY_MARK = re.compile(r"[\d*†‡§]")
_ASCII_MARKS = b"0123456789*"
_MARK = re.compile(r"(?<!\d)(?<!\d[.,])(?:\d{1,3}|[*†‡§]{1,3})(?![\d%])")
_NEGATIVE = re.compile(r"(?<=\d)[-−–]\d{1,2}(?!\d)")
_PART = re.compile(r"[.,]\d")
_FAR = 12
"""Letters; where none of the line's own size is as near, nobody tells what is higher."""
_FIGURES = re.compile(r"\d{2,}")
_SMALL = 0.85
"""Of the size of the line."""


GONE = -2
"""The rise of what is no sign, but the blanks in the place of what is struck out."""


class Mark(NamedTuple):
    """A small sign within a line: the mark of a footnote, a power, or a lowered figure."""

    start: int
    """In the words of the line, in code points."""
    end: int
    rise: int = 0
    """1 where it is raised, -1 where it is lowered, 0 where it stands on the line."""


def marks_in(words: Any, line: str, at: int, size: float, box: pdfium.FS_RECTF) -> tuple[Mark, ...]:
    """Figures and asterisks of `line` that are set smaller than it, also those that touch another
    figure. `words` is PDFium's page of text, `at` where the line begins in it, and `box` room for
    an answer."""
    if not _may_have_marks(line):  # as most
        return ()
    ref = ctypes.byref(box)
    ask = pdfium.FPDFText_GetLooseCharBox

    def is_small(nth: int) -> bool:
        ask(words, at + nth, ref)
        return bool(0 < box.top - box.bottom < _SMALL * size)

    def rise(start: int, end: int) -> int:
        before, after = range(start - 1, max(-1, start - _FAR), -1), range(end, len(line))[:_FAR]
        for nth in (*before, *after):
            if not line[nth].isspace() and not is_small(nth):
                higher = foot_of(words, at + start) - foot_of(words, at + nth)
                return 0 if abs(higher) < _LEVEL * size else 1 if higher > 0 else -1
        return 0

    negative = [
        found.span()
        for found in _NEGATIVE.finditer(line)
        if all(map(is_small, range(*found.span()))) and rise(*found.span()) > 0
    ]
    marks = [Mark(start, end, 1) for start, end in negative]
    for found in _MARK.finditer(line):
        start, end = found.span()
        if not is_small(start) or any(first <= start < last for first, last in negative):
            continue
        mark = Mark(start, end, rise(start, end))
        if mark.rise >= 0 or not _PART.match(line, end):  # PM2.5 stays as it is
            marks.append(mark)
    for found in _FIGURES.finditer(line):
        start = found.end()
        while start > found.start() and is_small(start - 1):
            start -= 1
        if found.start() < start < found.end():
            foot = box.bottom  # of the figure before
            ask(words, at + start, ref)
            if box.bottom > foot:
                marks.append(Mark(start, found.end(), 1))
    return tuple(sorted(marks))


def _may_have_marks(line: str) -> bool:
    if line.isascii():  # four times as quick
        return len(line.encode().translate(None, _ASCII_MARKS)) < len(line)
    return _MAY_MARK.search(line) is not None


_LEVEL = 0.06
"""Of the size of the line: what is not set further up or down stands on it."""


def foot_of(words: Any, nth: int) -> float:
    """The height on which a letter stands."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(words, nth, ctypes.byref(x), ctypes.byref(y))
    return y.value
