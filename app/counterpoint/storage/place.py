"""Where things are: what is shipped with the app, and what belongs to the person who uses it.

Asking creates nothing. The environment variable COUNTERPOINT_HOME names a folder that takes the
place of the system's own folders, for a portable installation or a test.
"""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_NAME = "counterpoint"


def shipped_library() -> Path:
    """The folder that holds the `corpus/` and `options/` that come with the app."""
    data = _PACKAGE / "_data"  # the build hook puts it into the wheel, and into nothing else
    return data if data.is_dir() else _PACKAGE.parents[1]


def real(folder: Path) -> Path:
    """`folder` with its links followed, so that it is the same by whichever way one came to it.
    Never raises: a path that no system can have stays as it is."""
    try:
        return Path(os.path.realpath(folder))
    except (OSError, ValueError):
        return folder


def notes_place(library: Path) -> Path:
    """The folder of a library's notes: `notes/` in one of the person's own; for the one that comes
    with the app, which is replaced when the app is, the user's data folder."""
    if real(library) == real(shipped_library()):
        return user_data() / "notes"
    return library / "notes"


def resources() -> Path:
    """The folder that holds `fonts/` and `icons/`."""
    return shipped_library() / "resources"


def user_data() -> Path:
    """The folder of what the person wrote; never to be deleted."""
    home = _home()
    if home is not None:
        return home / "data"
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False)


def user_cache() -> Path:
    """The folder of what can be worked out again; it may be deleted at any time."""
    home = _home()
    if home is not None:
        return home / "cache"
    from platformdirs import user_cache_path

    return user_cache_path(_NAME, appauthor=False)


def user_settings_file() -> Path:
    """The file of choices made in the window. It may be missing, or hold rubbish."""
    home = _home()
    if home is not None:
        return home / "settings.json"
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False) / "settings.json"


def _home() -> Path | None:
    """COUNTERPOINT_HOME made absolute, or None where it is not set or empty."""
    home = os.environ.get("COUNTERPOINT_HOME")
    return Path(home).absolute() if home else None
