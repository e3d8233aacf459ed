"""What is on a page of a PDF: its pictures, its ruled lines, its pieces of text."""

import ctypes
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from . import pdfium_calls as calls
from .pdf_rules import NO_RULES, Rule, Rules, rules_of
from .pdf_unseen import MOST_PIECES


class Drawn(NamedTuple):
    pictures: tuple[int, float]
    """How many there are, and how much of the page they cover, from 0 to 1."""
    rules: Rules
    thin: list[Rule]
    """All level lines, as they are drawn."""
    texts: list[Any]
    """PDFium's handles of its pieces of text."""


def drawn_on(page: Any, area: float) -> Drawn:
    """What is drawn on a page that has `area`."""
    many = min(pdfium.FPDFPage_CountObjects(page), MOST_PIECES)
    things = [*map(pdfium.FPDFPage_GetObject, repeat(page), range(many))]
    kinds = [*map(calls.get_type, things)]
    if kinds.count(pdfium.FPDF_PAGEOBJ_TEXT) == many:  # as most
        return Drawn((0, 0.0), NO_RULES, [], things)
    found: list[Any] = []
    paths: list[Any] = []
    texts: list[Any] = []
    for each, kind in zip(things, kinds, strict=True):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append(each)
        elif kind in _MAY_BE_PICTURES:
            found.append(each)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            paths.append(each)
    pictures = [each for each in found if _is_picture(each)]
    covered = sum(map(_area, pictures))
    share = min(1.0, covered / area) if area > 0 else 0.0
    thin: list[Rule] = []
    rules = rules_of(paths, thin)
    return Drawn((len(pictures), share), rules, thin, texts)


_MAY_BE_PICTURES = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)


def _is_picture(thing: Any) -> bool:
    """Also a group of things in which there is one, as some programs wrap each."""
    if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_IMAGE:
        return True
    inside = min(pdfium.FPDFFormObj_CountObjects(thing), 100)
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(thing, nth))
        == pdfium.FPDF_PAGEOBJ_IMAGE
        for nth in range(inside)
    )


def _area(thing: Any) -> float:
    left, foot, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(thing, left, foot, right, top):
        return 0.0
    return max(0.0, right.value - left.value) * max(0.0, top.value - foot.value)
