"""The ruled lines of a PDF's page, as of tables: taken from what is drawn on it.

Lengths are points; y grows upwards.
"""

import ctypes
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_MOST = 600
"""Drawn things; a page with more is a picture, whose lines part no words."""
_CORNERS = 60
"""Of one drawn thing, at most, to be looked at by itself."""
_THIN = 2.5
_SHORTEST = 5.0
_NEAR = 3.0
"""What is nearer touches."""


class Rule(NamedTuple):
    at: float
    """x of an upright one, y of a level one."""
    start: float
    """The lower of its ends, or that on the left."""
    end: float


class Rules(NamedTuple):
    upright: list[Rule]
    level: list[Rule]


NO_RULES = Rules([], [])


def rules_of(paths: Sequence[Any], thin: list[Rule]) -> Rules:
    """`paths` are PDFium's drawn things of one page. What touches end to end is one. All level ones
    are put to `thin` as they are, also the shortest."""
    if not 0 < len(paths) <= _MOST:
        return NO_RULES
    upright: list[Rule] = []
    level: list[Rule] = []
    filled: list[tuple[float, float, float, float]] = []
    edges = tuple(ctypes.c_float() for _ in range(4))
    for path in paths:
        if not pdfium.FPDFPageObj_GetBounds(path, *edges):
            continue
        left, foot, right, top = (edge.value for edge in edges)
        if right - left <= _THIN or top - foot <= _THIN:
            _add(upright, level, left, foot, right, top)
            if top - foot <= _THIN:
                thin.append(Rule((foot + top) / 2, left, right))
        elif pdfium.FPDFPath_CountSegments(path) <= _CORNERS:
            if _is_stroked(path):
                for sides in _sides(path):
                    _add(upright, level, *sides)
                    _add([], thin, *sides)
            else:
                thin += _bars(path)
                filled.append((left, foot, right, top))
    if not upright:  # as on most pages: what is level alone parts no columns
        return NO_RULES
    for left, foot, right, top in filled:
        # The cells of a head that have a colour and no lines go on from the rules below.
        if any(_goes_on(rule, x, foot, top) for rule in upright for x in (left, right)):
            for x in (left, right):
                _add(upright, level, x, foot, x, top)
            for y in (foot, top):
                _add(upright, level, left, y, right, y)
    return Rules(_whole(upright), _whole(level))


def _goes_on(rule: Rule, x: float, foot: float, top: float) -> bool:
    return abs(rule.at - x) <= _NEAR and (
        abs(rule.end - foot) <= _NEAR or abs(rule.start - top) <= _NEAR
    )


def _is_stroked(path: Any) -> bool:
    """What is only filled, as behind words that are marked, parts nothing by itself."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, filled, stroked)) and stroked.value != 0


def _add(
    upright: list[Rule], level: list[Rule], left: float, foot: float, right: float, top: float
) -> None:
    if right - left <= _THIN:
        if top - foot >= _SHORTEST:
            upright.append(Rule((left + right) / 2, foot, top))
    elif top - foot <= _THIN and right - left >= _SHORTEST:
        level.append(Rule((foot + top) / 2, left, right))


def _bars(path: Any) -> Iterable[Rule]:
    """The thin level bars of a filled thing of several parts, as some programs write the lines of a
    page."""
    if pdfium.FPDFPath_CountSegments(path) <= _CORNERS_OF_ONE:
        return
    flat = [(y, left, right) for left, y, right, top in _sides(path) if top - y < _FLAT]
    for (y, left, right), (other, *ends) in pairwise(sorted(flat)):
        if other - y <= _THIN and [left, right] == ends:
            yield Rule((y + other) / 2, left, right)


_CORNERS_OF_ONE = 5
_FLAT = 0.01


def _sides(path: Any) -> Iterable[tuple[float, float, float, float]]:
    """The straight sides of a drawn thing, as of a frame or a grid."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for nth in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, nth)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield _box(last, point)
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield _box(last, first)


def _box(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float, float, float]:
    (x0, y0), (x1, y1) = one, other
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _whole(rules: list[Rule]) -> list[Rule]:
    """With those that go on from one another, or lie side by side, as one."""
    found: list[Rule] = []
    column: list[Rule] = []

    def put() -> None:
        for rule in sorted(column, key=lambda each: each.start):
            last = found[-1] if found and found[-1].at == column[0].at else None
            if last is not None and rule.start <= last.end + _NEAR:
                found[-1] = last._replace(end=max(last.end, rule.end))
            else:
                found.append(rule._replace(at=column[0].at))

    for rule in sorted(rules):
        if column and rule.at - column[0].at > _NEAR:
            put()
            column = []
        column.append(rule)
    put()
    return found
