"""Copies of a file that programs keep where it was changed in two places, or copied twice."""

import re
from collections.abc import Collection
from pathlib import Path

_OF_TWO_VERSIONS = re.compile(
    r"""
    (?: \.sync-conflict-\d{8}-\d{6}(?:-\w+)?      # Syncthing
      | [ ]*\([^()]*conflict[^()]*\)              # Dropbox, Nextcloud, Seafile
      | [ _.-]+conflict(?:ed)?(?:[ _.-]+copy)?    # Resilio and others
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands between the name and the ending of such a copy."""
_OF_A_COPY = (
    re.compile(r"[ ]*\(\d+\)$"),  # Google Drive, browsers
    re.compile(r"[ ]\d+$"),  # iCloud
    re.compile(r"[ ](?:- )?copy(?: \(?\d+\)?)?$", re.IGNORECASE),  # Windows, the Finder
    re.compile(r"-[\w-]*[A-Z][\w-]*$"),  # OneDrive: the name of the computer, in capitals
)
"""The same of what could also be a name that somebody chose: only beside the file itself."""


def of_two_versions(name: str) -> bool:
    """Whether `name` alone says that it is such a copy."""
    return _OF_TWO_VERSIONS.search(Path(name).stem) is not None


def copy_of(name: str, names: Collection[str]) -> str:
    """The name of the file of which `name` is a copy, or ""; `names` are all that stand there."""
    path = Path(name)
    found = _OF_TWO_VERSIONS.search(path.stem)
    if found and found.start():
        return f"{path.stem[: found.start()]}{path.suffix}"
    for ending in _OF_A_COPY:
        found = ending.search(path.stem)
        original = f"{path.stem[: found.start()]}{path.suffix}" if found else ""
        if original in names:
            return original
    return ""
