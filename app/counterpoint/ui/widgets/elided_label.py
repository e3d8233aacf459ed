"""A label that ends in an ellipsis where its words do not fit; the tooltip has them all."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from counterpoint.ui.painting.eliding import elided

from .plain_label import PlainLabel
from .plain_text import plain_tip


class ElidedLabel(PlainLabel):
    """One line of plain text that may become as narrow as need be."""

    def __init__(self, parent: QWidget) -> None:
        self._tip = ""
        super().__init__(parent)

    def setText(self, words: str) -> None:
        super().setText(words)
        self._show_tip()

    def set_tip(self, tip: str) -> None:
        """What the tooltip says, whether or not the words are cut; "" for the words where they
        are."""
        self._tip = tip
        self._show_tip()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().horizontalAdvance(self.text()) + 2, self.fontMetrics().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    def _show_tip(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(plain_tip(self._tip or (self.text() if cut else "")))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        words = elided(self.text(), self.fontMetrics(), self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, words)
