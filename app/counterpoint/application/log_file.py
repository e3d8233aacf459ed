"""The file of the log, which is begun anew when it has grown."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

LARGEST = 1_000_000
"""Bytes after which the file is set aside and another is begun."""
KEPT = 3
"""Files set aside that are kept."""


class LogFile(RotatingFileHandler):
    """Costs no more than its lines where it cannot be written."""

    def __init__(self, file: Path) -> None:
        self.failed = ""
        """Why the last line could not be written, or ""."""
        self.file = file
        super().__init__(
            file,
            maxBytes=LARGEST,
            backupCount=KEPT,
            encoding="utf-8",
            errors="backslashreplace",
            delay=True,
        )
        self.setFormatter(
            logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%d %H:%M:%S")
        )

    def emit(self, record: logging.LogRecord) -> None:
        self.failed = ""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.failed = error.strerror or str(error)
            return
        super().emit(record)

    def doRollover(self) -> None:  # noqa: N802 - Python's own name
        """Goes on in the same file where it cannot be set aside, as on Windows while another window
        has it open."""
        try:
            super().doRollover()
        except OSError:
            self.stream = self._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802
        error = sys.exception()
        self.failed = getattr(error, "strerror", None) or str(error)
