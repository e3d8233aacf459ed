"""The menu under the right mouse button in the list of notes."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import entry, in_pane, of_action


class NoteDeeds(Protocol):
    """What can be done with the note that is chosen in the list."""

    def enter(self) -> None: ...
    def copy(self) -> None: ...
    def more_like(self) -> None: ...
    def delete_chosen(self) -> None: ...


class NoteMenu(QMenu):
    """It goes when it is closed. `in_bin`: the list shows what was deleted."""

    def __init__(self, parent: QWidget, deeds: NoteDeeds, *, in_bin: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        enter = tr("Restore") if in_bin else tr("Go to what it is on")
        self._add(entry(enter, in_pane(Context.NOTES, "enter")), deeds.enter)
        self._add(entry(tr("Copy the note"), of_action("copy")), deeds.copy)
        if not in_bin:
            self._add(entry(tr("More like this"), of_action("more-like")), deeds.more_like)
            self.addSeparator()
            self._add(entry(tr("Delete"), in_pane(Context.NOTES, "delete")), deeds.delete_chosen)

    def _add(self, text: str, slot: Callable[[], None]) -> None:
        self.addAction(text).triggered.connect(slot)
