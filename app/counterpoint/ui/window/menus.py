"""The menu bar, made from the table of actions and what each of them runs."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from counterpoint.ui.actions.action import Action
from counterpoint.ui.actions.table import ACTIONS, MENUS


class Menus(QObject):
    """Owns the QActions. `run` maps each action's id to what it does."""

    ran = Signal()
    """An action was run. Qt has turned its check mark over, whether or not anything changed."""

    def __init__(self, window: QMainWindow, run: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self._run = run
        self._actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        for title in MENUS:
            self.menus[title] = window.menuBar().addMenu(f"&{title}")
        for action in ACTIONS:
            self._actions[action.id] = self._add(window, action)

    def run_with(self, run: Mapping[str, Callable[[], object]]) -> None:
        """From now on the actions run these."""
        self._run = run

    def action(self, id: str) -> QAction:
        """Raises KeyError where there is no such action."""
        return self._actions[id]

    def check(self, id: str, on: bool) -> None:
        """Shows an action as on or off, without running it."""
        self._actions[id].setChecked(on)

    def enable(self, on: bool, *ids: str) -> None:
        for id in ids:
            self._actions[id].setEnabled(on)

    def trigger(self, id: str) -> None:
        """Runs an action as its menu entry would. Raises KeyError where there is none."""
        self._actions[id].trigger()

    def _add(self, window: QMainWindow, action: Action) -> QAction:
        menu = self.menus[action.menu]
        if action.separated:
            menu.addSeparator()
        made = QAction(action.title, window)
        made.setObjectName(action.id)
        made.setCheckable(action.checkable)
        made.setShortcuts([QKeySequence(keys) for keys in action.keys])
        made.triggered.connect(self._on_triggered)
        menu.addAction(made)
        return made

    def _on_triggered(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._run[sender.objectName()]()
            self.ran.emit()
