"""The file of the log, which is begun anew when it has grown, and which nobody else may read."""

import logging
import sys
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import cast

from counterpoint.labels.translation import tr
from counterpoint.storage.files.plain_file import NotAFile, open_plain

LARGEST = 1_000_000
"""Bytes after which the file is set aside and another is begun."""
KEPT = 3
"""Files set aside that are kept."""


class LogFile(RotatingFileHandler):
    """Costs no more than its lines where it cannot be written."""

    def __init__(self, file: Path) -> None:
        self.failed = ""
        """Why the last line could not be written, or ""."""
        self.told = False
        """Whether the person was told so."""
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
        if self._made_folder():
            super().emit(record)

    def begin(self) -> None:
        """Opens the file before there is a line to write; `failed` says why that cannot be done. Of
        a file that is open it says why the last line could not be written."""
        if self.stream is not None:
            return
        self.failed = ""
        if self._made_folder():
            try:
                self.stream = self._open()
            except (OSError, NotAFile) as error:
                self.failed = _why(error)

    def _made_folder(self) -> bool:
        try:
            self.file.parent.parent.mkdir(parents=True, exist_ok=True)
            self.file.parent.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            self.failed = error.strerror or str(error)
            return False
        return True

    def _open(self) -> TextIOWrapper:
        if not self.file.parent.is_symlink():  # what a link leads to is the person's business
            with suppress(PermissionError):  # a disk without permissions, or a folder of another's
                self.file.parent.chmod(0o700)  # those before us left it open to all
        opened = open(  # noqa: SIM115 - the handler closes it
            self.file,
            self.mode,
            encoding=self.encoding,
            errors=self.errors,
            opener=_open_privately,
        )
        return cast("TextIOWrapper", opened)

    def doRollover(self) -> None:  # noqa: N802 - Python's own name
        """Goes on in the same file where it cannot be set aside, as on Windows while another window
        has it open."""
        try:
            super().doRollover()
        except OSError:
            self.stream = self._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802
        self.failed = _why(sys.exception())


def _why(error: BaseException | None) -> str:
    if isinstance(error, NotAFile):
        return tr("it is a folder") if error.is_folder else tr("it is a pipe or a device")
    return getattr(error, "strerror", None) or str(error)


def _open_privately(path: str, flags: int) -> int:
    """Never a pipe, which would be waited for without end, nor a device."""
    descriptor = open_plain(path, flags, 0o600)
    if not Path(path).is_symlink():
        with suppress(PermissionError):
            Path(path).chmod(0o600)
    return descriptor
