"""Choosing which approaches are shown, and in which order."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.window.lifecycle.lifecycle import Lifecycle

if TYPE_CHECKING:
    from counterpoint.ui.picker.picker import ApproachPicker


class ChooseApproaches(QObject):
    """Opens the picker below a field, and arranges what is chosen in it."""

    def __init__(self, theme: Theme, lifecycle: Lifecycle, field: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lifecycle = lifecycle
        self._field = field
        self._window = parent

    @cached_property
    def picker(self) -> "ApproachPicker":
        """Made when it is first wanted."""
        from counterpoint.ui.picker.picker import ApproachPicker

        made = ApproachPicker(self._theme, self._window)
        made.shown_changed.connect(self._on_picked)
        made.left.connect(self._on_left)
        return made

    def open(self) -> None:
        """Does nothing where there is no library."""
        session = self._lifecycle.space.session
        if session.library is not None:
            approaches = session.library.contents.approaches
            self.picker.open(approaches, session.arrangement, self._field)

    def _on_picked(self, shown: list[str]) -> None:
        session = self._lifecycle.space.session
        ordered = session.arrangement.in_order(self.picker.order)
        session.arrange(ordered.show_only(shown), self)

    def _on_left(self) -> None:
        self._lifecycle.space.session.focus_view()
