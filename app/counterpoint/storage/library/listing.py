"""Which files of a library are descriptions, texts and approaches; and all that is beside them."""

import os
import re
from collections.abc import Collection
from pathlib import Path

from counterpoint.domain.faults.listing_fault import ListingFault
from counterpoint.domain.problem import Argument, Problem, ProblemKind
from counterpoint.storage.files.copies import copy_of, of_two_versions
from counterpoint.storage.files.litter import left_behind

from .library_place import judged

RESERVED = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}
"""What Windows takes for a device, whatever the ending: no file can have this name there."""
OF_THE_WHOLE = {
    "corpus": ("library",),
    "options": ("dimensions", "replies", "answers", "searches"),
    "notes": (),
}
"""The names of the files that are neither one source's nor one approach's."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ENDINGS = {"corpus": (".yaml", ".txt"), "options": (".yaml",), "notes": (".md",)}
_SAME = {".yaml": (".yml", ".yaml"), ".txt": (".txt", ".text"), ".md": (".md", ".markdown")}
MAP = ".map.json"
"""How the name of the way back to a text's original ends."""
_OF_TEXT = tuple(ending for endings in _SAME.values() for ending in endings)
_Why = tuple[ListingFault] | tuple[ListingFault, Argument] | tuple[ListingFault, Argument, Argument]


def listed(folder: Path, part: str, ending: str) -> list[str]:
    """The ids of the files in `part` of the library that end in `ending`, in order."""
    return [
        path.stem
        for path in map(Path, judged(folder / part))
        if path.suffix == ending and _is_id(part, path)
    ]


def misnamed(place: Path, part: str) -> list[Problem]:
    """All that stands in the folder `place`, which is the `part` of a library, and is not read for
    its name or its kind, and what to do; none where nobody may look into it."""
    names = judged(place)
    there = frozenset(names)
    problems = []
    for name in names:
        path = Path(name)
        is_folder = os.path.isdir(place / name)  # noqa: PTH112
        # Elsewhere what has the name of a file that is read is told when it is.
        if _is_read(part, path) and not (is_folder and part == "notes"):
            continue
        problems.append(_problem(part, path, there, is_folder=is_folder))
    return problems


def _is_read(part: str, path: Path) -> bool:
    if part == "corpus" and path.name.endswith(MAP):
        return _is_id(part, Path(path.name.removesuffix(MAP)))
    if path.suffix not in _ENDINGS[part]:
        return False
    if part == "notes":  # which may have any name
        return not of_two_versions(path.name)
    return _is_id(part, path) or _of_the_whole(part, path)


def _is_id(part: str, path: Path) -> bool:
    taken = path.stem in RESERVED or path.stem in OF_THE_WHOLE[part]
    return not taken and _ID.fullmatch(path.stem) is not None


def _of_the_whole(part: str, path: Path) -> bool:
    return path.suffix == ".yaml" and path.stem in OF_THE_WHOLE[part]


def _problem(part: str, path: Path, names: Collection[str], *, is_folder: bool) -> Problem:
    if is_folder and (part == "notes" or path.suffix not in _ENDINGS[part]):
        return _told(part, path, ProblemKind.PASSED_OVER, ListingFault.FOLDER_AMONG_FILES, part)
    original = copy_of(path.name, names)
    if original:
        beside = original in names
        copy = ListingFault.COPY_BESIDE if beside else ListingFault.COPY
        return _told(part, path, ProblemKind.CONFLICT_COPY, copy, original)
    misnamed = None if left_behind(path.name) else _why_misnamed(part, path, names)
    if misnamed is not None:
        return _told(part, path, ProblemKind.WRONG_VALUE, *misnamed)
    return _told(part, path, ProblemKind.PASSED_OVER, *_why_passed_over(part, path))


def _why_misnamed(part: str, path: Path, names: Collection[str]) -> _Why | None:
    """What is wrong with the name of a file that is probably ours; None for any other."""
    inner = Path(path.stem) if path.suffix.lower() in _OF_TEXT else path
    for ending in _ENDINGS[part]:
        if inner != path and inner.suffix.lower() in _SAME[ending]:
            # Where the system hides endings, an editor adds its own without showing it.
            return _unless_there(part, inner.with_suffix(ending), names)
        if path.suffix != ending and path.suffix.lower() in _SAME[ending]:
            return _unless_there(part, path.with_suffix(ending), names)
    if path.suffix not in _ENDINGS[part]:
        return None
    if path.stem in RESERVED:
        return ListingFault.KEPT_FOR_A_DEVICE, path.stem
    if path.stem in OF_THE_WHOLE[part]:
        return ListingFault.NAME_OF_THE_WHOLE, path.stem
    twin = f"{path.stem.lower()}{path.suffix}"
    if twin != path.name and twin in names:
        return ListingFault.CAPITALS_ONLY, twin
    return (ListingFault.NO_ID_FOR_A_NAME,)


def _unless_there(part: str, right: Path, names: Collection[str]) -> _Why:
    """`right` has the ending that it should have."""
    if part != "notes":  # which may have any name
        small = Path(right.name.lower())
        whole = _of_the_whole(part, small)
        right = small if whole else Path(f"{_id_for(part, right)}{right.suffix}")
    there = right.name in names
    return ListingFault.RIGHT_ONE_BESIDE if there else ListingFault.RENAME, right.name


def _why_passed_over(part: str, path: Path) -> _Why:
    left = left_behind(path.name)
    if left is not None:
        return ListingFault.LEFT_BEHIND, left, part
    ending = path.suffix.lower()
    if part == "corpus" and ending in IMPORTED:
        return ListingFault.TO_BE_IMPORTED, ending
    if part == "corpus" and ending in OTHER_DOCUMENTS:
        return ListingFault.NOT_TO_BE_IMPORTED, ending, f"{_id_for(part, path)}.txt"
    if part == "options" and ending in (".txt", ".text"):
        return (ListingFault.TEXT_AMONG_OPTIONS,)
    return ListingFault.OTHER_KIND, part


def _id_for(part: str, path: Path) -> str:
    """A name of ours for what is called `path`; "ID" where none can be made of that."""
    id = "-".join(re.findall("[a-z0-9]+", path.stem.lower()))
    return id if _is_id(part, Path(id)) else "ID"


IMPORTED = (".pdf", ".docx", ".odt", ".rtf", ".epub", ".html", ".htm", ".md")
OTHER_DOCUMENTS = (".doc", ".pages", ".eml", ".msg")


def _told(
    part: str, path: Path, kind: ProblemKind, fault: ListingFault, *arguments: Argument
) -> Problem:
    return Problem(f"{part}/{path.name}", None, None, kind, fault, arguments)
