"""The window painted to a file, for where there is no screen."""

import tempfile
from pathlib import Path

from PySide6.QtCore import (
    QDeadlineTimer,
    QEventLoop,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from counterpoint.application.console import tell
from counterpoint.ui.window.lifecycle.restored_geometry import FIRST_SIZE
from counterpoint.ui.window.main_window import MainWindow

PATIENCE = 60_000
"""Milliseconds after which a library that has not opened is painted as it is."""


def paint_to_file(application: QApplication, window: MainWindow, path: Path) -> Path | None:
    """Shows `window` until its library is open, and paints it to `path`, or to the system's
    folder for temporary files where that cannot be written. The file, or None.

    The window is put away without writing down how it stood: nobody has looked at it."""
    before = qInstallMessageHandler(_pass_on)
    try:
        return _paint(application, window, path)
    finally:
        qInstallMessageHandler(before)


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    # Of what means nothing without a screen, the platform tells at every step.
    if not message.startswith("This plugin does not support"):
        tell(f"{message}\n")


def _paint(application: QApplication, window: MainWindow, path: Path) -> Path | None:
    waiting = QEventLoop()
    window.ready.connect(waiting.quit)
    QTimer.singleShot(PATIENCE, waiting.quit)
    window.resize(FIRST_SIZE)  # whatever the screen that is not there would have room for
    window.show()
    if not window.lifecycle.stage.ready:
        waiting.exec()
    # The heights of rows out of sight too: by them the scroll bar is as long as it will be.
    grid, deadline = window.space.comparison.grid, QDeadlineTimer(PATIENCE)
    application.processEvents()
    while not grid.settled and not deadline.hasExpired():
        application.processEvents()
    application.processEvents()  # Qt takes up new heights by a timer
    picture = window.grab()
    window.lifecycle.part()
    window.hide()
    for file in (path, Path(tempfile.gettempdir()) / path.name):
        if picture.save(str(file)):
            return file.absolute()
    return None
