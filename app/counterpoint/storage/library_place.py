"""The folder of a library: which files it is read from, and whether it is one at all.

Apart from the reading itself, so that a library that is in the cache opens without YAML.
"""

from collections.abc import Callable
from pathlib import Path

from counterpoint.domain.problem import Problem, ProblemKind

from .unreadable import Unreadable

Progress = Callable[[int, int, str], None]
"""Told how many files are done, of how many, and which is next. May raise to stop the reading."""


def library_files(folder: Path) -> tuple[Path, ...]:
    """Every file that the library's contents are read from, in order."""
    return tuple(
        path
        for part in ("corpus", "options")
        for name in sorted(_names(folder / part))
        if name.endswith((".yaml", ".txt")) and (path := folder / part / name).is_file()
    )


def _names(folder: Path) -> list[str]:
    """Of what is in a folder; none where it is none, or cannot be looked into."""
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def check_place(folder: Path) -> None:
    """Raises Unreadable where `folder` is no library at all, saying what would make it one."""
    name = folder.name or str(folder)
    if not folder.is_dir():
        what = "the file is not a folder" if folder.exists() else "the folder is not there"
        raise Unreadable(
            Problem(
                str(folder), None, None, ProblemKind.MISSING, f"{what}; choose a library's folder"
            )
        )
    missing = [part for part in ("corpus", "options") if not (folder / part).is_dir()]
    if missing:
        raise Unreadable(
            *(
                Problem(
                    f"{part}/",
                    None,
                    None,
                    ProblemKind.MISSING,
                    f"“{name}” has no folder {part}/; a library is a folder with corpus/ and "
                    "options/ in it",
                )
                for part in missing
            )
        )
