"""Where things are: what is shipped with the app, and what belongs to the person who uses it.

Asking creates nothing. The environment variable COUNTERPOINT_HOME names a folder that takes the
place of the system's own folders, for a portable installation or a test. Where the system knows no
home folder for the person, as for a user that it does not know, `NoHome` is raised.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parents[1]
_NAME = "counterpoint"


class NoHome(Exception):
    """There is no folder in which the person's notes and settings could be kept."""


def shipped_library() -> Path:
    """The folder that holds the `corpus/` and `options/` that come with the app."""
    data = _PACKAGE / "_data"  # the build hook puts it into the wheel, and into nothing else
    return data if data.is_dir() else _PACKAGE.parents[1]


def is_checkout() -> bool:
    """Whether this runs in the repository itself, whose library and code are what is worked on, and
    not in an installation that brings its own."""
    return not (_PACKAGE / "_data").is_dir()


def real(folder: Path) -> Path:
    """`folder` with its links followed, so that it is the same by whichever way one came to it.
    Never raises: a path that no system can have stays as it is."""
    try:
        return Path(os.path.realpath(folder))
    except (OSError, ValueError):
        return folder


def notes_place(library: Path) -> Path:
    """The folder of a library's notes: `notes/` in one of the person's own; for the one that comes
    with the app, which is replaced when the app is, the user's data folder. Raises NoHome."""
    if real(library) == real(shipped_library()):
        return user_data() / "notes"
    return library / "notes"


def notes_in_reach(library: Path) -> Path | None:
    """As `notes_place`, for who only reads them; None where there is no home to have any in."""
    try:
        return notes_place(library)
    except NoHome:
        return None


def resources() -> Path:
    """The folder that holds `fonts/` and `icons/`."""
    return shipped_library() / "resources"


def user_data() -> Path:
    """The folder of what the person wrote; never to be deleted."""
    home = _home()
    if home is not None:
        return home / "data"
    from platformdirs import user_data_path

    return _of_the_system(user_data_path)


def rescued_notes() -> Path:
    """The folder of notes that could not be saved where they belong when the program had to end."""
    return user_data() / "counterpoint-rescued-notes"


def user_cache() -> Path:
    """The folder of what can be worked out again; it may be deleted at any time."""
    home = _home()
    if home is not None:
        return home / "cache"
    from platformdirs import user_cache_path

    return _of_the_system(user_cache_path)


def user_settings_file() -> Path:
    """The file of choices made in the window. It may be missing, or hold rubbish."""
    home = _home()
    if home is not None:
        return home / "settings.ini"
    from platformdirs import user_config_path

    return _of_the_system(user_config_path) / "settings.ini"


def _of_the_system(folder: Callable[[str, Literal[False]], Path]) -> Path:
    """Where there is no home, platformdirs raises or answers `~`, according to its version."""
    try:
        path = folder(_NAME, False)
    except RuntimeError as error:
        raise NoHome from error
    if not path.is_absolute():
        raise NoHome
    return path


def _home() -> Path | None:
    """COUNTERPOINT_HOME made absolute, or None if it is not set or empty."""
    home = os.environ.get("COUNTERPOINT_HOME")
    return Path(home).absolute() if home else None
