"""The button whose menu has the searches that are kept in the library."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from counterpoint.domain.search.saved import SavedSearch
from counterpoint.labels.translation import tr
from counterpoint.ui.painting.eliding import shortened
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_text import on_control

_LONGEST = 48


class SavedMenu(PlainButton):
    """A name runs the search; the one that is shown can be renamed and deleted."""

    run_wanted = Signal(object)
    """A SavedSearch."""
    name_wanted = Signal(str)
    """A name is to be typed: for what is asked now where it is "", else in place of this one."""
    delete_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, tr("Saved"), tr("Searches that are kept in this library"), parent)
        self.now: Callable[[], SavedSearch | None] = lambda: None
        """What is asked now."""
        self._saved: tuple[SavedSearch, ...] = ()
        self.list = QMenu(self)
        self.list.aboutToShow.connect(self.fill)
        self.setMenu(self.list)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def show_saved(self, saved: Sequence[SavedSearch]) -> None:
        self._saved = tuple(saved)

    def fill(self) -> None:
        """Made anew whenever it is opened."""
        self.list.clear()
        now = self.now()
        on = next((each for each in self._saved if now is not None and each.asks_as(now)), None)
        for search in self._saved:
            action = self._add(search.name, self._run)
            action.setData(search)
            action.setCheckable(True)
            action.setChecked(search == on)
        if self._saved:
            self.list.addSeparator()
        self._add(tr("Save this search…"), self._save).setEnabled(now is not None and on is None)
        if on is not None:
            self._add(tr("Rename “{name}”…", name=on.name), self._rename).setData(on)
            self._add(tr("Delete “{name}”", name=on.name), self._delete).setData(on)

    def _add(self, words: str, slot: Callable[[], None]) -> QAction:
        action = self.list.addAction(on_control(shortened(words, _LONGEST)))
        action.triggered.connect(slot)
        return action

    def _meant(self) -> SavedSearch | None:
        action = self.sender()
        data = action.data() if isinstance(action, QAction) else None
        return data if isinstance(data, SavedSearch) else None

    def _run(self) -> None:
        if (search := self._meant()) is not None:
            self.run_wanted.emit(search)

    def _save(self) -> None:
        self.name_wanted.emit("")

    def _rename(self) -> None:
        if (search := self._meant()) is not None:
            self.name_wanted.emit(search.name)

    def _delete(self) -> None:
        if (search := self._meant()) is not None:
            self.delete_wanted.emit(search.name)
