"""The menu under the right mouse button in the list of the sources."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from counterpoint.labels.translation import tr


class SourceDeeds(Protocol):
    """What can be done with the source that is chosen in the list."""

    def open_text(self) -> None: ...
    def write_note(self) -> None: ...
    def copy(self) -> None: ...


class SourceMenu(QMenu):
    """It goes when it is closed. `on_source`: not on the texts as a whole, which have neither a
    text of their own nor a citation."""

    def __init__(self, parent: QWidget, deeds: SourceDeeds, *, on_source: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(tr("Open the text\tEnter"), deeds.open_text, enabled=on_source)
        self._add(tr("Write a note\tCtrl+N"), deeds.write_note)
        self.addSeparator()
        self._add(tr("Copy the citation\tCtrl+C"), deeds.copy, enabled=on_source)

    def _add(self, text: str, slot: Callable[[], None], *, enabled: bool = True) -> None:
        action = self.addAction(text)
        action.triggered.connect(slot)
        action.setEnabled(enabled)
