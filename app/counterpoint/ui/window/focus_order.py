"""Moving the focus from pane to pane by F6."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.ui.session.has_parts import HasParts

from .workspace import Workspace


def focus_next_pane(space: Workspace, step: int, strips: Sequence[QWidget] = ()) -> None:
    """F6: the focus goes to the next pane that takes it, or part of one that has several; if `step`
    is -1, to the one before. Behind the panes come the strips under the bar."""
    panes = space.focus_order()
    focus_order = [part for pane in panes for part in _parts_of(pane)] + [*strips]
    here = next((i for i, pane in enumerate(focus_order) if _has_focus(pane)), -step)
    for away in range(1, len(focus_order) + 1):
        pane = focus_order[(here + step * away) % len(focus_order)]
        if pane in panes:
            space.enter(pane)
        else:
            pane.setFocus(Qt.FocusReason.TabFocusReason)
        if _has_focus(pane):
            return


def _parts_of(pane: QWidget) -> Sequence[QWidget]:
    parted: object = pane
    return parted.focus_parts() if isinstance(parted, HasParts) else (pane,)


def _has_focus(pane: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))
