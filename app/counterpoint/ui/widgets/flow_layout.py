"""A layout that puts widgets side by side and begins a new line where they do not fit."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Each item has the size that it asks for; what is hidden takes no room.

    The last item takes what is left of its line; or, where the layout is `trailing`, the lines end
    at the right.
    """

    def __init__(self, parent: QWidget | None = None, *, trailing: bool = False) -> None:
        super().__init__(parent)
        self.trailing = trailing
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert(self, index: int, widget: QWidget) -> None:
        """Puts `widget` before the item at `index`."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        heights = sum(size.height() for line in lines for size in [_around(line)])
        return heights + self.spacing() * max(0, len(lines) - 1)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        y = rect.y()
        for line in self._lines(rect.width()):
            x = rect.x()
            if self.trailing:
                used = sum(size.width() for _, size in line) + self.spacing() * (len(line) - 1)
                x += rect.width() - used
            for item, size in line:
                item.setGeometry(QRect(QPoint(x, y), size))
                x += size.width() + self.spacing()
            y += _around(line).height() + self.spacing()

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._visible()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 (Qt's own name)
        size = QSize()
        for item in self._visible():
            size = size.expandedTo(item.minimumSize())
        return size

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> "list[list[tuple[QLayoutItem, QSize]]]":
        """What stands on each line, in the size that it gets."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        items, x = self._visible(), 0
        for item in items:
            fills = not self.trailing and item is items[-1]
            size = item.minimumSize() if fills else item.sizeHint()
            size.setWidth(min(size.width(), width))
            if not lines or (x > 0 and x + size.width() > width):
                lines.append([])
                x = 0
            if fills:
                size.setWidth(width - x)
            lines[-1].append((item, size))
            x += size.width() + self.spacing()
        return lines


def _around(line: "list[tuple[QLayoutItem, QSize]]") -> QSize:
    size = QSize()
    for _, each in line:
        size = size.expandedTo(each)
    return size


def lines_of(widths: Sequence[int], width: int, spacing: int) -> int:
    """On how many lines of `width` things of these `widths` stand, `spacing` apart; in pixels."""
    lines, x = 0, 0
    for each in widths:
        if not lines or x + min(each, width) > width:
            lines, x = lines + 1, 0
        x += min(each, width) + spacing
    return lines
