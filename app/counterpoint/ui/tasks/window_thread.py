"""The way from other threads to the window's."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal


class WindowThread(QObject):
    """Has things called on the window's thread, from whichever thread asks.

    There is one, which lives as long as the application: a thread that emitted a signal of an
    object that the window's thread takes down in that moment would crash the process, and no look
    beforehand can tell.
    """

    _asked = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked.connect(_call, Qt.ConnectionType.QueuedConnection)

    def call(self, owner: QObject, what: Callable[[], object]) -> None:
        """Soon, in the order in which it is asked; not once `owner` is taken down."""
        self._asked.emit(owner, what)


def window_thread() -> WindowThread:
    """To be asked for on the window's thread. Raises RuntimeError where there is no application
    yet, as then nothing would ever be called."""
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("There is no application whose thread it could be.")
    return application.findChild(WindowThread) or WindowThread(application)


def _call(owner: QObject, what: Callable[[], object]) -> None:
    if shiboken6.isValid(owner):
        what()
