"""A library as it was last read, kept so that opening it again costs no YAML.

One file for each library, in the user's cache folder. It holds what was worked out from the files
and the size, times and inode of each of them; if any differs, or the cache is not what was written,
or somebody else may have written it, it is not used.
Approaches are kept one to a line and read only when they are asked for.
"""

import json
import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from counterpoint import __version__
from counterpoint.domain.approach import Approach
from counterpoint.domain.library import Library
from counterpoint.domain.source import Source
from counterpoint.storage.files.json_codec import NotOurs, pack, unpack
from counterpoint.storage.files.own_file import make_own_folder, read_own

from .library_place import Progress, check_place
from .stamp import Stamp, State, stamp

if TYPE_CHECKING:
    from .library_folder import WholeLibrary

FOLDER = "libraries"

FORMAT = 15
"""To be raised with any change of what the domain's values hold."""

T = TypeVar("T")
_AT_ONCE = 100
_LARGE = 24_000_000
"""Bytes: of some 40,000 claims, or 40,000 sources."""


class CacheGone(Exception):
    """The cache was removed or damaged while it was in use; read the library again."""


class ReadLibrary(NamedTuple):
    """A library as read: its contents at once, its approaches when asked for."""

    contents: Library
    lines: list[bytes] | None
    """Of each approach what the cache has; packed where that is very much."""
    whole: dict[str, Approach]
    states: dict[str, State]
    """Of the files that it was read from, before they were read."""

    def approach(self, id: str, *, keep: bool = True) -> Approach:
        """One approach with its positions, which is kept unless it is not to be. Raises KeyError
        if there is none, CacheGone where the cached line is damaged."""
        found = self.whole.get(id)
        if found is None:
            if self.lines is None:
                raise KeyError(id)
            place = self.contents.place_of_approach(id)
            try:
                found = unpack(Approach, json.loads(_unpacked(self.lines[place])))
            except (ValueError, NotOurs, IndexError, RecursionError, zlib.error) as error:
                raise CacheGone(id) from error
            if keep:
                self.whole[id] = found
        return found


def cache_file(cache: Path, folder: Path) -> Path:
    """Where the cache of the library in `folder` is kept."""
    # Two libraries of one name in the cache would only push each other out: the stamp tells. A
    # real digest would take 3 ms and 3 MB, for OpenSSL, of every start.
    place = os.fsencode(folder.resolve())
    return cache / FOLDER / f"{zlib.crc32(place):08x}{len(place):04x}.jsonl"


def is_large_cache(folder: Path, cache: Path) -> bool:
    """Whether what the cache has of the library in `folder` takes longer to read than a frame."""
    try:
        return os.stat(cache_file(cache, folder)).st_size >= _LARGE  # noqa: PTH116
    except (OSError, ValueError, RuntimeError):  # also a path that leads nowhere, as in a circle
        return False


def cached(folder: Path, cache: Path) -> ReadLibrary | None:
    """The library in `folder` from the cache, or None if it has to be read."""
    try:
        data = read_own(cache, FOLDER, cache_file(cache, folder).name)
        head, _, rest = data.partition(b"\n")
        before = stamp(folder)
        if head != _head(before, rest):
            return None
        lines = rest.split(b"\n")
        much = len(data) >= _LARGE
        del data, rest
        contents, first = _contents(lines)
        of_approaches = lines[first:]
        if much:
            of_approaches = [zlib.compress(line, 1) for line in of_approaches]
        return ReadLibrary(contents, of_approaches, {}, before.states())
    except (OSError, ValueError, TypeError, NotOurs, RecursionError):
        # A cache that is missing, damaged or another's is no news: the library's own files are the
        # truth.
        return None


def read_afresh(folder: Path, cache: Path | None, progress: Progress) -> ReadLibrary:
    """The library in `folder`, read from its files, and the cache renewed. Raises Unreadable
    where it is no library."""
    # YAML and pydantic cost 150 ms to import: only where a library is really read.
    from .library_folder import read_library

    check_place(folder)
    before = stamp(folder)
    whole = read_library(folder, progress)
    if cache is not None:
        keep(whole, folder, cache, before)
    approaches = {approach.head.id: approach for approach in whole.approaches}
    return ReadLibrary(whole.contents, None, approaches, before.states())


def keep(whole: "WholeLibrary", folder: Path, cache: Path, before: Stamp) -> None:
    """Renews the cache with what was read from the files as they were at the stamp `before`; not
    where one has been altered since."""
    if stamp(folder) != before:
        return
    from counterpoint.storage.files import atomic

    rest = b"\n".join(
        (*_contents_lines(whole.contents), *(_line(pack(one)) for one in whole.approaches))
    )
    path = cache_file(cache, folder)
    try:
        make_own_folder(cache, FOLDER)
        if path.is_symlink():
            path.unlink()  # or what it leads to would be written
        atomic.write(path, _head(before, rest) + b"\n" + rest, private=True)
    except (OSError, atomic.NotWritten):
        # Without a cache the next start is slower and nothing else.
        return


def _head(stamp: Stamp, rest: bytes) -> bytes:
    """The first line: a checksum of all the others, and what they were read from."""
    said = [_line([__version__, FORMAT, stamp.folder])]
    said += map(_line, _together(stamp.files))
    return b"%08x %b" % (zlib.crc32(rest), b" ".join(said))


def _contents_lines(contents: Library) -> Iterator[bytes]:
    """The first says how many lines of sources come after it."""
    from .told import Told

    told = Told(contents.problems, contents.remarks)
    sources = [_line([pack(one) for one in some]) for some in _together(contents.sources)]
    bare = contents._replace(problems=(), remarks=(), sources=())
    yield _line([pack(bare), pack(told), len(sources)])
    yield from sources


def _contents(lines: list[bytes]) -> tuple[Library, int]:
    """What the first lines say, and how many they are."""
    packed, packed_told, of_sources = json.loads(lines[0])
    first = 1 + int(of_sources)
    known: dict[str, str] = {}
    sources = tuple(
        _sharing(unpack(Source, one), known) for line in lines[1:first] for one in json.loads(line)
    )
    contents = unpack(Library, packed)._replace(sources=sources)
    if not any(packed_told):
        return contents, first
    from .told import Told

    told = unpack(Told, packed_told)
    return contents._replace(problems=told.problems, remarks=told.remarks), first


def _unpacked(line: bytes) -> bytes:
    return line if line.startswith(b"[") else zlib.decompress(line)


def _sharing(source: Source, known: dict[str, str]) -> Source:
    """The same, in which what others say too is no string of its own."""
    return Source._make(
        known.setdefault(value, value) if isinstance(value, str) else value for value in source
    )


def _together(all: Sequence[T]) -> Iterator[Sequence[T]]:
    """In pieces that JSON reads and writes within a millisecond: it lets no other thread on."""
    return (all[start : start + _AT_ONCE] for start in range(0, len(all), _AT_ONCE))


def _line(packed: object) -> bytes:
    # Plain ASCII: no line separator of any kind can stand in a row.
    return json.dumps(packed, separators=(",", ":")).encode()
