"""What the marks of the answers mean, in the middle of the status line."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counterpoint.domain.approach import Stance
from counterpoint.labels.marks_legend import SIGNS, Meaning, Shape, in_full, meanings
from counterpoint.ui.painting.shapes import draw_reply, draw_stance
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_label import PlainLabel
from counterpoint.ui.widgets.plain_text import plain_tip

_STANCES = {
    Shape.OWN: Stance.ADVOCATES,
    Shape.AGAINST: Stance.CRITICISES,
    Shape.CONCEDED: Stance.CONCEDES,
    Shape.TOLD: Stance.DESCRIBES,
}


class MarksLegend(PlainLabel):
    """One line that takes what room there is: as many meanings as fit whole, in their order. For
    ears, and in its tooltip, it has all of them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._meanings: tuple[Meaning, ...] = meanings()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        signs = (f"{SIGNS[each.shape]} {each.words}".strip() for each in self._meanings)
        self.setText("; ".join(signs))
        self.setToolTip(plain_tip(in_full()))
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _apply_theme(self) -> None:
        self.setFont(self._theme.fonts.ours(Size.SMALL))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _shape(self) -> int:
        return self._theme.fonts.px(7)

    def _wide(self, meaning: Meaning) -> int:
        beside = 0 if meaning.shape is Shape.NONE else self._shape() + self._theme.fonts.px(4)
        return beside + self.fontMetrics().horizontalAdvance(meaning.words)

    def shown(self) -> list[str]:
        """The words of those that fit."""
        return [meaning.words for meaning, _left in self._fitting()]

    def _fitting(self) -> list[tuple[Meaning, float]]:
        """With their left edges, so that they stand in the middle."""
        apart, end = self._theme.fonts.px(14), 0
        found: list[tuple[Meaning, float]] = []
        for meaning in self._meanings:
            left = end + apart if found else 0
            if left + self._wide(meaning) > self.width():
                break
            end = left + self._wide(meaning)
            found.append((meaning, left))
        before = (self.width() - end) // 2
        return [(meaning, before + left) for meaning, left in found]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink, size = QColor(self._theme.colours.ink_quiet), self._shape()
        metrics, middle = self.fontMetrics(), self.height() / 2
        base = round(middle + (metrics.ascent() - metrics.descent()) / 2)
        painter.setPen(ink)
        for meaning, left in self._fitting():
            box = QRectF(left, middle - size / 2, size, size)
            words = left + size + self._theme.fonts.px(4)
            if meaning.shape in _STANCES:
                draw_stance(painter, _STANCES[meaning.shape], box, ink)
            elif meaning.shape is Shape.REPLIES:
                draw_reply(painter, box, ink)
            else:
                words = left
            painter.drawText(QPointF(words, base), meaning.words)
