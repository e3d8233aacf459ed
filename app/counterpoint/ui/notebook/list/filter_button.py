"""A button that narrows a list by one thing, chosen from a menu."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_text import on_control

Choices = Callable[[], list[tuple[str, str]]]


class FilterButton(PlainButton):
    """Says its name, or what is chosen. `chosen` emits the id, "" for any."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, any_: str, choices: Choices, parent: QWidget
    ) -> None:
        """`choices` gives ids and labels, asked for whenever the menu opens."""
        super().__init__(
            theme, name, tr("Show only notes of one {what}", what=name.lower()), parent
        )
        self._name = name
        self._any = any_
        self._choices = choices
        self._choice = ""
        self._list = QMenu(self)
        self._list.aboutToShow.connect(self._fill)
        self._list.triggered.connect(self._on_triggered)
        self._actions: QActionGroup | None = None
        self.setMenu(self._list)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def choice(self) -> str:
        """The id that is chosen, or ""."""
        return self._choice

    def choose(self, id: str) -> None:
        """Shows and emits `id`; "" lets all pass."""
        if id == self._choice:
            return
        self._choice = id
        label = dict(self._choices()).get(id, id)
        self.setText(on_control(label or self._name))
        self.setAccessibleName(f"{self._name}: {label or self._any}")
        self.chosen.emit(id)

    def _fill(self) -> None:
        self._list.clear()
        if self._actions is not None:
            self._actions.deleteLater()
        self._actions = QActionGroup(self)
        for id, label in [("", self._any), *self._choices()]:
            action = QAction(on_control(label), self._actions)
            action.setData(id)
            action.setCheckable(True)
            action.setChecked(id == self._choice)
            self._list.addAction(action)

    def _on_triggered(self, action: QAction) -> None:
        self.choose(str(action.data()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose("")
            return
        super().keyPressEvent(event)
