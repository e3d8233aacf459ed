"""A library packed into one file, to be mailed."""

import hashlib
import os
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from counterpoint.storage.files.litter import litter
from counterpoint.storage.library.library_place import judged
from counterpoint.storage.library.packed_library import (
    MANIFEST,
    Manifest,
    PackedFile,
    is_safe,
    written_manifest,
)

from .failing import ExportCancelled, NotExported

_FIXED = (1980, 1, 1, 0, 0, 0)
_AT_ONCE = 1 << 20
_PACKED = frozenset({".pdf", ".docx", ".odt", ".epub", ".zip", ".png", ".jpg"})
"""Kinds that packing makes no smaller."""


class Packing(NamedTuple):
    folder: Path
    """The library."""
    notes: Path | None
    """The folder of its notes, or None to leave them out."""
    originals: bool
    title: str
    made: str
    """ISO 8601."""


def pack_library(
    packing: Packing,
    target: BinaryIO,
    progress: Callable[[str], None] = lambda what: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Manifest, tuple[str, ...]]:
    """Writes it to `target`; its manifest, and what was left out. Raises NotExported; OSError where
    `target` cannot be written to."""
    found = list(_files(packing))
    told = [
        f"{name} was left out: no other system takes a name like this"
        for name, _ in found
        if not is_safe(name)
    ]
    files: list[PackedFile] = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, path in found:
            if not is_safe(name):
                continue
            if cancelled():
                raise ExportCancelled
            progress(f"packing {name}")
            files.append(_put(packed, name, path))
        manifest = Manifest(
            packing.title,
            packing.made,
            tuple(files),
            packing.notes is not None,
            packing.originals,
        )
        packed.writestr(_info(MANIFEST), written_manifest(manifest))
    return manifest, tuple(told)


def _put(packed: zipfile.ZipFile, name: str, path: Path) -> PackedFile:
    taken = hashlib.sha256()
    size = 0
    try:
        file = path.open("rb")
    except OSError as error:
        raise NotExported(f"{path}: it cannot be read ({error.strerror})") from error
    with file, packed.open(_info(name), "w", force_zip64=True) as member:
        while True:
            try:
                part = file.read(_AT_ONCE)
            except OSError as error:
                raise NotExported(f"{path}: it cannot be read ({error.strerror})") from error
            if not part:
                break
            taken.update(part)
            size += len(part)
            member.write(part)
    return PackedFile(name, size, taken.hexdigest())


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _FIXED)
    stored = Path(name).suffix.casefold() in _PACKED
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def _files(packing: Packing) -> Iterator[tuple[str, Path]]:
    for part in ("corpus", "options"):
        for name in judged(packing.folder / part):
            path = packing.folder / part / name
            if path.is_file():
                yield f"{part}/{name}", path
    if packing.originals:
        for part in ("originals", "earlier"):
            yield from _below(packing.folder / part, part)
    if packing.notes is not None:
        for name in judged(packing.notes):
            path = packing.notes / name
            if name.endswith(".md") and path.is_file():
                yield f"notes/{name}", path


def _below(folder: Path, name: str) -> Iterator[tuple[str, Path]]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        inside = Path(place).relative_to(folder).as_posix()
        for each in sorted(names):
            if not litter(each):
                yield (
                    "/".join(part for part in (name, inside, each) if part != "."),
                    Path(place, each),
                )
