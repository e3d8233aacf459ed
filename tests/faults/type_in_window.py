"""Opens the program's own window on LIBRARY, types a note, says so and stays; for test_ending.py.
What it reads from its standard input, a line at a time, it types too.

python type_in_window.py LIBRARY
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSocketNotifier, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from counterpoint.bootstrap import make_application, open_window

WORDS = "Typed a moment ago"


def type_and_tell(words: str = WORDS) -> None:
    for letter in words:
        event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(window.space.notebook.editor, event)
    print("typed", flush=True)


def begin() -> None:
    window.menus.trigger("note-on-all")
    type_and_tell()
    if words_to_come is not None:
        words_to_come.activated.connect(lambda: type_and_tell(sys.stdin.readline().rstrip("\n")))


qInstallMessageHandler(lambda *_: None)
application = make_application(screen=False)
words_to_come = (
    QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read) if sys.stdin else None
)
window = open_window(application, Path(sys.argv[1]))
window.ready.connect(lambda: QTimer.singleShot(0, begin))
sys.exit(application.exec())
