"""The program's own window in a process of its own, to be used through the bus.

python window_child.py LIBRARY: says "ready" once it is open. Then each line of its standard input
is done, and answered with "done" once the window has nothing more to do. At the end of it the
program ends, as when the system asks for it.

    run ACTION      an action of the table of actions, by its id
    key NAME        a key as Qt writes it ("Ctrl+Down"), where the focus is
    type WORDS      letter by letter, where the focus is
    open SOURCE     a source in the reader
    tell            a screen reader once more what has the focus
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSocketNotifier, QTimer
from PySide6.QtGui import QCursor, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counterpoint.bootstrap import make_application, open_window
from counterpoint.ui.accessibility.announcing import tell_focus

application = make_application()
window = open_window(application, Path(sys.argv[1]))
window.resize(1280, 800)


def read() -> None:
    line = os.read(0, 4096).decode().rstrip("\n")
    if not line:
        window.leaving.end()
        return
    verb, _, what = line.partition(" ")
    match verb:
        case "run":
            window.menus.trigger(what)
        case "open":
            window.space.navigator.open_source(what)
        case "tell":
            tell_focus(QApplication.focusWidget() or window)
        case "type":
            for letter in what:
                press(letter)
        case "key":
            press(what)
    looking.start()


def press(keys: str) -> None:
    """Not as QTest would: Qt shows what comes from outside to screen readers first, and waits for
    their answer."""
    combination = QKeySequence(keys)[0]  # type: ignore[index]
    key, held = combination.key(), combination.keyboardModifiers()
    focus = QApplication.focusWidget() or window
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focus, QKeyEvent(kind, key, held, keys if len(keys) == 1 else ""))


def theme() -> None:
    """Whether nothing is due any more, such as the reader, which follows the cursor after a
    while."""
    due = [each for each in window.findChildren(QTimer) if each.isSingleShot() and each.isActive()]
    if not due:
        looking.stop()
        print("done", flush=True)


def begin() -> None:
    # Out of the way: what rests under it would be looked at.
    QCursor.setPos(window.mapToGlobal(window.rect().bottomRight()) + QPoint(50, 50))
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    print("ready", flush=True)


looking = QTimer(interval=10)
looking.timeout.connect(theme)
commands = QSocketNotifier(0, QSocketNotifier.Type.Read)
commands.activated.connect(read)
if window.lifecycle.stage.ready:  # at once where there is no library
    QTimer.singleShot(0, begin)
window.ready.connect(begin)
sys.exit(application.exec())
