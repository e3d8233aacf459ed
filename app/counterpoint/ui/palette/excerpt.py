"""As much of a text as fits a line, chosen so that what was sought is in it."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics

from counterpoint.domain.span import Span
from counterpoint.ui.painting.eliding import ELLIPSIS, elided

_BEFORE = 16
"""Code points of context that are kept before the first words sought."""


def excerpt(text: str, sought: Sequence[Span], metrics: QFontMetrics, width: int) -> str:
    """`text` cut to `width` pixels: at its end, and at its start too where the first of `sought`
    would else be out of sight. A start is cut between words."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    if sought and metrics.horizontalAdvance(text[: sought[0].end] + ELLIPSIS) > width:
        text = _later(text, sought[0].start, metrics, width)
    return elided(text, metrics, width)


def _later(text: str, place: int, metrics: QFontMetrics, width: int) -> str:
    """`text` from the first word from which all of it fits, or else from a little before
    `place`."""
    start = text.find(" ") + 1
    while 0 < start <= place:
        later = ELLIPSIS + text[start:]
        if place - start <= _BEFORE or metrics.horizontalAdvance(later) <= width:
            return later
        start = text.find(" ", start) + 1
    return ELLIPSIS + text[max(0, place - _BEFORE) :]
