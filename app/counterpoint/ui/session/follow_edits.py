"""Taking up a change of the library: at once where it is seen, else once it has been painted."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from .signals import SessionSignals

_SOON = 150
"""Milliseconds after a change in which what nobody sees follows it."""


def follow_edits(signals: SessionSignals, pane: QWidget, take_up: Callable[[object], None]) -> None:
    """`take_up` is called, as for another library, after each change of this one; where `pane` is
    not visible, a little later and once for several."""
    soon = QTimer(pane, singleShot=True, interval=_SOON)
    soon.timeout.connect(lambda: take_up(None))

    def on_edited(by: object) -> None:
        if pane.isVisible():
            soon.stop()
            take_up(by)
        else:
            soon.start()

    signals.library_edited.connect(on_edited)
