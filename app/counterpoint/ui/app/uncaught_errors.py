"""The one exit for errors that nobody foresaw: kept in a file, told in a sentence, never hidden."""

import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from counterpoint.labels.translation import tr

LARGEST = 1_000_000
"""Bytes of the file after which it is begun anew."""


class UncaughtErrors(QObject):
    """Catches what comes up to Python's own last resort, on any thread."""

    happened = Signal(str)
    """A sentence for the person: that something went wrong, and where the details are."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file

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
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        lines = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr is not None:
            sys.stderr.write(lines)
        self.happened.emit(
            tr(
                "Something went wrong that was not foreseen ({kind}). What you wrote is kept. "
                "{details}",
                kind=kind.__name__,
                details=self._keep(lines),
            )
        )

    def _keep(self, lines: str) -> str:

        from datetime import UTC, datetime  # only where something went wrong

        when = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh = not self._file.exists() or self._file.stat().st_size > LARGEST
            with self._file.open("w" if fresh else "a", encoding="utf-8") as file:
                file.write(f"{when}\n{lines}\n")
        except OSError as error:
            return tr(
                "The details could not be written to {file} ({why}).",
                file=self._file,
                why=error.strerror,
            )
        return tr("The details are in {file}; please send them with your report.", file=self._file)
