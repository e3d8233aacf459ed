"""What is wrong with a place that is no library, or may not be looked into."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from counterpoint.domain.faults.library_fault import LibraryFault
from counterpoint.domain.problem import Problem, ProblemKind


def why_no_library(folder: Path, parts: Iterable[str]) -> tuple[Problem, ...]:
    """Says what would make it one; empty where it is one. `parts`: the folders that one has."""
    try:
        _search(folder)
        is_folder = folder.is_dir()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        is_folder = False
    except OSError as error:
        return (_closed(str(folder), error, LibraryFault.FOLDER_CLOSED),)
    if not is_folder:
        there = folder.exists()
        fault = LibraryFault.FILE_IS_NO_FOLDER if there else LibraryFault.NO_SUCH_FOLDER
        return (Problem(str(folder), None, None, ProblemKind.MISSING, fault),)
    return tuple(_of_parts(folder, parts))


def _of_parts(folder: Path, parts: Iterable[str]) -> Iterator[Problem]:
    for part in parts:
        try:
            _search(folder / part)
            os.scandir(folder / part).close()
        except (FileNotFoundError, NotADirectoryError):
            yield Problem(
                f"{part}/",
                None,
                None,
                ProblemKind.MISSING,
                LibraryFault.NO_PART,
                (folder.name or str(folder), part),
            )
        except OSError as error:
            yield _closed(f"{part}/", error, LibraryFault.PART_CLOSED)


def _search(folder: Path) -> None:
    # A folder may be listed and yet not searched: what is in it is then out of reach.
    (folder / "..").stat()


def _closed(name: str, error: OSError, fault: LibraryFault) -> Problem:
    said = error.strerror or str(error)
    return Problem(name, None, None, ProblemKind.UNREADABLE, fault, (said,))
