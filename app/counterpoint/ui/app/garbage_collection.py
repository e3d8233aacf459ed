"""Python's cyclic garbage, collected on the window's thread only.

The collector runs on whichever thread happens to allocate; a QObject that it destroyed on a worker
thread would crash the process.
"""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

EVERY = 5_000
"""Milliseconds."""
_MANY = 20
"""Modules that were imported since the last time: they stay, with all that is in them, and to go
through it for garbage would take as long as to paint some frames."""


class GarbageCollector(QObject):
    """Switches the automatic collector off and collects by a timer of the thread it lives on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._collect)
        self._timer.start()
        self._rounds = 0
        self._modules = len(sys.modules)

    def _collect(self) -> None:
        # Imported here, as the first paint does without.
        from counterpoint.application.giving_way import is_collector_at_rest

        if is_collector_at_rest():
            return
        before, self._modules = self._modules, len(sys.modules)
        if self._modules - before >= _MANY:
            gc.freeze()
        self._rounds += 1
        gc.collect(2 if self._rounds % 12 == 0 else 1)
