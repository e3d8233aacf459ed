"""Where the window stands when it opens: as it was left, and whole on a screen."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QObject, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication, QRegion
from PySide6.QtWidgets import QWidget

FIRST_SIZE = QSize(1280, 800)
FRAME = QSize(16, 48)
"""Pixels that a frame may take, before the system has given the window one."""


def whole(frame: QRect, areas: Sequence[QRect]) -> QRect:
    """`frame`, if all of it is on screens whose free areas are `areas`; else as large and as near
    as one of them allows: that on which most of it is, or the first."""
    if not areas or (QRegion(frame) - _union(areas)).isEmpty():
        return frame
    area = max(areas, key=lambda area: _size(area.intersected(frame)))
    size = frame.size().boundedTo(area.size())
    left = max(area.left(), min(frame.left(), area.right() + 1 - size.width()))
    top = max(area.top(), min(frame.top(), area.bottom() + 1 - size.height()))
    return QRect(QPoint(left, top), size)


class RestoredGeometry(QObject):
    """Gives a window its first place and size, or those that were kept."""

    def __init__(self, window: QWidget, kept: QByteArray) -> None:
        """`kept` is what `saveGeometry` gave another day, or empty."""
        super().__init__(window)
        self._window = window
        if not window.restoreGeometry(kept):
            window.resize(FIRST_SIZE.boundedTo(window.screen().availableSize() - FRAME))
        self._given: QSize | None = window.size()

    def settle(self) -> None:
        """Once it is shown and has its frame: brings it whole onto a screen, unless it has been
        given another size meanwhile. Only the first call does."""
        given, self._given, window = self._given, None, self._window
        if given is None or window.isMaximized() or window.isFullScreen():
            return
        if window.size() != given.expandedTo(window.minimumSize()):
            return
        frame = window.frameGeometry()
        wanted = whole(frame, [screen.availableGeometry() for screen in QGuiApplication.screens()])
        if wanted != frame:
            window.resize(window.size() - (frame.size() - wanted.size()))
            window.move(wanted.topLeft())


def _union(areas: Sequence[QRect]) -> QRegion:
    region = QRegion()
    for area in areas:
        region = region.united(area)
    return region


def _size(area: QRect) -> int:
    """In pixels; 0 if two areas do not meet."""
    return max(0, area.width()) * max(0, area.height())
