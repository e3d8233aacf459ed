"""A library as it was last read, kept so that opening it again costs no YAML.

One file for each library, in the user's cache folder. It holds what was worked out from the files
and the size, times and inode of each of them; if any differs, or the cache is not what was written,
or somebody else may have written it, it is not used.
Approaches are kept one to a line and read only when they are asked for.
"""

import json
import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from counterpoint import __version__
from counterpoint.domain.approach import Approach
from counterpoint.domain.library import Library
from counterpoint.storage.files.json_codec import NotOurs, pack, unpack
from counterpoint.storage.files.own_file import make_own_folder, read_own

from .library_place import PARTS, Progress, check_place, judged

if TYPE_CHECKING:
    from .library_folder import WholeLibrary

FOLDER = "libraries"

FORMAT = 13
"""To be raised with any change of what the domain's values hold."""


class CacheGone(Exception):
    """The cache was removed or damaged while it was in use; read the library again."""


class ReadLibrary(NamedTuple):
    """A library as read: its contents at once, its approaches when asked for."""

    contents: Library
    lines: list[bytes] | None
    whole: dict[str, Approach]

    def approach(self, id: str) -> Approach:
        """One approach with its positions. Raises KeyError if there is none, CacheGone where
        the cached line is damaged."""
        found = self.whole.get(id)
        if found is None:
            if self.lines is None:
                raise KeyError(id)
            ids = [head.id for head in self.contents.approaches]
            if id not in ids:
                raise KeyError(id)
            try:
                found = unpack(Approach, json.loads(self.lines[ids.index(id)]))
            except (ValueError, NotOurs, IndexError, RecursionError) as error:
                raise CacheGone(id) from error
            self.whole[id] = found
        return found


def cache_file(cache: Path, folder: Path) -> Path:
    """Where the cache of the library in `folder` is kept."""
    # Two libraries of one name in the cache would only push each other out: the stamp tells. A
    # real digest would take 3 ms and 3 MB, for OpenSSL, of every start.
    place = os.fsencode(folder.resolve())
    return cache / FOLDER / f"{zlib.crc32(place):08x}{len(place):04x}.jsonl"


def stamp(folder: Path) -> bytes:
    """The name, size, times and inode of every file of the library, and which program this is: one
    line of JSON. The time of the last change of any kind, which nobody can set, tells where the
    other was put back."""
    listed: list[object] = [__version__, FORMAT, str(folder.resolve())]
    for part in PARTS:
        for name in judged(folder / part):
            listed.append(f"{part}/{name}")
            try:
                state = (folder / part / name).stat()
            except OSError:
                continue
            listed += (state.st_mode, state.st_size, state.st_mtime_ns)
            listed += (state.st_ctime_ns, state.st_ino)
    return json.dumps(listed).encode()


def cached(folder: Path, cache: Path) -> ReadLibrary | None:
    """The library in `folder` from the cache, or None if it has to be read."""
    try:
        data = read_own(cache, FOLDER, cache_file(cache, folder).name)
        head, _, rest = data.partition(b"\n")
        if head != _head(stamp(folder), rest):
            return None
        contents, *lines = rest.split(b"\n")
        return ReadLibrary(_contents(contents), lines, {})
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
    return ReadLibrary(
        whole.contents, None, {approach.head.id: approach for approach in whole.approaches}
    )


def keep(whole: "WholeLibrary", folder: Path, cache: Path, before: bytes) -> None:
    """Renews the cache with what was read from the files as they were at the stamp `before`; not
    where one has been altered since."""
    if stamp(folder) != before:
        return
    from counterpoint.storage.files import atomic

    rows = [_contents_line(whole.contents), *(_line(pack(one)) for one in whole.approaches)]
    rest = b"\n".join(rows)
    path = cache_file(cache, folder)
    try:
        make_own_folder(cache, FOLDER)
        if path.is_symlink():
            path.unlink()  # or what it leads to would be written
        atomic.write(path, _head(before, rest) + b"\n" + rest, private=True)
    except (OSError, atomic.NotWritten):
        # Without a cache the next start is slower and nothing else.
        return


def _head(stamp: bytes, rest: bytes) -> bytes:
    """The first line: a checksum of all the others, and what they were read from."""
    return b"%08x %b" % (zlib.crc32(rest), stamp)


def _contents_line(contents: Library) -> bytes:
    from .told import Told

    told = Told(contents.problems, contents.remarks)
    return _line([pack(contents._replace(problems=(), remarks=())), pack(told)])


def _contents(line: bytes) -> Library:
    packed, packed_told = json.loads(line)
    contents = unpack(Library, packed)
    if not any(packed_told):
        return contents
    from .told import Told

    told = unpack(Told, packed_told)
    return contents._replace(problems=told.problems, remarks=told.remarks)


def _line(packed: object) -> bytes:
    # Plain ASCII: no line separator of any kind can stand in a row.
    return json.dumps(packed, separators=(",", ":")).encode()
