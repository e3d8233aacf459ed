"""A library that comes in one file: nothing in it is trusted. All of it comes in, or nothing."""

import hashlib
import io
import os
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from counterpoint.storage.files import atomic
from counterpoint.storage.files.half_made import noted
from counterpoint.storage.files.unbroken import all_or_nothing, heed
from counterpoint.storage.library.packed_library import (
    MANIFEST,
    Manifest,
    NoManifest,
    PackedFile,
    is_safe,
    read_manifest,
)

from .refusal import Reason, Refused

MOST_FILES = 100_000
MOST_BYTES = 4 * 2**30
"""Unpacked, of all files."""
MOST_OF_ONE = 500 * 2**20
_MANIFEST = 50 * 2**20
_DIRECTORY = 64 * 2**20
"""Bytes of the list of files in it, which is read before anything else."""
_ENTRY = b"PK\x01\x02"
_AT_ONCE = 1 << 20
_TOGETHER = 32
"""Files that are flushed to the disk at one time: one by one, it waits for each."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError)


def unpack_library(
    file: Path,
    folder: Path,
    progress: Callable[[int, int, str], None] = lambda done, total, name: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Manifest:
    """Makes the library in `folder`, which must not be there, or be empty. Raises Refused, with
    nothing left of it; NotWritten where the disk refuses."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(Reason.NOT_WRITTEN, f"{folder} is there already; name a new folder")
    atomic.make_folder(folder.parent)
    staging = atomic.temporary_beside(folder)
    with noted(staging), atomic.refusing(folder), all_or_nothing:
        staging.mkdir()
        try:
            manifest = _unpacked(file, staging, progress, cancelled)
            for part in ("corpus", "options"):
                (staging / part).mkdir(exist_ok=True)
            if folder.exists():
                folder.rmdir()
            staging.rename(folder)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise
        atomic.flush_folder(folder.parent)
    return manifest


class _Bounded(io.BufferedReader):
    """A file of which no list of more files is read than we take: zipfile would make an object of
    each before anybody could count them."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _DIRECTORY:
            raise _too_many()
        data = super().read(size)
        if size is not None and size > _AT_ONCE and data.count(_ENTRY) > MOST_FILES + 1:
            raise _too_many()
        return data


def _too_many() -> Refused:
    return Refused(Reason.TOO_LARGE_INSIDE, f"it holds more than {MOST_FILES:,} files")


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    if file.exists() and not (file.is_file() or file.is_dir()):  # a pipe is waited for for ever
        raise Refused(Reason.NO_FILE, "it is no file")
    with ExitStack() as closing:
        try:
            data = closing.enter_context(_Bounded(io.FileIO(file)))
            packed = closing.enter_context(zipfile.ZipFile(data))
        except FileNotFoundError as error:
            raise Refused(Reason.NOT_THERE, "it is not there") from error
        except IsADirectoryError as error:
            raise Refused(Reason.NO_FILE, "it is a folder") from error
        except OSError as error:
            raise Refused(Reason.NOT_READABLE, f"it cannot be read ({error.strerror})") from error
        except _BROKEN as error:
            raise Refused(
                Reason.DAMAGED, "it is no library in one file, or was not copied whole"
            ) from error
        yield packed


def _manifest(packed: zipfile.ZipFile) -> Manifest:
    names = packed.namelist()
    if len(names) > MOST_FILES:
        raise _too_many()
    if MANIFEST not in names:
        raise Refused(Reason.UNKNOWN_KIND, "it is no library in one file: it has no manifest")
    try:
        with packed.open(MANIFEST) as member:
            data = member.read(_MANIFEST + 1)
    except _BROKEN as error:
        raise Refused(Reason.DAMAGED, "it is damaged; get it again") from error
    if len(data) > _MANIFEST:
        raise Refused(Reason.TOO_LARGE_INSIDE, "its manifest is larger than any library's")
    try:
        manifest = read_manifest(data)
    except NoManifest as error:
        raise Refused(Reason.UNKNOWN_KIND, str(error)) from error
    _check(manifest, names)
    return manifest


def _check(manifest: Manifest, names: list[str]) -> None:
    seen: set[str] = set()
    for listed in manifest.files:
        if not is_safe(listed.path):
            raise Refused(
                Reason.DAMAGED,
                f"it would write to “{listed.path[:80]}”, where no library has a file",
            )
        if listed.path.casefold() in seen:
            raise Refused(Reason.DAMAGED, f"it names {listed.path} twice")
        seen.add(listed.path.casefold())
        if listed.size > MOST_OF_ONE:
            raise Refused(Reason.TOO_LARGE_INSIDE, f"{listed.path} is larger than we take")
    for listed in manifest.files:
        *above, _ = listed.path.casefold().split("/")
        for depth in range(1, len(above) + 1):
            if "/".join(above[:depth]) in seen:
                name = "/".join(listed.path.split("/")[:depth])
                raise Refused(
                    Reason.DAMAGED, f"it has {name} as a file, and as the folder of {listed.path}"
                )
    if sum(listed.size for listed in manifest.files) > MOST_BYTES:
        raise Refused(Reason.TOO_LARGE_INSIDE, f"it unpacks to more than {MOST_BYTES // 2**30} GB")
    there = set(names)
    if len(there) != len(names):
        raise Refused(Reason.DAMAGED, "it has files of the same name")
    missing = [listed.path for listed in manifest.files if listed.path not in there]
    if missing:
        raise Refused(Reason.DAMAGED, f"{missing[0]} is missing from it; get it again")
    unlisted = there - {MANIFEST} - {listed.path for listed in manifest.files}
    if unlisted:
        raise Refused(
            Reason.DAMAGED, f"it holds “{min(unlisted)[:80]}”, which its manifest has not"
        )


def _unpacked(
    file: Path,
    staging: Path,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> Manifest:
    with _opened(file) as packed, ThreadPoolExecutor(_TOGETHER, "flushing") as flushing:
        manifest = _manifest(packed)
        files, total = manifest.files, len(manifest.files)
        for first in range(0, total, _TOGETHER):
            some = files[first : first + _TOGETHER]
            with ExitStack() as closing:
                written: list[int] = []
                for number, listed in enumerate(some, first):
                    heed()
                    if cancelled():
                        raise Refused(Reason.CANCELLED, "it was not opened: it was cancelled")
                    progress(number, total, listed.path)
                    path = staging / listed.path
                    path.parent.mkdir(parents=True, exist_ok=True)
                    target = closing.enter_context(path.open("xb"))
                    _copy(packed, listed, target)
                    target.flush()
                    written.append(target.fileno())
                list(flushing.map(os.fsync, written))
        for inner in {(staging / listed.path).parent for listed in files}:
            atomic.flush_folder(inner)
        progress(total, total, "")
    return manifest


def _copy(packed: zipfile.ZipFile, listed: PackedFile, target: IO[bytes]) -> None:
    """Never more than its size says, whatever it unpacks to."""
    taken = hashlib.sha256()
    rest = listed.size
    try:
        with packed.open(listed.path) as member:
            while part := member.read(min(_AT_ONCE, rest + 1)):
                rest -= len(part)
                if rest < 0:
                    raise Refused(
                        Reason.TOO_LARGE_INSIDE, f"{listed.path} is larger than its manifest says"
                    )
                taken.update(part)
                target.write(part)
    except _BROKEN as error:
        raise Refused(Reason.DAMAGED, f"{listed.path} is damaged in it; get it again") from error
    if rest or taken.hexdigest() != listed.digest:
        raise Refused(Reason.DAMAGED, f"{listed.path} is not as it was packed; get it again")
