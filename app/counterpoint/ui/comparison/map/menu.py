"""The menu under the right mouse button on the map."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import entry, in_pane, of_action
from counterpoint.ui.comparison.commands import ClaimCommands

from .place import Kind, Place
from .view import MapView


def _key(id: str) -> str:
    return in_pane(Context.MAP, id)


class MapMenu(QMenu):
    """For what the cursor is on; it goes when it is closed."""

    def __init__(self, view: MapView, commands: ClaimCommands, place: Place) -> None:
        super().__init__(view)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if place.kind is Kind.LETTER:
            self._add(entry(tr("Go to the answer"), _key("activate")), commands.activate)
        if place.kind is not Kind.COUNT:
            self._add(entry(tr("Peek"), _key("peek")), commands.peek)
        if place.target is not None:
            self._add(entry(tr("Write a note"), of_action("note-here")), commands.write_note)
        if place.approach:
            self._add(entry(tr("Copy"), of_action("copy")), commands.copy)
            self.addSeparator()
            chosen = place.approach in view.pair()
            words = tr("Compare it no longer") if chosen else tr("Compare it with another")
            toggle = partial(view.toggle_in_pair, place.approach)
            self._add(entry(words, _key("pair")), toggle)
        if place.question:
            self.addSeparator()
            opened = partial(commands.open_question, place.question)
            self._add(entry(tr("This question as a page"), of_action("question-page")), opened)
        if len(view.pair()) == 2:
            self._add(tr("The two that are compared as a page"), commands.open_pair)

    def _add(self, text: str, slot: Callable[[], None]) -> None:
        self.addAction(text).triggered.connect(lambda: slot())
