"""The list under the palette's field."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.theme.theme import Theme

from .delegate import EntryDelegate
from .model import PaletteModel


def nothing_found() -> str:
    return tr("Nothing here has these words.")


class Results(QListView):
    """Never takes the focus: the field walks it. The mouse shades, and only a click chooses."""

    def __init__(self, theme: Theme, model: PaletteModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._delegate = EntryDelegate(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Found"))

    @property
    def row_height(self) -> int:
        return self._delegate.height

    def restyle(self) -> None:
        """Takes up the theme in force."""
        self._delegate.restyle()
        self.verticalScrollBar().setSingleStep(self.row_height)
        self.scheduleDelayedItemsLayout()

    def go(self, row: int) -> None:
        """Makes a row current, the nearest where there is no such row, and makes it visible."""
        self.setCurrentIndex(self._model.index(max(0, min(row, self._model.rowCount() - 1))))

    def walk(self, key: Qt.Key) -> None:
        """Moves as one of the keys that walk a list does."""
        row = max(0, self.currentIndex().row())
        page = max(1, self.viewport().height() // self.row_height - 1)
        match key:
            case Qt.Key.Key_Up:
                self.go(row - 1)
            case Qt.Key.Key_Down:
                self.go(row + 1)
            case Qt.Key.Key_PageUp:
                self.go(row - page)
            case Qt.Key.Key_PageDown:
                self.go(row + page)
            case Qt.Key.Key_Home:
                self.go(0)
            case Qt.Key.Key_End:
                self.go(self._model.rowCount() - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._model.words and not self._model.rowCount():
            px = self._theme.fonts.px
            painter = QPainter(self.viewport())
            painter.setFont(self._theme.fonts.ours(italic=True))
            painter.setPen(QColor(self._theme.colours.ink_quiet))
            box = self.viewport().rect().adjusted(px(16), px(8), -px(16), 0)
            painter.drawText(box, Qt.TextFlag.TextWordWrap, nothing_found())
