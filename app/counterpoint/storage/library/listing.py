"""Which files of a library are descriptions, texts and approaches; and all that is beside them."""

import os
import re
from collections.abc import Collection
from pathlib import Path

from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.storage.files.copies import copy_of, of_two_versions
from counterpoint.storage.files.litter import left_behind

from .library_place import judged

RESERVED = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}
"""What Windows takes for a device, whatever the ending: no file can have this name there."""
OF_THE_WHOLE = {
    "corpus": ("library",),
    "options": ("dimensions", "replies", "answers"),
    "notes": (),
}
"""The names of the files that are neither one source's nor one approach's."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ENDINGS = {"corpus": (".yaml", ".txt"), "options": (".yaml",), "notes": (".md",)}
_SAME = {".yaml": (".yml", ".yaml"), ".txt": (".txt", ".text"), ".md": (".md", ".markdown")}
MAP = ".map.json"
"""How the name of the way back to a text's original ends."""
_OF_TEXT = tuple(ending for endings in _SAME.values() for ending in endings)
_WHERE = {
    "corpus": "here stand texts (ID.txt) and their descriptions (ID.yaml)",
    "options": "here stand YAML files (ID.yaml)",
    "notes": "notes are Markdown files (.md)",
}


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
        message = (
            f"what is in a folder here is not read; move its files up, or the folder out of {part}/"
        )
        return _told(part, path, ProblemKind.PASSED_OVER, message)
    original = copy_of(path.name, names)
    if original:
        return _told(part, path, ProblemKind.CONFLICT_COPY, _copied(original, names))
    remedy = "" if left_behind(path.name) else _rename(part, path, names)
    if remedy:
        return _told(
            part, path, ProblemKind.WRONG_VALUE, f"the file is passed over for its name; {remedy}"
        )
    return _told(part, path, ProblemKind.PASSED_OVER, _what_to_do(part, path))


def _rename(part: str, path: Path, names: Collection[str]) -> str:
    """How a file that is probably ours has to be called, or ""."""
    inner = Path(path.stem) if path.suffix.lower() in _OF_TEXT else path
    for ending in _ENDINGS[part]:
        if inner != path and inner.suffix.lower() in _SAME[ending]:
            # Where the system hides endings, an editor adds its own without showing it.
            return _unless_there(part, inner.with_suffix(ending), names)
        if path.suffix != ending and path.suffix.lower() in _SAME[ending]:
            return _unless_there(part, path.with_suffix(ending), names)
    if path.suffix not in _ENDINGS[part]:
        return ""
    if path.stem in RESERVED:
        return f"Windows keeps “{path.stem}” for a device, so choose another"
    if path.stem in OF_THE_WHOLE[part]:
        return f"“{path.stem}” is the file on the library as a whole, so choose another"
    twin = f"{path.stem.lower()}{path.suffix}"
    if twin != path.name and twin in names:
        return (
            f"it differs from {twin} in capitals only, and on Windows and the Mac the two would be "
            "one: choose another, or remove it"
        )
    return "use small letters and digits, parted by single hyphens"


def _copied(original: str, names: Collection[str]) -> str:
    what = (
        f"this is a copy of {original}, as programs for synchronising keep one where a file was "
        "changed in two places"
    )
    if original in names:
        return f"{what}; take over into {original} what it lacks, then remove the copy"
    return f"{what}; if it is the one to keep, rename it to {original}"


def _unless_there(part: str, right: Path, names: Collection[str]) -> str:
    """`right` has the ending that it should have."""
    if part != "notes":  # which may have any name
        small = Path(right.name.lower())
        whole = _of_the_whole(part, small)
        right = small if whole else Path(f"{_id_for(part, right)}{right.suffix}")
    if right.name in names:
        return f"remove it: there is {right} too"
    return f"rename it to {right}"


def _what_to_do(part: str, path: Path) -> str:
    left = left_behind(path.name)
    if left:
        return f"this is {left}; remove it, or move it out of {part}/"
    ending = path.suffix.lower()
    if part == "corpus" and ending in _DOCUMENTS:
        return (
            f"{_DOCUMENTS[ending]} is not read here; move it out of corpus/, and bring it in with "
            "counterpoint import"
            if ending in _IMPORTED
            else f"{_DOCUMENTS[ending]} is not read here; save its text as "
            f"{_id_for(part, path)}.txt (UTF-8), and keep the original outside corpus/"
        )
    if part == "options" and ending in (".txt", ".text"):
        return "a text is not read here; move it to corpus/"
    return f"a file of this kind is not read; {_WHERE[part]}: move it out of {part}/"


def _id_for(part: str, path: Path) -> str:
    """A name of ours for what is called `path`; "ID" where none can be made of that."""
    id = "-".join(re.findall("[a-z0-9]+", path.stem.lower()))
    return id if _is_id(part, Path(id)) else "ID"


_DOCUMENTS = {
    ".pdf": "a PDF",
    ".docx": "a Word document",
    ".doc": "a Word document",
    ".odt": "an OpenDocument text",
    ".rtf": "an RTF document",
    ".epub": "an e-book",
    ".html": "a web page",
    ".htm": "a web page",
    ".md": "a Markdown file",
    ".pages": "a Pages document",
    ".eml": "a mail",
    ".msg": "a mail",
}


_IMPORTED = (".pdf", ".docx", ".odt", ".rtf", ".epub", ".html", ".htm", ".md")


def _told(part: str, path: Path, kind: ProblemKind, message: str) -> Problem:
    return Problem(f"{part}/{path.name}", None, None, kind, message)
