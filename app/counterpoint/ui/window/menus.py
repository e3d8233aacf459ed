"""The menu bar, made from the table of actions and what each of them runs."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QMenu

from counterpoint.ui.actions.action import Action
from counterpoint.ui.actions.table import ACTIONS, MENUS

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class Menus(QObject):
    """Owns the QActions. `run` maps each action's id to what it does.

    The bar is there at once. Its entries are made by `fill`, once the window is painted, as they
    take 7 ms; until then it is only noted which are to be checked and which are off.
    """

    ran = Signal()
    """An action was run. Qt has turned its check mark over, whether or not anything changed."""

    def __init__(self, window: QMainWindow, run: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self._run = run
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._checked: dict[str, bool] = {}
        self._enabled: dict[str, bool] = {}
        bar = window.menuBar()
        self.menus: dict[str, QMenu] = {title: bar.addMenu(f"&{title}") for title in MENUS}

    def fill(self) -> bool:
        """Makes the entries, and with them their keys. True the first time; then it does
        nothing."""
        if self._actions:
            return False
        for action in ACTIONS:
            self._actions[action.id] = self._add(action)
        return True

    def run_with(self, run: Mapping[str, Callable[[], object]]) -> None:
        """From now on the actions run these."""
        self._run = run

    def action(self, id: str) -> "QAction":
        """Raises KeyError where there is no such action."""
        self.fill()
        return self._actions[id]

    def check(self, id: str, on: bool) -> None:
        """Shows an action as on or off, without running it."""
        self._checked[id] = on
        if self._actions:
            self._actions[id].setChecked(on)

    def enable(self, on: bool, *ids: str) -> None:
        for id in ids:
            self._enabled[id] = on
            if self._actions:
                self._actions[id].setEnabled(on)

    def trigger(self, id: str) -> None:
        """Runs an action as its menu entry would. Raises KeyError where there is none."""
        self.action(id).trigger()

    def _add(self, action: Action) -> "QAction":
        from PySide6.QtGui import QAction, QKeySequence

        menu = self.menus[action.menu]
        if action.separated:
            menu.addSeparator()
        made = QAction(action.title, self._window)
        made.setObjectName(action.id)
        made.setCheckable(action.checkable)
        made.setShortcuts([QKeySequence(keys) for keys in action.keys])
        made.setChecked(self._checked.get(action.id, False))
        made.setEnabled(self._enabled.get(action.id, True))
        made.triggered.connect(self._on_triggered)
        menu.addAction(made)
        return made

    def _on_triggered(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._run[sender.objectName()]()
            self.ran.emit()
