"""Run by `start`: the barest PySide6 window with a label, until it is painted."""

import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.benchmarks.memory import resident


class Watch(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        print(resident(), flush=True)
        os._exit(0)


application = QApplication(sys.argv)
window = QWidget()
window.resize(1280, 800)
label = QLabel("A label", window)
watch = Watch()
label.installEventFilter(watch)
window.show()
sys.exit(application.exec())
