"""Where a card may stand: never over what it is about."""

from PySide6.QtCore import QPoint, QRect, QSize

GAP = 6
"""Pixels between a card and what it must not hide."""


def rooms(box: QRect, area: QRect, columns: QRect | None = None) -> list[QRect]:
    """The parts of `area` that leave `box` free, the best first: beyond the `columns` that are
    compared, right of the box, left, below, above. All in pixels of the screen."""
    right, left, below, above = (QRect(area) for _ in range(4))
    right.setLeft(box.right() + GAP)
    left.setRight(box.left() - GAP - 1)
    below.setTop(box.bottom() + GAP)
    above.setBottom(box.top() - GAP - 1)
    found = [right, left, below, above]
    if columns is not None:
        beyond = QRect(area)
        beyond.setLeft(max(columns.right() + 1, box.right()) + GAP)
        found.insert(0, beyond)
    return [room for room in found if room.isValid()]


def corner(room: QRect, box: QRect, size: QSize) -> QPoint:
    """Where in a room a card of that size stands: its head level with that of the box, or its left
    side, as far as the room allows."""
    left = min(box.left(), room.right() + 1 - size.width())
    top = min(box.top(), room.bottom() + 1 - size.height())
    return QPoint(max(room.left(), left), max(room.top(), top))
