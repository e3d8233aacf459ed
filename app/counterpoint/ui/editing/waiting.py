"""While the files are read for the first change: what is typed meanwhile is kept for the field."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counterpoint.labels import editing as words
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_label import PlainLabel
from counterpoint.ui.widgets.typed_text import typed_text

from .placed import Placed


class Waiting(QFrame):
    """Has the focus, so that no letter goes elsewhere."""

    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget, at: Placed) -> None:
        super().__init__(parent)
        self._theme = theme
        self.typed = ""
        pad = theme.fonts.px(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        self._label = PlainLabel(self, words.reading())
        self._label.setFont(theme.fonts.ours(Size.SMALL))
        column.addWidget(self._label)
        self.setAccessibleName(words.reading())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.adjustSize()
        room = parent.rect()
        corner = (at.words or at.box).topLeft()
        left = max(0, min(corner.x() - pad, room.width() - self.width()))
        self.move(left, max(0, min(corner.y() - pad, room.height() - self.height())))

    def show_progress(self, done: int, total: int) -> None:
        self._label.setText(words.reading_files(done, total))
        self.adjustSize()

    def open(self) -> None:
        self.show()
        self.raise_()
        self.setFocus()
        announce(self, words.reading())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.colours.paper))
        painter.setPen(QPen(QColor(self._theme.colours.accent), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if done_by(event, Context.EDITING) == "give-up":
            self.given_up.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.typed = self.typed[:-1]
        else:
            self.typed += typed_text(event)
