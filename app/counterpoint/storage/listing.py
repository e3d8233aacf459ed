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
    names = judged(folder, part)
    for path in map(Path, names):
        if path.suffix == ending:
            if path.stem in but:
                continue
            if _ID.fullmatch(path.stem):
                ids.append(path.stem)
            else:
                problems.append(_misnamed(part, path, _REMEDY))
        elif path.suffix.lower() in _SAME.get(ending, ()):
            right = f"{path.stem}{ending}"
            remedy = "remove it: there is {} too" if right in names else "rename it to {}"
            problems.append(_misnamed(part, path, remedy.format(right)))
    return ids, problems


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REMEDY = "use small letters and digits, parted by single hyphens"
_SAME = {".yaml": (".yml", ".yaml"), ".txt": (".txt", ".text")}


def _misnamed(part: str, path: Path, remedy: str) -> Problem:
    return Problem(
        f"{part}/{path.name}",
        None,
        None,
        ProblemKind.WRONG_VALUE,
        f"the file is passed over for its name; {remedy}",
    )
