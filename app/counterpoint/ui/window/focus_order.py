"""Going round the zones of the window with the keys."""

from PySide6.QtWidgets import QApplication, QWidget

from .workspace import Workspace


def go_zone(space: Workspace, step: int) -> None:
    """F6: the keys go to the next zone that takes them, or, where `step` is -1, the one before."""
    zones = space.zones()
    here = next((i for i, zone in enumerate(zones) if _has_focus(zone)), -step)
    for away in range(1, len(zones) + 1):
        zone = zones[(here + step * away) % len(zones)]
        space.enter(zone)
        if _has_focus(zone):
            return


def _has_focus(zone: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is zone or zone.isAncestorOf(focus))
