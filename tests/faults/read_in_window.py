"""Opens the program's own window on LIBRARY, which was never read, says so when it begins to be
read, and stays; for test_ending.py. With `cancel` the reading is cancelled first.

python read_in_window.py LIBRARY [cancel]
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer, qInstallMessageHandler

from counterpoint.bootstrap import make_application, open_window


def tell() -> None:
    window.lifecycle.opener.progressed.disconnect(tell)
    window.theme.set_zoom(1.5)  # so that there is something to keep
    if "cancel" in sys.argv:
        window.lifecycle.opener.stopped.connect(say)
        window.lifecycle.opener.cancel()
    else:
        say()


def say() -> None:
    QTimer.singleShot(0, lambda: print("reading", flush=True))


qInstallMessageHandler(lambda *_: None)
application = make_application(screen=False)
window = open_window(application, Path(sys.argv[1]))
window.lifecycle.opener.progressed.connect(tell)
sys.exit(application.exec())
