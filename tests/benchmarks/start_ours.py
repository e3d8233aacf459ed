"""Run by `start`: the program itself, until the comparison is painted. Says so and ends; with
`--leave` as a person does in the evening, in a window of 1280 × 800, which comes back so."""

import os
import sys
from pathlib import Path

from counterpoint.bootstrap import make_application, open_window
from tests.benchmarks.memory import resident

# As the program does it: Qt is imported by `make_application` and not before.
application = make_application()

from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402


class Watch(QObject):
    """Waits for the first paint of the comparison with a library in it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and window.lifecycle.stage.settled:
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        print(resident(), flush=True)
        if LEAVES:
            window.close()
            application.quit()
        else:
            os._exit(0)


LEAVES = "--leave" in sys.argv
window = open_window(application, Path(sys.argv[1]))
if LEAVES:
    window.resize(1280, 800)
watch = Watch()
window.space.comparison.grid.viewport().installEventFilter(watch)
sys.exit(application.exec())
