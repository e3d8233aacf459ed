"""The menu under the right mouse button in the list of the sources."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import entry, in_pane, of_action


class SourceDeeds(Protocol):
    """What can be done with the source that is chosen in the list."""

    def open_text(self) -> None: ...
    def write_note(self) -> None: ...
    def copy(self) -> None: ...
    def describe_chosen(self) -> None: ...


class SourceMenu(QMenu):
    """It goes when it is closed. `on_source`: not on the texts as a whole, which have neither a
    text of their own nor a citation."""

    def __init__(self, parent: QWidget, deeds: SourceDeeds, *, on_source: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(
            entry(tr("Open the text"), in_pane(Context.SOURCES, "open")),
            deeds.open_text,
            enabled=on_source,
        )
        self._add(entry(tr("Write a note"), of_action("note-here")), deeds.write_note)
        self._add(
            entry(tr("Correct the description"), of_action("describe")),
            deeds.describe_chosen,
            enabled=on_source,
        )
        self.addSeparator()
        self._add(entry(tr("Copy the citation"), of_action("copy")), deeds.copy, enabled=on_source)

    def _add(self, text: str, slot: Callable[[], None], *, enabled: bool = True) -> None:
        action = self.addAction(text)
        action.triggered.connect(slot)
        action.setEnabled(enabled)
