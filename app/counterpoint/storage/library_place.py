"""The folder of a library: which files it is read from, and whether it is one at all.

Apart from the reading itself, so that a library that is in the cache opens without YAML.
"""

import os
from collections.abc import Callable
from pathlib import Path

from counterpoint.domain.problem import Problem, ProblemKind

from .unreadable import Unreadable

Progress = Callable[[int, int, str], None]
"""Told how many files are done, of how many, and which is next. May raise to stop the reading."""

PARTS = ("corpus", "options")
_ENDINGS = (".yaml", ".yml", ".txt", ".text")


def judged(folder: Path, part: str) -> list[str]:
    """The names in `part` of the library that its contents or its problems come from, in order:
    also of folders, of links that lead nowhere, and of what is only named nearly right."""
    try:
        names = [path.name for path in (folder / part).iterdir()]
    except OSError:
        return []
    return sorted(
        name for name in names if name.lower().endswith(_ENDINGS) and not name.startswith(".")
    )


def check_place(folder: Path) -> None:
    """Raises Unreadable where `folder` is no library at all, or may not be looked into, saying
    what would make it one."""
    try:
        _search(folder)
        is_folder = folder.is_dir()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        is_folder = False
    except OSError as error:
        raise Unreadable(
            _closed(str(folder), error, " and those of the folders above it")
        ) from error
    if not is_folder:
        what = "the file is not a folder" if folder.exists() else "the folder is not there"
        raise Unreadable(
            Problem(
                str(folder), None, None, ProblemKind.MISSING, f"{what}; choose a library's folder"
            )
        )
    problems = [problem for part in PARTS if (problem := _problem_of(folder, part)) is not None]
    if problems:
        raise Unreadable(*problems)


def _search(folder: Path) -> None:
    # A folder may be listed and yet not searched: what is in it is then out of reach.
    (folder / "..").stat()


def _problem_of(folder: Path, part: str) -> Problem | None:
    try:
        _search(folder / part)
        os.scandir(folder / part).close()
    except (FileNotFoundError, NotADirectoryError):
        return Problem(
            f"{part}/",
            None,
            None,
            ProblemKind.MISSING,
            f"“{folder.name or folder}” has no folder {part}/; a library is a folder with corpus/ "
            "and options/ in it",
        )
    except OSError as error:
        return _closed(f"{part}/", error)
    return None


def _closed(name: str, error: OSError, more: str = "") -> Problem:
    return Problem(
        name,
        None,
        None,
        ProblemKind.UNREADABLE,
        f"the folder cannot be looked into ({error.strerror or error}); check its permissions"
        f"{more}",
    )
