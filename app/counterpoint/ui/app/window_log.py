"""What a window does, for the log."""

from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication

from counterpoint.application.console import tell
from counterpoint.application.log import (
    is_begun,
    log,
    what_was_not_logged,
    why_not_logged,
)
from counterpoint.application.places import real
from counterpoint.domain.counting import counted
from counterpoint.labels.translation import tr
from counterpoint.ui.window.lifecycle.lifecycle import Lifecycle


class WindowLog(QObject):
    """Begins the log when the window is there, and writes which libraries are opened."""

    def __init__(self, lifecycle: Lifecycle, level: str, parent: QObject) -> None:
        super().__init__(parent)
        self._lifecycle = lifecycle
        self._level = level
        lifecycle.ready.connect(self._on_ready)
        application = QGuiApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._on_end)

    def _on_ready(self) -> None:
        if not is_begun():
            why_not = why_not_logged(self._level)
            if why_not:
                tell(tr("counterpoint: nothing is logged: {why}", why=why_not) + "\n")
            log.info("Qt %s, %s", qVersion(), QGuiApplication.platformName())
        library = self._lifecycle.space.session.library
        if library is None:
            log.warning("no library is shown")
            return
        contents = library.contents
        log.info(
            "a library is shown: %s, %s, %s; %s",
            counted(len(contents.sources), "source"),
            counted(len(contents.approaches), "approach", "approaches"),
            counted(len(contents.problems), "problem"),
            real(library.folder),
        )

    def _on_end(self) -> None:
        log.info("the window is closed")
        if why_not := what_was_not_logged():
            tell(tr("counterpoint: not all is logged: {why}", why=why_not) + "\n")
