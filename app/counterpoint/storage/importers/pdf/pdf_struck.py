"""Words of a PDF through whose middle a line is drawn: struck out, as Word prints it and bills have
it."""

import ctypes
import re
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import pypdfium2.raw as pdfium

from . import pdfium_calls as calls
from .pdf_marks import GONE, Mark, foot_of
from .pdf_rules import Rule

_LOW, _HIGH = 0.12, 0.52
"""Of the height of the letters, above where they stand: lower is a line under them."""
_BEYOND = 2.5
"""Of the same, that it may go on beyond a line of words: what goes further is of a table or a
picture."""


class _Line(Protocol):
    """What is asked of a line of words (`pdf_lines.PdfLine`)."""

    text: str
    at: int
    left: float
    right: float
    y: float
    top: float
    size: float
    marks: tuple[Mark, ...]


def without_struck(
    words: Any, lines: Iterable[_Line], thin: Sequence[Rule], box: pdfium.FS_RECTF
) -> tuple[str, ...]:
    """Puts blanks in the place of what is struck out in `lines` by the level lines `thin`, so that
    all else keeps its place; what it was, piece by piece. `words` is PDFium's page of text, `box`
    room for an answer."""
    found: list[str] = []
    for line in lines:
        near = [
            rule
            for rule in thin
            if line.y < rule.at < line.top
            and line.left - _BEYOND * line.size < rule.start < line.right
            and line.left < rule.end < line.right + _BEYOND * line.size
        ]
        if not near:
            continue
        foot = foot_of(words, line.at)
        low, high = foot + _LOW * line.size, foot + _HIGH * line.size
        near = [rule for rule in near if low < rule.at < high]
        struck = [
            any(rule.start < middle < rule.end for rule in near)
            for middle in (_middle(words, line.at + nth, box) for nth in range(len(line.text)))
        ]
        signs = zip(line.text, struck, strict=True)
        # Blanks at either end stay: they part what stands beside it.
        pieces = "".join(sign if gone else "\0" for sign, gone in signs)
        gone = [each.span() for each in _PIECE.finditer(pieces) if _says_something(each[0])]
        found += (line.text[start:end] for start, end in gone)
        kept = [mark for mark in line.marks if not struck[mark.start]]
        line.marks = tuple(sorted([*kept, *(Mark(start, end, GONE) for start, end in gone)]))
        for start, end in gone:
            line.text = line.text[:start] + " " * (end - start) + line.text[end:]
    return tuple(found)


_PIECE = re.compile(r"[^\0\s](?:[^\0]*[^\0\s])?")


def _says_something(words: str) -> bool:
    return any(map(str.isalnum, words))


def _middle(words: Any, at: int, box: pdfium.FS_RECTF) -> float:
    calls.get_loose_char_box(words, at, ctypes.byref(box))
    return float(box.left + box.right) / 2
