"""The log: what the program did and what went wrong, in a file of the person's own data folder.

It holds no words of notes and none of sources: of an error, the message, which may hold some, is
left out unless the level is DEBUG. It is begun once the window is there, as what Python has for
files that are begun anew is slow to import.
"""

import logging
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from counterpoint import __version__
from counterpoint.labels.translation import tr
from counterpoint.storage.place import NoHome, user_data

if TYPE_CHECKING:
    from .log_file import LogFile

LEVELS = ("debug", "info", "warning", "error")
"""What is written: all, or only what is as grave as this."""
USUAL_LEVEL = "info"
NAME = "counterpoint.log"

log = logging.getLogger("counterpoint")
"""Whoever has something to say of what happened says it here."""
_begun: "list[LogFile]" = []
"""The one file, once there is one."""


def log_folder() -> Path:
    """Where the log is, and the files before it. Raises NoHome."""
    return user_data() / "log"


def start_log(level: str = USUAL_LEVEL) -> "LogFile":
    """Writes what happens from now on, if it is as grave as `level`, one of `LEVELS`; a second call
    changes nothing. Raises NoHome, else nothing: `LogFile.failed` says why nothing is written."""
    from .log_file import LogFile

    if _begun:
        return _begun[0]
    file = LogFile(log_folder() / NAME)
    file.begin()
    _begun.append(file)
    log.addHandler(file)
    log.propagate = False
    log.setLevel(level.upper())
    log.info("Counterpoint %s, Python %s, %s", __version__, sys.version.split()[0], _system())
    return file


def why_not_logged(level: str) -> str:
    """Begins the log as `start_log` does; "", or why nothing will be written."""
    try:
        file = start_log(level)
    except NoHome:
        from counterpoint.labels.refusal import no_home

        return no_home()
    file.begin()
    return what_was_not_logged()


def what_was_not_logged() -> str:
    """Why the last line could not be written, or "". Each file's failing is told once."""
    for file in _begun:
        if file.failed and not file.told:
            file.told = True
            return tr("{file} cannot be written ({why})", file=file.file, why=file.failed)
    return ""


def stop_log() -> None:
    """Closes the file."""
    while _begun:
        file = _begun.pop()
        log.removeHandler(file)
        file.close()


def is_begun() -> bool:
    """Whether what happens is written."""
    return bool(_begun)


def log_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An error that nobody foresaw: its kind, where it came up, and the version and the system."""
    from traceback import format_tb

    told = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    if isinstance(error, OSError) and error.strerror:
        told += f" ({error.strerror})"
    if log.isEnabledFor(logging.DEBUG):
        told += f": {error}"
    places = "".join(format_tb(trace))
    log.error(
        "not foreseen: %s; Counterpoint %s, Python %s, %s\n%s",
        told,
        __version__,
        sys.version.split()[0],
        _system(),
        places.rstrip("\n"),
    )


def _system() -> str:
    import platform

    return f"{platform.system()} {platform.release()} ({platform.machine()})"
