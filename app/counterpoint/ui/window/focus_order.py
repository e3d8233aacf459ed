"""Moving the focus from pane to pane by F6."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget

from .workspace import Workspace


def focus_next_pane(space: Workspace, step: int, strips: Sequence[QWidget] = ()) -> None:
    """F6: the focus goes to the next pane that takes it, or, if `step` is -1, to the one before;
    behind the panes come the strips under the bar."""
    focus_order = [*space.focus_order(), *strips]
    here = next((i for i, pane in enumerate(focus_order) if _has_focus(pane)), -step)
    for away in range(1, len(focus_order) + 1):
        pane = focus_order[(here + step * away) % len(focus_order)]
        if pane in strips:
            pane.setFocus()
        else:
            space.enter(pane)
        if _has_focus(pane):
            return


def _has_focus(pane: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))
