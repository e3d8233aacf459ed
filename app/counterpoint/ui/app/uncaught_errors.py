"""The one exit for errors that nobody foresaw: kept in the log, told in a sentence, never lost."""

import sys
import threading
import traceback
from contextlib import suppress
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from counterpoint.application.console import tell
from counterpoint.application.log import USUAL_LEVEL, log_error, start_log
from counterpoint.application.places import NoHome
from counterpoint.labels.translation import tr


class UncaughtErrors(QObject):
    """Catches what comes up to Python's own last resort, on any thread."""

    happened = Signal(str)
    """A sentence for the person: that something went wrong, and where the details are."""

    def __init__(self, level: str = USUAL_LEVEL, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._level = level

    def watch(self) -> None:
        """From now on, until the program ends."""
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def _on_thread_error(self, error: threading.ExceptHookArgs) -> None:
        if error.exc_value is not None:
            self._on_error(error.exc_type, error.exc_value, error.exc_traceback)

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Never raises: saving and closing go on behind it."""
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        words = tr(
            "Something went wrong that was not foreseen ({kind}). What you wrote is kept. "
            "{details}",
            kind=kind.__name__,
            details=self._keep(kind, error, trace),
        )
        with suppress(RuntimeError):  # the window is gone, and this with it
            self.happened.emit(words)
        tell("".join(traceback.format_exception(kind, error, trace)))

    def _keep(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> str:
        try:
            log = start_log(self._level)
        except NoHome:
            from counterpoint.labels.refusal import no_home

            return no_home()
        log_error(kind, error, trace)
        if log.failed:
            return tr(
                "The details could not be written to {file} ({why}).", file=log.file, why=log.failed
            )
        return tr("The details are in {file}; please send them with your report.", file=log.file)
