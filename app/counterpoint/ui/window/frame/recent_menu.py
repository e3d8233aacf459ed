"""The menu of libraries that were open lately."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from counterpoint.labels.translation import QT_TR_NOOP, tr, translated
from counterpoint.ui.widgets.plain_text import on_control

TITLE = QT_TR_NOOP("Open recent")


class RecentMenu(QMenu):
    """Made anew whenever it is opened: `recent` gives the paths, the latest first, and `open_it`
    is called with the one that is chosen."""

    def __init__(
        self,
        recent: Callable[[], tuple[str, ...]],
        open_it: Callable[[Path], None],
        parent: QWidget,
    ) -> None:
        super().__init__(translated(TITLE), parent)
        self._recent = recent
        self._open_it = open_it
        self._shown: tuple[str, ...] = ()
        """The paths in the menu. Its actions hold their numbers, as a QVariant cannot hold a path
        that is not UTF-8."""
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._on_chosen)

    def _fill(self) -> None:
        self.clear()
        self._shown = self._recent()
        for number, path in enumerate(self._shown):
            self.addAction(on_control(path)).setData(number)
        if self.isEmpty():
            self.addAction(tr("No other library was open yet")).setEnabled(False)

    def _on_chosen(self, action: QAction) -> None:
        if action.data() is not None:
            self._open_it(Path(self._shown[action.data()]))
