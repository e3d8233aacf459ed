"""The kept cache of a library, altered in ways that its checksum does not tell."""

import zlib
from collections.abc import Callable
from pathlib import Path


def rewrite(file: Path, alter: Callable[[list[bytes]], list[bytes]]) -> None:
    """Alters the lines below the first (contents, one for each approach) and puts the
    checksum right, as if the program itself had kept them so."""
    head, _, rest = file.read_bytes().partition(b"\n")
    altered = b"\n".join(alter(rest.split(b"\n")))
    stamp = head.partition(b" ")[2]
    file.write_bytes(b"%08x %b\n%b" % (zlib.crc32(altered), stamp, altered))
