"""Over the window, while files are dragged on it: what becomes of them if they are let go."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme

_LINGERS = 120
"""Milliseconds after they left: they may only have gone on to another part of the window."""


class DropTarget(QWidget):
    """It takes no drop itself: what is below it does."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._over, self._words = theme, over, ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._going = QTimer(self, singleShot=True, interval=_LINGERS)
        self._going.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def offer(self, words: str) -> None:
        """Files are over the window; `words` say what letting go does."""
        self._going.stop()
        if words != self._words or self.isHidden():
            self._words = words
            self.setAccessibleName(words)
            self.setGeometry(self._over.rect())
            self.raise_()
            self.show()
            announce(self, words)
            self.update()

    def leave(self) -> None:
        """They are there no more, or are just going from one part to another."""
        self._going.start()

    def words(self) -> str:
        return self._words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(colours.paper)
        veil.setAlphaF(0.72)
        painter.fillRect(self.rect(), veil)
        edge = QPen(QColor(colours.accent), px(3), Qt.PenStyle.DashLine)
        painter.setPen(edge)
        inner = QRectF(self.rect()).adjusted(px(10), px(10), -px(10), -px(10))
        painter.drawRoundedRect(inner, px(10), px(10))
        painter.setFont(fonts.ours(Size.TITLE, bold=True))
        most = min(inner.width() - px(80), px(720))
        room = QRectF(0, 0, most, inner.height())
        wrap = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)
        text = painter.boundingRect(room, wrap, self._words)
        text.moveCenter(inner.center())
        plate = text.adjusted(-px(28), -px(18), px(28), px(18))
        painter.setPen(QPen(QColor(colours.accent), px(1)))
        painter.setBrush(QColor(colours.paper))
        painter.drawRoundedRect(plate, px(8), px(8))
        painter.setPen(QColor(colours.ink))
        painter.drawText(text, wrap, self._words)
