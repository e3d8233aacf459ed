"""Columns that go on beyond an edge fade out there, so that a word is not cut without a sign."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView

from .style import Style

FADE = 28
"""Pixels at zoom 1 in which they do."""
_STRIP = 2
"""Pixels of one shade."""


def paint_edges(painter: QPainter, area: QRectF, columns: QHeaderView, style: Style) -> None:
    """Over what is painted in `area`, from edge to edge of what scrolls with `columns`. Only the
    column that is cut fades: the words of one that is whole are all to be read."""
    wide = min(style.px(FADE), area.width() / 4)
    before, after = columns.offset(), columns.offset() + round(area.width())
    starts = [columns.sectionPosition(column) for column in range(columns.count())]
    starts.append(columns.length())
    at_left = min(wide, min(start for start in starts if start >= before) - before)
    if at_left > 0:
        _fade(painter, QRectF(area.left(), area.top(), at_left, area.height()), style, at_left=True)
    at_right = min(wide, after - max(start for start in starts if start <= after))
    if at_right > 0 and after < columns.length():
        left = area.right() - at_right
        _fade(painter, QRectF(left, area.top(), at_right, area.height()), style, at_left=False)


def _fade(painter: QPainter, box: QRectF, style: Style, *, at_left: bool) -> None:
    """In strips: a gradient takes some milliseconds, and a frame has 16."""
    strips = max(1, round(box.width() / _STRIP))
    wide, shade = box.width() / strips, QColor(style.paper)
    for number in range(strips):
        shade.setAlphaF(1 - number / strips)
        left = box.left() + number * wide if at_left else box.right() - (number + 1) * wide
        painter.fillRect(QRectF(left, box.top(), wide, box.height()), shade)
