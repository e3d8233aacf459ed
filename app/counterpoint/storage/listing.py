"""Which files of a library are descriptions and options, and whose names are wrong."""

import re
from pathlib import Path

from counterpoint.domain.problem import Problem, ProblemKind

from .library_place import judged


def listed(
    folder: Path, part: str, ending: str, but: frozenset[str] = frozenset()
) -> tuple[list[str], list[Problem]]:
    """The ids of the files in `part` of the library that end in `ending`, in order, without those
    in `but`; and what is wrong with the names of others."""
    ids: list[str] = []
    problems: list[Problem] = []
    for path in map(Path, judged(folder, part)):
        if path.stem in but:
            continue
        if path.suffix == ending and _ID.fullmatch(path.stem):
            ids.append(path.stem)
        elif path.suffix == ending:
            problems.append(_misnamed(part, path, "use small letters, digits and hyphens"))
        elif path.suffix.lower() in _SAME.get(ending, ()):
            problems.append(_misnamed(part, path, f"rename it to {path.stem}{ending}"))
    return ids, problems


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SAME = {".yaml": (".yml", ".yaml"), ".txt": (".txt", ".text")}


def _misnamed(part: str, path: Path, remedy: str) -> Problem:
    return Problem(
        f"{part}/{path.name}",
        None,
        None,
        ProblemKind.WRONG_VALUE,
        f"the file is passed over for its name; {remedy}",
    )
