"""Writing the file of settings, which several windows share."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from counterpoint.storage.files import lock
from counterpoint.storage.files.atomic import NotWritten, clear_strays, make_folder, refusing, write

from .settings_file import read_settings

_WAIT = 2.0
"""Seconds that a write waits for another window's."""


class SettingsBusy(NotWritten):
    reason = "another window is saving its settings"
    remedy = "try again, or close that window"


class NotReplaced(NotWritten):
    reason = "what is there is no file of settings, and could not be put aside"
    remedy = "remove it"


def update_settings(
    path: Path, change: Callable[[dict[str, object]], dict[str, object]]
) -> tuple[str, ...]:
    """Puts `change(what is there now)` in its place while no other window writes.

    Makes the folder where it is missing. Gives the messages of reading. Raises NotWritten; then
    the file is as it was.
    """
    make_folder(path.parent)
    try:
        with refusing(path), lock.held(path.with_name(f"{path.name}.lock"), _WAIT):
            with suppress(OSError):
                clear_strays(path.parent)
            now = read_settings(path)
            if now.messages and os.path.lexists(path):
                raise NotReplaced(path)
            write(path, _as_json(change(now.values)))
            return now.messages
    except lock.Busy as error:
        raise SettingsBusy(path) from error


def _as_json(values: dict[str, object]) -> bytes:
    # ASCII, as the name of a file may hold what UTF-8 cannot.
    return (json.dumps(values, indent=1) + "\n").encode("ascii")
