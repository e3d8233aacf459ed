"""Files that are dragged over the window, and let go on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from counterpoint.ui.window.frame.drop_target import DropTarget

from .dropping import library_in, may_drop, packed_in, paths_in, what_happens

if TYPE_CHECKING:
    from counterpoint.ui.window.main_window import MainWindow


class Drops:
    """Says what letting go does, and does it."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.target = DropTarget(window.theme, window)

    def enter(self, event: QDragEnterEvent) -> None:
        if not may_drop(event.mimeData()):
            return
        event.acceptProposedAction()
        window = self._window
        library = window.space.session.library if window.lifecycle.stage.has_library else None
        title = "" if library is None else library.contents.title
        read_only = library is not None and window.space.live_sources.read_only
        self.target.offer(what_happens(event.mimeData(), title, read_only=read_only))

    def leave(self) -> None:
        self.target.leave()

    def drop(self, event: QDropEvent) -> None:
        self.target.hide()
        window, paths = self._window, paths_in(event.mimeData())
        library, packed = library_in(paths), packed_in(paths)
        event.acceptProposedAction()
        if library is not None:
            window.libraries.open(library)
        elif packed is not None:
            # Not within the drop: the program that it comes from waits for its end.
            QTimer.singleShot(0, window, lambda: window.files.open_packed(packed))
        elif window.lifecycle.stage.has_library:
            window.space.live_sources.brought.emit(paths)
        else:
            window.offer_library_for(paths)
