"""The menu bar, made from the table of actions and what each of them runs."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QMenu

from counterpoint.labels.translation import translated
from counterpoint.ui.actions.action import MENUS, Action
from counterpoint.ui.actions.situation import Situation
from counterpoint.ui.actions.table import ACTIONS
from counterpoint.ui.actions.works_on import WorksOn

Run = Mapping[str, Callable[[], object]]
"""What each action does, by its id."""


class Menus(QObject):
    """Owns the QActions. `run` is asked what they do when they are made, `now` what the window is
    at: by that alone they are on or off.

    The bar is there at once. Its entries are made by `fill`, once the window is painted, as they
    take 7 ms.
    """

    filled = Signal()
    """The entries are there now: they can be checked and switched off."""
    ran = Signal()
    """An action was run. Qt has turned its check mark over, whether or not anything changed."""

    refused = Signal(str)
    """Something was asked for by its key or by name that cannot be done now: why not."""

    def __init__(
        self, window: QMainWindow, run: Callable[[], Run], now: Callable[[], Situation]
    ) -> None:
        super().__init__(window)
        self._now = now
        self.run = run
        """What every action does now, by its id; asked anew with another library."""
        self._run: Run = {}
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._refusals: dict[str, list[QShortcut]] = {}
        """By the id of the action: its keys, where it cannot be done. Else a field would type what
        an idle key says."""
        self.submenus: dict[str, QMenu] = {}
        bar = window.menuBar()
        self.menus: dict[str, QMenu] = {
            title: bar.addMenu(f"&{translated(title)}") for title in MENUS
        }
        for menu in self.menus.values():
            menu.aboutToShow.connect(self.refresh)

    def fill(self) -> None:
        """Makes the entries, and with them their keys, unless they are there."""
        if self._actions:
            return
        self._run = self.run()
        for action in ACTIONS:
            self._actions[action.id] = self._add(action)
        self.filled.emit()

    def is_filled(self) -> bool:
        return bool(self._actions)

    def ask_again(self) -> None:
        """From now on the actions do what `run` answers now."""
        if self._actions:
            self._run = self.run()

    def has(self, id: str) -> bool:
        """Whether there is such an action."""
        return any(action.id == id for action in ACTIONS)

    def action(self, id: str) -> QAction:
        """Raises KeyError where there is no such action."""
        self.fill()
        return self._actions[id]

    def check(self, id: str, on: bool) -> None:
        """Shows an action as on or off, without running it."""
        self.action(id).setChecked(on)

    def refresh(self) -> None:
        """Switches on what can be done now, and off what cannot, whose keys say why."""
        if not self._actions:
            return
        now = self._now()
        for action in ACTIONS:
            self._actions[action.id].setEnabled(now.allows(action))
            for shortcut in self._refusals.get(action.id, ()):
                shortcut.setEnabled(bool(now.why_not(action)))

    def off(self) -> frozenset[str]:
        """The ids of the actions that cannot be done now."""
        now = self._now()
        return frozenset(action.id for action in ACTIONS if not now.allows(action))

    def trigger(self, id: str) -> None:
        """Runs an action as its menu entry would, or says why it cannot be done now. Raises
        KeyError where there is none."""
        self.action(id)
        self.refresh()  # what is chosen in a pane may have changed unsaid
        why_not = self._now().why_not(next(each for each in ACTIONS if each.id == id))
        if why_not:
            self.refused.emit(why_not)
        else:
            self._actions[id].trigger()

    def _add(self, action: Action) -> QAction:
        menu = self._menu_of(action)
        if action.separated:
            menu.addSeparator()
        made = QAction(action.label, self._window)
        made.setObjectName(action.id)
        made.setCheckable(action.checkable)
        made.setShortcuts([QKeySequence(keys) for keys in action.keys])
        made.triggered.connect(self._on_triggered)
        if action.on is not WorksOn.NOTHING:
            self._refusals[action.id] = [self._refusal(action, keys) for keys in action.keys]
        menu.addAction(made)
        return made

    def _refusal(self, action: Action, keys: str) -> QShortcut:
        made = QShortcut(QKeySequence(keys), self._window)
        made.setObjectName(action.id)
        made.activated.connect(self._on_refused)
        return made

    def _on_refused(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.trigger(sender.objectName())

    def menu_of(self, id: str) -> QMenu:
        """Where an action hangs. Raises KeyError where there is none."""
        return self._menu_of(next(action for action in ACTIONS if action.id == id))

    def _menu_of(self, action: Action) -> QMenu:
        menu = self.menus[action.menu]
        if not action.submenu:
            return menu
        if action.submenu not in self.submenus:
            self.submenus[action.submenu] = menu.addMenu(translated(action.submenu))
        return self.submenus[action.submenu]

    def _on_triggered(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._run[sender.objectName()]()
            self.ran.emit()
