"""Files that are dragged over the window, and let go on it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.window.frame.drop_target import DropTarget
from counterpoint.ui.window.workspace import Workspace

from .dropping import library_in, may_drop, packed_in, paths_in, what_happens


class Taking(NamedTuple):
    """Who takes what is dropped."""

    space: Callable[[], Workspace | None]
    """The one that shows a library, if any does."""
    open_library: Callable[[Path], object]
    open_packed: Callable[[Path], object]
    offer_library_for: Callable[[Sequence[Path]], object]
    """Documents come into a new library, where none is open."""


class Drops:
    """Says what letting go does, and does it."""

    def __init__(self, theme: Theme, window: QWidget, taking: Taking) -> None:
        self._window, self._taking = window, taking
        self.target = DropTarget(theme, window)

    def enter(self, event: QDragEnterEvent) -> None:
        if not may_drop(event.mimeData()):
            return
        event.acceptProposedAction()
        space = self._taking.space()
        library = None if space is None else space.session.library
        title = "" if library is None else library.contents.title
        read_only = space is not None and space.live_sources.read_only
        self.target.offer(what_happens(event.mimeData(), title, read_only=read_only))

    def leave(self) -> None:
        self.target.leave()

    def drop(self, event: QDropEvent) -> None:
        self.target.hide()
        taking, paths = self._taking, paths_in(event.mimeData())
        library, packed, space = library_in(paths), packed_in(paths), taking.space()
        event.acceptProposedAction()
        if library is not None:
            taking.open_library(library)
        elif packed is not None:
            # Not within the drop: the program that it comes from waits for its end.
            QTimer.singleShot(0, self._window, lambda: taking.open_packed(packed))
        elif space is not None:
            space.live_sources.brought.emit(paths)
        else:
            taking.offer_library_for(paths)
