"""What the marks of the answers mean, in the middle of the status line, or behind a button."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from counterpoint.domain.approach import Stance
from counterpoint.labels import marks_legend
from counterpoint.labels.marks_legend import SIGNS, Meaning, Shape, in_full, meanings
from counterpoint.ui.painting.shapes import draw_reply, draw_stance
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_label import PlainLabel
from counterpoint.ui.widgets.plain_text import on_control, plain_tip

_APART = 14
"""Pixels at zoom 1 from one to the next."""
_STANCES = {
    Shape.OWN: Stance.ADVOCATES,
    Shape.AGAINST: Stance.CRITICISES,
    Shape.CONCEDED: Stance.CONCEDES,
    Shape.TOLD: Stance.DESCRIBES,
}


class _ThinButton(PlainButton):
    """No taller than its word, so that the line is not either."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height())


class MarksLegend(PlainLabel):
    """One line with all of them; where there is no room for that, a button that opens the whole.
    For ears, and in its tooltip, it has all of them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._meanings: tuple[Meaning, ...] = meanings()
        signs = (f"{SIGNS[each.shape]} {each.words}".strip() for each in self._meanings)
        self.setText("; ".join(signs))
        self.setToolTip(plain_tip(in_full()))
        self.button = _ThinButton(theme, marks_legend.legend(), in_full(), self)
        self.button.setMenu(self._menu())
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _menu(self) -> QMenu:
        """A line for each, to be walked through with the keys."""
        menu = QMenu(self)
        for meaning in self._meanings:
            menu.addAction(on_control(meaning.line))
        return menu

    def _apply_theme(self) -> None:
        self.setFont(self._theme.fonts.ours(Size.SMALL))
        self.button.setMinimumHeight(0)
        thin = (
            f"QToolButton {{ padding: 0 {self._theme.fonts.px(8)}px; }}"  # it makes no line taller
        )
        self.button.setStyleSheet(self.button.styleSheet() + thin)
        self._place_button()
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        self.button.setVisible(not self._fitting())
        size = self.button.sizeHint().boundedTo(QSize(self.width(), self.height()))
        self.button.resize(size)
        self.button.move(0, (self.height() - size.height()) // 2)

    @property
    def whole(self) -> int:
        """Pixels that all meanings need in one line."""
        apart = self._theme.fonts.px(_APART)
        return sum(self._wide(each) + apart for each in self._meanings) - apart

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.button.sizeHint().width(), self.fontMetrics().height())

    def _shape(self) -> int:
        return self._theme.fonts.px(7)

    def _wide(self, meaning: Meaning) -> int:
        beside = 0 if meaning.shape is Shape.NONE else self._shape() + self._theme.fonts.px(4)
        return beside + self.fontMetrics().horizontalAdvance(meaning.words)

    def shown(self) -> list[str]:
        """The words of all, or of none where the button stands for them."""
        return [meaning.words for meaning, _left in self._fitting()]

    def _fitting(self) -> list[tuple[Meaning, float]]:
        """With their left edges, so that they stand in the middle."""
        apart, end = self._theme.fonts.px(_APART), 0
        found: list[tuple[Meaning, float]] = []
        if self.whole > self.width():
            return found
        for meaning in self._meanings:
            left = end + apart if found else 0
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
