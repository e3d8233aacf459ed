"""A layout of three parts in a line, of which the middle one goes below where there is no room."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class BesideOrBelow(QLayout):
    """`first` takes what is left of the line, `choices` stand beside it or below, on as many lines
    as they need, and `last` ends the line. `least` gives the width in pixels that `first` has to
    have beside the choices."""

    def __init__(
        self,
        parent: QWidget,
        first: QWidget,
        choices: QWidget,
        last: QWidget,
        least: Callable[[], int],
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._items: list[QLayoutItem] = []
        self.line_gap = 0
        """Pixels between the lines."""
        for part in (first, choices, last):
            self.addWidget(part)
        self._first, self._choices, self._last = self._items

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def room(self, width: int) -> int:
        """What `first` has of a width, with the choices where they stand then."""
        left = self._inner(width) - self._beside_first(self._last.sizeHint().width())
        if self.is_below(width):
            return left
        return left - self._beside_first(self._choices.sizeHint().width())

    def is_below(self, width: int) -> bool:
        """Whether the choices stand below in a width."""
        parts = (self._last.sizeHint().width(), self._choices.sizeHint().width())
        return self._inner(width) - sum(map(self._beside_first, parts)) < self._least()

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        edges = margins.top() + margins.bottom()
        if not self.is_below(width):
            return edges + max(self._line(), self._choices.sizeHint().height())
        below = self._choices.heightForWidth(self._inner(width))
        return edges + self._line() + self.line_gap + below

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        line = QRect(inner)
        below = self.is_below(rect.width())
        if below:
            line.setHeight(self._line())
            lower = QRect(inner)
            lower.setTop(line.bottom() + 1 + self.line_gap)
            self._choices.setGeometry(lower)
        self._put_last(line, self._last)
        if not below:
            self._put_last(line, self._choices)
        self._first.setGeometry(line)

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        sizes = [item.sizeHint() for item in self._items]
        width = sizes[0].width() + sum(self._beside_first(each.width()) for each in sizes[1:])
        height = max(each.height() for each in sizes)
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def minimumSize(self) -> QSize:  # noqa: N802 (Qt's own name)
        """With the choices below, and as high as one line, as Qt asks for the height at a width."""
        margins = self.contentsMargins()
        line = self._least() + self._beside_first(self._last.sizeHint().width())
        width = max(line, self._choices.minimumSize().width())
        return QSize(
            width + margins.left() + margins.right(),
            self._line() + margins.top() + margins.bottom(),
        )

    def _inner(self, width: int) -> int:
        margins = self.contentsMargins()
        return width - margins.left() - margins.right()

    def _line(self) -> int:
        return max(item.sizeHint().height() for item in (self._first, self._last))

    def _beside_first(self, width: int) -> int:
        return width + self.spacing() if width else 0

    def _put_last(self, line: QRect, item: QLayoutItem) -> None:
        """At the end of what is left of the line, which is shortened by it."""
        width = item.sizeHint().width()
        if width:
            place = QRect(line)
            place.setLeft(line.right() + 1 - width)
            item.setGeometry(place)
            line.setRight(line.right() - self._beside_first(width))
