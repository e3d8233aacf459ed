"""Putting new sources into a library, each whole or not at all, whenever the process is killed.

All files of a batch are first written and flushed in a hidden folder; its renaming decides. What
then is left to do is to move them to their places, and whoever reads the library next does it,
should this process be killed before it has.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from counterpoint.storage.files import atomic
from counterpoint.storage.files.retry import retry

from .library_place import not_judged

STAGING = ".counterpoint-import-"
READY = ".counterpoint-ready-"
_LIST = "list.json"
_BINARY = getattr(os, "O_BINARY", 0)  # on Windows
_FLUSHERS = 8
"""Flushing many files at once costs hardly more than flushing one."""


class OriginalAltered(Exception):
    """The document is not the one that was read; import it again."""


class Written(NamedTuple):
    """A file to be put into the library. `place` is relative to it, with forward slashes."""

    place: str
    data: bytes = b""
    copied: Path | None = None
    """Another file that is copied in the place of `data`."""
    digest: str = ""
    """Of `copied`, as it was read: it must be so still."""
    replaces: bool = False
    gone: bool = False
    """Nothing is to be at this place any more."""


_GONE = ""
"""Stands in the list of a batch for the name of a file that is to go."""


def write_sources(folder: Path, files: Sequence[Written]) -> None:
    """Puts `files` into the library in `folder`, or takes them from it, all of them or none, in
    their order.

    Raises NotWritten or OriginalAltered; then nothing has changed. A file that stands where one of
    `files` should go is never overwritten, but by one that `replaces` it.
    """
    places = [folder / file.place for file in files]
    for file, place in zip(files, places, strict=True):
        if not file.replaces and os.path.lexists(place):
            raise atomic.FileInTheWay(place)
    parents = {place.parent for place in places}
    corpus = folder / "corpus"
    name = os.urandom(8).hex()
    staging = corpus / f"{STAGING}{name}"
    try:
        staging.mkdir()
        try:
            _stage(staging, files)
            for parent in parents:
                atomic.make_folder(parent)
            ready = corpus / f"{READY}{name}"
            retry(lambda path: staging.rename(path), ready)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise
        atomic.flush_folder(corpus)
        _finish(folder, ready)
        for parent in parents:
            atomic.flush_folder(parent)
    except OSError as error:
        raise atomic.not_written(corpus, error) from error


def finish_interrupted(folder: Path) -> None:
    """Moves to their places the files of a batch that was decided on when its process was killed.
    Where that is not allowed, the library is read without them."""
    corpus = folder / "corpus"
    for name in not_judged(folder / "corpus"):
        if name.startswith(READY):
            with suppress(OSError, ValueError):
                _finish(folder, corpus / name)


def clear_staging(folder: Path) -> None:
    """Removes what a killed import left half written. Only while no other import is at work."""
    for name in not_judged(folder / "corpus"):
        if name.startswith(STAGING):
            shutil.rmtree(folder / "corpus" / name, ignore_errors=True)


def _stage(staging: Path, files: Sequence[Written]) -> None:
    entries = [
        (_GONE if file.gone else str(number), file.place) for number, file in enumerate(files)
    ]
    listed = Written(_LIST, json.dumps(entries).encode())
    written: list[int] = []
    try:
        for (name, _), file in zip([*entries, (_LIST, "")], [*files, listed], strict=True):
            if name == _GONE:
                continue
            written.append(_write(staging / name, file))
        with ThreadPoolExecutor(_FLUSHERS) as pool:
            # A share to each, not one by one: to hand one out takes as long as to flush it.
            shares = [written[nth::_FLUSHERS] for nth in range(_FLUSHERS)]
            for done in [pool.submit(_flush, share) for share in shares if share]:
                done.result()
    finally:
        for descriptor in written:
            os.close(descriptor)
    atomic.flush_folder(staging)


def _flush(descriptors: Sequence[int]) -> None:
    for descriptor in descriptors:
        os.fsync(descriptor)


def _write(path: Path, file: Written) -> int:
    """The descriptor of the file, written and still to be flushed."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        if file.copied is not None:
            _copy(file, descriptor)
        else:
            _write_all(descriptor, file.data)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _copy(file: Written, descriptor: int) -> None:
    if file.copied is None:
        return
    taken = hashlib.sha256()
    with file.copied.open("rb", buffering=0) as source:
        while part := source.read(1 << 20):
            taken.update(part)
            _write_all(descriptor, part)
    if taken.hexdigest() != file.digest:
        raise OriginalAltered(str(file.copied))


def _finish(folder: Path, ready: Path) -> None:
    """Also where another process is at it: each file is moved by one of the two."""
    listed = ready / _LIST
    try:
        entries = json.loads(listed.read_bytes())
    except FileNotFoundError:
        entries = []
    for name, place in entries:
        with suppress(FileNotFoundError):
            if name == _GONE:
                _inside(folder, place).unlink()
            else:
                retry((ready / name).replace, _inside(folder, place))
    with suppress(FileNotFoundError):
        listed.unlink()
    with suppress(FileNotFoundError):
        ready.rmdir()


def _inside(folder: Path, place: str) -> Path:
    """Raises ValueError for a place that would be outside."""
    within = Path(place)
    if ".." in within.parts or within.is_absolute():
        raise ValueError(place)
    return folder / within
