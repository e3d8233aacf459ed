"""The file of settings as plain JSON: read whatever is there, put aside what is no use.

Nothing here knows what the settings mean. Apart from the writing, which a start has no need of.
"""

import json
import math
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from counterpoint.storage.files.retry import retry

MOST_BYTES = 4_000_000
"""A file larger than this is not ours."""

MOST_NESTED = 12
"""Values nested deeper than this are dropped: they could not be written again for sure."""


class _NoUse(Exception):
    """What is there is not a file of settings; the message says what it is instead."""


class SettingsRead(NamedTuple):
    """The JSON object that was read, empty where there was none of use; `messages` say why."""

    values: dict[str, object]
    messages: tuple[str, ...] = ()


def read_settings(path: Path) -> SettingsRead:
    """What `path` holds. Never raises and takes no lock.

    A missing file is no error. Anything else that is no JSON object is put aside under another
    name, so that it is not overwritten, and a message for the person says so.
    """
    try:
        return SettingsRead(_read(path))
    except FileNotFoundError:
        return SettingsRead({})
    except OSError as error:
        return SettingsRead({}, (_put_aside(path, f"cannot be read ({_why(error)})"),))
    except _NoUse as problem:
        return SettingsRead({}, (_put_aside(path, str(problem)),))


def keep_copy(path: Path) -> str:
    """Copies a file of settings that is only partly of use; what the copy is called.

    "" where that could not be done. A file already copied as it is is not copied again.
    """
    with suppress(OSError, _NoUse):
        data = _bytes(path)
        for spare in _spares(path):
            if not os.path.lexists(spare):
                with spare.open("xb") as copy:
                    copy.write(data)
                return spare.name
            with suppress(OSError, _NoUse):
                if _bytes(spare) == data:
                    return spare.name
    return ""


def _read(path: Path) -> dict[str, object]:
    data = _bytes(path)
    try:
        values = json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise _NoUse("is not UTF-8") from None
    except (ValueError, RecursionError):
        raise _NoUse("is not JSON") from None
    if not isinstance(values, dict):
        raise _NoUse("does not hold settings")
    return {name: value for name, value in values.items() if is_plain(value)}


def _no_constant(_name: str) -> None:
    """NaN and Infinity are not JSON; they are read as null."""


def is_plain(value: object, most_nested: int = MOST_NESTED) -> bool:
    """Whether `value` is JSON that can be written: no foreign types, not nested too deep,
    and no infinite numbers."""
    if value is None or isinstance(value, str | bool | int):
        return True
    if isinstance(value, float):
        return math.isfinite(value)
    if most_nested == 0:
        return False
    if isinstance(value, list | tuple):
        return all(is_plain(part, most_nested - 1) for part in value)
    if isinstance(value, dict):
        return all(
            isinstance(name, str) and is_plain(part, most_nested - 1)
            for name, part in value.items()
        )
    return False


def _bytes(path: Path) -> bytes:
    """Raises OSError, or _NoUse where it is no ordinary file (a pipe would wait for ever)."""
    kind = path.stat().st_mode
    if stat.S_ISDIR(kind):
        raise _NoUse("is a folder")
    if not stat.S_ISREG(kind):
        raise _NoUse("is not a file")
    read: list[bytes] = []
    # Tried again: on Windows the file cannot be opened while another window replaces it.
    retry(lambda path: read.append(_first_bytes(path)), path)
    if len(read[0]) > MOST_BYTES:
        raise _NoUse(f"is larger than {MOST_BYTES // 1_000_000} MB")
    return read[0]


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _put_aside(path: Path, what: str) -> str:
    """Renames what is no use; the message that says so."""
    for spare in _spares(path):
        if os.path.lexists(spare):
            continue
        try:
            path.rename(spare)
        except OSError as error:
            return (
                f"{path} {what} and could not be put aside ({_why(error)}); the window opens with "
                f"its defaults. Remove it, or the choices you make may not be kept."
            )
        return (
            f"{path.name} {what} and is put aside as {spare.name} in {path.parent}; the window "
            f"opens with its defaults."
        )
    return (
        f"{path} {what}; the window opens with its defaults. Remove it and the files named "
        f"{path.name}.bad beside it."
    )


def _spares(path: Path) -> list[Path]:
    """The names under which what is no use is kept: settings.json.bad, settings.json.bad2, …"""
    return [path.with_name(f"{path.name}.bad{number or ''}") for number in (0, *range(2, 100))]


def _why(error: OSError) -> str:
    return error.strerror or str(error)
