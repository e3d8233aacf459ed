"""What narrows the view and finds no room as a sign in the bar: how many, and a menu of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_text import on_control, plain_tip


class MoreFilters(PlainButton):
    """ "2 more": a press opens a menu in which each is taken away."""

    removed = Signal(object)
    """What no longer is to narrow the view."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, tr("More filters"), "", parent)
        self._filters: tuple[tuple[str, object], ...] = ()
        self.clicked.connect(self._open)
        self.hide()

    def show_filters(self, filters: Sequence[tuple[str, object]]) -> None:
        """Those that it stands for: the words of each, and what it is. It has no others."""
        if tuple(filters) == self._filters:
            return
        self._filters = tuple(filters)
        words = "; ".join(words for words, _ in filters)
        name = tr("{n} more filter(|s): {words}", "", len(filters), words=words)
        self.setText(tr("{n} more", "filters", len(filters)))
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(words))

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, part in self._filters:
            entry = menu.addAction(on_control(tr("Remove: {words}", words=words)))
            entry.triggered.connect(partial(self.removed.emit, part))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
