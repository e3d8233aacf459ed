"""What of a window cannot be seen whole: for tests on small screens and large letters."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from counterpoint.ui.palette.field import SearchField
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.widgets.headline_bar import HeadlineBar

LEAST_SCROLLED = 56
"""Pixels at zoom 1 of a part that scrolls: two lines of it are seen at least."""


def not_whole(window: QWidget, zoom: float = 1.0) -> list[str]:
    """Every visible part that is cut by the window or its own place, or too small for its words.
    What scrolls is left out, and so are lines that end in an ellipsis."""
    found: list[str] = []
    for part in window.findChildren(QWidget):
        if not part.isVisible() or part.window() is not window or _scrolls(part):
            continue
        parent = part.parentWidget()
        name = f"{type(part).__name__} {_words(part)!r} {part.size().toTuple()}"
        corner = part.mapTo(window, part.rect().topLeft())
        if not window.rect().contains(part.rect().translated(corner)):
            found.append(f"{name} is beyond the window, at {corner.toTuple()}")
        elif parent is not None and not parent.rect().contains(part.geometry()):
            found.append(f"{name} is cut by {type(parent).__name__} {parent.size().toTuple()}")
        elif not _has_room(part, zoom):
            found.append(f"{name} needs {part.minimumSizeHint().toTuple()}")
    return found


def has_whole_headline(bar: HeadlineBar) -> bool:
    """Whether all words of a bar's headline are seen, and all its buttons."""
    (label,) = (each for each in bar.findChildren(QLabel) if each.text() == bar.headline())
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    wide = label.wordWrap() or label.width() >= label.sizeHint().width()
    parts = [each for each in bar.findChildren(QWidget) if each.isVisible()]
    inside = all(bar.rect().contains(each.geometry()) for each in parts)
    beside = (each for each in parts if each is not label)
    apart = not any(label.geometry().intersects(each.geometry()) for each in beside)
    return wide and label.height() >= needed and inside and apart


def _words(part: QWidget) -> str:
    return part.text() if isinstance(part, QAbstractButton | QLabel) else part.accessibleName()


def _scrolls(part: QWidget) -> bool:
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def _has_room(part: QWidget, zoom: float) -> bool:
    match part:
        case ElidedLabel() | SearchField():
            return part.height() >= part.minimumSizeHint().height()
        case QLabel() if part.text() and part.wordWrap():
            return part.height() >= part.heightForWidth(part.width())
        case QLabel() if part.text():
            return part.width() >= part.sizeHint().width()
        case QAbstractButton() | QLineEdit():
            least = part.minimumSizeHint()
            return part.width() >= least.width() and part.height() >= least.height()
        case QScrollArea():
            return True
        case QAbstractScrollArea():
            return part.height() >= round(LEAST_SCROLLED * zoom) - 2
    return True
