"""The room that each pane has: as it was left, or its first share."""

from PySide6.QtCore import QObject

from counterpoint.ui.window.workspace import Workspace

from .window_state import WindowState


class PanePlaces(QObject):
    """Gives the panes of a workspace their room, once it has its own."""

    def __init__(self, space: Workspace, window_state: WindowState) -> None:
        super().__init__(space)
        self._space = space
        self._window_state = window_state
        self.given = False
        """Whether the panes have their room; before that there is none to be kept."""
        # Before anything in it is shown, so that the comparison is laid out only once.
        space.sized.connect(self._give)

    def _give(self) -> None:
        if self.given:
            return
        self.given = True
        space = self._space
        around = space.parentWidget() or space
        self._window_state.place_panes(space, around.size())
