"""Opens the program's own window on LIBRARY, types a note, says so and stays; for test_ending.py.

python type_in_window.py LIBRARY
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from counterpoint.bootstrap import make_application, open_window

WORDS = "Typed a moment ago"


def type_and_tell() -> None:
    window.menus.trigger("note-on-all")
    for letter in WORDS:
        event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(window.space.notebook.editor, event)
    print("typed", flush=True)


qInstallMessageHandler(lambda *_: None)
application = make_application(screen=False)
window = open_window(application, Path(sys.argv[1]))
window.ready.connect(lambda: QTimer.singleShot(0, type_and_tell))
sys.exit(application.exec())
