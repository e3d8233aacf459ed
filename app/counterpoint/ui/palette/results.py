"""The list under the palette's field."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.walked_list import WalkedList

from .delegate import EntryDelegate
from .model import PaletteModel


def nothing_found() -> str:
    return tr("Nothing here has these words.")


class Results(WalkedList):
    """What was found; says so where that is nothing."""

    def __init__(self, theme: Theme, model: PaletteModel, parent: QWidget) -> None:
        super().__init__(tr("Found"), parent)
        self._theme = theme
        self._model = model
        self._delegate = EntryDelegate(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)

    @property
    def row_height(self) -> int:
        return self._delegate.height

    def restyle(self) -> None:
        """Takes up the theme in force."""
        self._delegate.restyle()
        self.verticalScrollBar().setSingleStep(self.row_height)
        self.scheduleDelayedItemsLayout()

    @property
    def page(self) -> int:
        return max(1, self.viewport().height() // self.row_height - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._model.words and not self._model.rowCount():
            px = self._theme.fonts.px
            painter = QPainter(self.viewport())
            painter.setFont(self._theme.fonts.ours(italic=True))
            painter.setPen(QColor(self._theme.colours.ink_quiet))
            box = self.viewport().rect().adjusted(px(16), px(8), -px(16), 0)
            painter.drawText(box, Qt.TextFlag.TextWordWrap, nothing_found())
