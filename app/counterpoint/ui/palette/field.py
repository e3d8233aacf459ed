"""The quiet button in the top bar that looks like a field and opens the palette."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.actions.shown_keys import of_action, spaced
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme


def search_words() -> str:
    return tr("Search or go to…")


def few_words() -> str:
    """Where there is no room for them."""
    return tr("Search…")


class SearchField(QAbstractButton):
    """`clicked` asks for the palette. A click leaves the focus where it is, so that closing the
    palette returns there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = spaced(of_action("go-to"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(search_words().rstrip("…"))
        self.setAccessibleDescription(self._keys)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        px = self._theme.fonts.px
        return QSize(px(420), px(28))

    def minimumSizeHint(self) -> QSize:
        px = self._theme.fonts.px
        return QSize(self._least_words + 2 * px(10), px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(colours.ink_quiet if self.underMouse() else colours.control)
        width = 1.0
        if self.hasFocus():
            edge, width = QColor(colours.accent), 2.0
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(edge, width))
        painter.setBrush(QColor(colours.paper))
        painter.drawRoundedRect(box, px(4), px(4))
        inner = self.rect().adjusted(px(10), 0, -px(10), 0)
        small = fonts.ours(Size.SMALL)
        keys_width = QFontMetrics(small).horizontalAdvance(self._keys)
        width_of_words = QFontMetrics(fonts.ours()).horizontalAdvance(search_words())
        if width_of_words + px(16) + keys_width <= inner.width():
            painter.setFont(small)
            painter.setPen(QColor(colours.ink_faint))
            painter.drawText(
                inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._keys
            )
        words = search_words() if width_of_words <= inner.width() else few_words()
        painter.setFont(fonts.ours())
        painter.setPen(QColor(colours.ink_quiet))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def enterEvent(self, event: QEnterEvent) -> None:
        # Only now: with the cursor come pictures, which cost a millisecond before the first paint.
        self.setCursor(Qt.CursorShape.IBeamCursor)
        super().enterEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def _restyle(self) -> None:
        self._least_words = QFontMetrics(self._theme.fonts.ours()).horizontalAdvance(few_words())
        self.updateGeometry()
        self.update()
