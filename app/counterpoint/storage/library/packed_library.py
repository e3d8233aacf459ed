"""The form of a library in one file (`.counterpoint`): a zip with a manifest of digests."""

import json
import re
from typing import Any, NamedTuple

ENDING = ".counterpoint"
MANIFEST = "manifest.json"
FORMAT = "counterpoint-library"
VERSION = 1
PARTS = ("corpus", "options", "notes", "originals", "earlier")
_NAME = re.compile(r"[^\x00-\x1f\x7f/\\:*?\"<>|]{1,200}")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{device}{n}" for device in ("com", "lpt") for n in range(10))}
)
_DEEPEST = 4


class PackedFile(NamedTuple):
    """`path` is relative to the library, with forward slashes; `size` in bytes; `digest` is sha256
    in hexadecimal."""

    path: str
    size: int
    digest: str


class Manifest(NamedTuple):
    title: str
    made: str
    """ISO 8601."""
    files: tuple[PackedFile, ...]
    notes: bool
    """Whether the notes were packed with it."""
    originals: bool


class NoManifest(Exception):
    """What stands there is no manifest of ours, or of a later version. The message says which."""


def written_manifest(manifest: Manifest) -> bytes:
    return (
        json.dumps(
            {
                "format": FORMAT,
                "version": VERSION,
                "title": manifest.title,
                "made": manifest.made,
                "notes": manifest.notes,
                "originals": manifest.originals,
                "files": [file._asdict() for file in manifest.files],
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    ).encode()


def read_manifest(data: bytes) -> Manifest:
    """Raises NoManifest."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NoManifest("its manifest is damaged") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise NoManifest("it is no library in one file")
    if found.get("version") != VERSION:
        raise NoManifest("it was written by a later version of Counterpoint; get that")
    files = found.get("files")
    if not isinstance(files, list):
        raise NoManifest("its manifest is damaged")
    return Manifest(
        title=str(found.get("title", "")),
        made=str(found.get("made", "")),
        files=tuple(map(_file, files)),
        notes=found.get("notes") is True,
        originals=found.get("originals") is True,
    )


def _file(entry: Any) -> PackedFile:
    if (
        isinstance(entry, dict)
        and isinstance(path := entry.get("path"), str)
        and isinstance(size := entry.get("size"), int)
        and isinstance(digest := entry.get("digest"), str)
        and size >= 0
        and re.fullmatch("[0-9a-f]{64}", digest)
    ):
        return PackedFile(path, size, digest)
    raise NoManifest("its manifest is damaged")


def is_safe(path: str) -> bool:
    """Whether a file of this name may be put into a library: in one of its folders, nowhere else,
    on any system."""
    parts = path.split("/")
    return (
        1 < len(parts) <= _DEEPEST
        and parts[0] in PARTS
        and all(
            _NAME.fullmatch(part)
            and not part.startswith(".")
            and not part.endswith((" ", "."))
            and part.partition(".")[0].casefold() not in _DEVICES
            for part in parts
        )
    )
