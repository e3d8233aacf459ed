"""The text of an object for screen readers, letter by letter."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessibleTextInterface

from counterpoint.domain.utf16 import Utf16Index


class SpokenText(QAccessibleTextInterface):
    """Subclasses answer in code points from the start of the words; Qt asks in UTF-16 units.

    It tells of no selection: Qt for Python has no way to say where one begins and ends, and would
    give any numbers. What is selected has to be announced.
    """

    # For subclasses. Rectangles and points are in pixels of the screen.

    def words(self) -> str:
        return ""

    def letter_box(self, point: int) -> QRect:
        return QRect()

    def letter_under(self, where: QPoint) -> int:
        return 0

    def caret(self) -> int:
        return 0

    def select(self, start: int, caret: int) -> None:
        """Selects from `start` to `caret`, where the caret then stands."""

    def ensure_visible(self, point: int) -> None:
        """Scrolls as far as is needed."""

    # What Qt asks.

    def _unit(self, point: int) -> int:
        words = self.words()
        return Utf16Index(words).unit(min(max(point, 0), len(words)))

    def _point(self, unit: int) -> int:
        words = self.words()
        return min(Utf16Index(words).point(max(unit, 0)), len(words))

    def text(self, start: int, end: int) -> str:
        words, units = self.words(), Utf16Index(self.words())
        return words[units.point(start) : units.point(end)]

    def characterCount(self) -> int:
        return self._unit(len(self.words()))

    def characterRect(self, offset: int) -> QRect:
        return self.letter_box(self._point(offset))

    def offsetAtPoint(self, point: QPoint) -> int:
        return self._unit(self.letter_under(point))

    def cursorPosition(self) -> int:
        return self._unit(self.caret())

    def setCursorPosition(self, offset: int) -> None:
        self.select(self._point(offset), self._point(offset))

    def selectionCount(self) -> int:
        return 0

    def addSelection(self, start: int, end: int) -> None:
        self.select(self._point(start), self._point(end))

    def setSelection(self, index: int, start: int, end: int) -> None:
        self.addSelection(start, end)

    def removeSelection(self, index: int) -> None:
        self.select(self.caret(), self.caret())

    def scrollToSubstring(self, start: int, end: int) -> None:
        self.ensure_visible(self._point(start))
