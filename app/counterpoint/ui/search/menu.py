"""The menu under the right mouse button, of the results that are chosen."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import entry, in_pane, of_action


class ResultDeeds(Protocol):
    """What can be done with them."""

    def enter(self) -> None: ...
    def more_like(self) -> None: ...
    def link(self) -> None: ...
    def write_note(self) -> None: ...


class ResultMenu(QMenu):
    """It goes when it is closed."""

    def __init__(self, parent: QWidget, deeds: ResultDeeds) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(entry(tr("Go to it"), in_pane(Context.SEARCH, "enter")), deeds.enter)
        self._add(entry(tr("More like this"), of_action("more-like")), deeds.more_like)
        self.addSeparator()
        self._add(entry(tr("Link to a claim…"), of_action("link")), deeds.link)
        self._add(entry(tr("Write a note"), of_action("note-here")), deeds.write_note)

    def _add(self, text: str, slot: Callable[[], None]) -> None:
        self.addAction(text).triggered.connect(slot)
